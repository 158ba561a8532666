"""The methods of dataclasses, compiled once a machine.

`dataclasses` writes the source of each method and compiles it whenever a class is made, which takes a
short run a quarter of its time. The code of the same source is the same, so it is kept with all else that
is. Where another version of Python goes about it differently, nothing is won and nothing breaks.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from newslint.core.disk_cache import remember


def keep_compiled() -> None:
    """From now on, take the code of dataclasses' methods from the cache."""
    vars(dataclasses)["exec"] = _run


def _run(source: str, *scopes: Any) -> None:  # noqa: ANN401 - as `exec` takes them
    """Run what `dataclasses` has written, and nothing else: it looks for `exec` in its own module first."""
    code = remember(f"method {source}", lambda: compile(source, "<dataclasses>", "exec"))
    exec(code, *scopes)  # noqa: S102 - the text is that of `dataclasses` itself
