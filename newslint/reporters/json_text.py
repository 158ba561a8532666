"""JSON that no terminal and no log obeys."""

from __future__ import annotations

import json

from newslint.core.visible import escaped


def json_text(value: object, indent: int | None = None) -> str:
    """A value as JSON; file names that are not UTF-8 keep their bytes."""
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent))
