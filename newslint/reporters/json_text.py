"""JSON that can be printed: what a terminal or the log of a build would obey is escaped."""

from __future__ import annotations

import json

from newslint.core.visible import escaped


def json_text(value: object, indent: int | None = None) -> str:
    """A value as JSON; names of files that are not UTF-8 keep their bytes, as Python has them in texts."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent))
