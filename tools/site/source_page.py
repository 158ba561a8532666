"""Pages that show a source file or the contents of a folder."""

from __future__ import annotations

from tools.generated import ROOT
from tools.site.markdown import fence

LANGUAGES = {".py": "python", ".toml": "toml", ".json": "json", ".lua": "lua", ".md": "markdown"}
LARGEST = 200_000
"""Bytes of a file that is shown."""


def path_of(source: str) -> str:
    """The path of the page in the site."""
    return f"source/{source}/index.md"


def page(source: str) -> str:
    """The page of a file or folder of the checkout."""
    place = ROOT / source
    if place.is_dir():
        names = [
            child.name + "/" * child.is_dir() for child in sorted(place.iterdir()) if _is_shown(child.name)
        ]
        body = "".join(f"- `{name}`\n" for name in names)
    else:
        body = fence(place.read_text("utf-8")[:LARGEST], LANGUAGES.get(place.suffix, "text"))
    return f"---\nsearch:\n  exclude: true\n---\n\n# {source}\n\n{body}"


def _is_shown(name: str) -> bool:
    return not name.startswith((".", "__pycache__"))
