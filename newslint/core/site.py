"""Addresses of the documentation site."""

from __future__ import annotations

SITE = "https://newslint.readthedocs.io/en/latest"
"""Where the site is served; `pyproject.toml` names it again, and a test compares the two."""
CONFIG_SCHEMA = f"{SITE}/newslint.schema.json"
"""The JSON Schema of `newslint.toml`."""


def rule_page(name: str) -> str:
    """The page of a built-in rule; empty for a package's rule."""
    return "" if "/" in name else f"{SITE}/rules/{name}/"
