"""The kinds of residue."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class ResidueKind(StrEnum):
    """What part of a page residue comes from."""

    ACCOUNT = "account"
    ADVERT = "advert"
    BUTTON = "button"
    BYLINE = "byline"
    CODE = "code"
    COMMENT = "comment"
    CONTACT = "contact"
    COOKIES = "cookies"
    CREDIT = "credit"
    FOOTNOTE = "footnote"
    LEGAL = "legal"
    LINK = "link"
    """To another story, with its headline."""
    MENU = "menu"
    NEWSLETTER = "newsletter"
    PICTURE = "picture"
    PLAYER = "player"
    RELATED = "related"
    SHOP = "shop"
    SOCIAL = "social"
    STAMP = "stamp"


class Residue(NamedTuple):
    """The kind of a line, and whether it holds nothing else."""

    kind: ResidueKind
    closed: bool
