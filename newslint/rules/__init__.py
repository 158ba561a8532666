"""The rules, and all that the author of a rule imports.

The names in `__all__` are stable: a plug-in that uses nothing else keeps working until a release note
announces a change one minor version ahead.
"""

from newslint.rules.base import (
    PATTERN_SECONDS,
    ArchiveWords,
    Block,
    BlockKind,
    Case,
    Change,
    Document,
    Finding,
    ParagraphRule,
    PatternRule,
    Phrase,
    PhraseRule,
    Place,
    Protected,
    Range,
    Related,
    Rule,
    RunKind,
    Safety,
    Scope,
    Scorer,
    Severity,
    any_of,
    pattern,
)

__all__ = [
    "PATTERN_SECONDS",
    "ArchiveWords",
    "Block",
    "BlockKind",
    "Case",
    "Change",
    "Document",
    "Finding",
    "ParagraphRule",
    "PatternRule",
    "Phrase",
    "PhraseRule",
    "Place",
    "Protected",
    "Range",
    "Related",
    "Rule",
    "RunKind",
    "Safety",
    "Scope",
    "Scorer",
    "Severity",
    "any_of",
    "pattern",
]
