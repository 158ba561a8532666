"""Options of the Markdown parser, and names of its events."""

from __future__ import annotations

import pyromark

from newslint.core.patterns import pattern

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})
FLOWS = frozenset(
    {
        *("BlockQuote", "DefinitionListDefinition", "DefinitionListTitle", "FootnoteDefinition"),
        *("Heading", "Item", "TableCell"),
    }
)
"""Elements with their own flow."""
UNREAD_BLOCKS = frozenset({"CodeBlock", "HtmlBlock"})
WHOLE_BLOCKS = frozenset({"BlockQuote", "DefinitionList", "List", "Table"})
"""Blocks to which a comment right before them applies as a whole."""
LABELS = frozenset({"Shortcut", "Collapsed"})
"""Links whose text is their label: a different text would change the target."""
ADDRESSES = frozenset({"Autolink", "Email"})
TAG = pattern(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
UNREAD_TAGS = frozenset({"code", "kbd", "samp", "var", "tt", "script", "style"})
