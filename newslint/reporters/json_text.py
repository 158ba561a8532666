"""JSON without control characters, which is safe in terminals and logs."""

from __future__ import annotations

import json

from newslint.core.visible import escape_json


def json_text(value: object, indent: int | None = None) -> str:
    """A value as JSON; odd file names keep their bytes."""
    return escape_json(json.dumps(value, ensure_ascii=False, indent=indent))
