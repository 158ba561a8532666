"""Decides which texts of a program are prose.

A false alarm in code is worse than a miss: a potential query, pattern, markup template or fragment is
skipped.
"""

from __future__ import annotations

from newslint.core.patterns import pattern

WORD = pattern(r"[(\"'“‘«\[]*\p{L}[\p{L}\p{M}’'\-–]*+(?:[/–—]\p{L}+)?[)\"'”’»\].,;:!?…]*")
SAID = pattern(r"[^\p{L}=<>{}\[\]\\|~^@#*+$&_]*+\p{L}[^=<>{}\[\]\\|~^@#*+$&_]*+")
"""A word with adjacent characters that are not typical of code; it may be damaged."""
NUMBER = pattern(r"[(\"'“‘$€£+-]*\d[\d.,:/–-]*(?:%|\p{L}{1,3})?[)\"'”’.,;:!?…]*")
ENGLISH = pattern(
    r"(?i)\b(?:the|an?|of|to|in|is|are|was|were|be|been|has|have|had|and|or|for|with|on|at|by|from|that|this|it|not"
    r"|you|your|we|he|she|they|his|her|its|their|will|would|can|could|must|no|said|says|who|but)\b"
)
STARTS = pattern(r"\s*[(\"'“‘«\[{%$]*[\p{Lu}\d{%$]")
ENDS = pattern(r"[.!?…:][)\"'”’»\]]*\s*\Z")
SENTENCE = pattern(r"[\p{L}\p{N}][)\"'”’]* ?[.!?…]{1,3}[)\"'”’»\]]*(?:\s|\Z)")
FIELD = pattern(r"\{[^{}]*\}|%(?:\([^()]*\))?[-#0+]?[\d.]*[a-zA-Z%](?!\p{L})|\$\w+|\$\{\w+\}")
LEAD = pattern(r"\A\s*\{\w*\}")
MACHINE = pattern(
    r"(?i)\A\s*usage:|</?[a-z][^>]*>|&[a-z]+;"
    r"|\A\s*(?:select|insert|update|delete|create|alter|drop|with|merge|grant|pragma)\b(?s:.*)"
    r"\b(?:from|into|set|table|where|values|index|view|as \()(?:\b|$)"
    r"|\A\s*[{\[<#]|\\[bdswBDSW]|\(\?|\[\^|\.\*|\{\{|\}\}|\$\{|(?-i:\b[a-z]+[A-Z]\w*\()|;\s*$"
)
FEWEST_WORDS = 4
SHARE = 0.75
"""The share of words and numbers among all tokens."""


def is_wordy(text: str) -> bool:
    """Whether a paragraph is mostly words, and not a formula or table."""
    words = text.split()
    plain = sum(bool(SAID.fullmatch(word) or NUMBER.fullmatch(word) or "\ufffc" in word) for word in words)
    return plain * 2 > len(words)


def is_prose(text: str, *, alone: bool) -> bool:
    """Whether a literal is prose.

    A literal that is not `alone` but concatenated with something must consist of whole sentences.
    """
    told = FIELD.sub("7", text)
    words = told.split()
    if len(words) < FEWEST_WORDS or MACHINE.search(LEAD.sub("7", text)) or not SENTENCE.search(told):
        return False
    whole = bool(STARTS.match(text) and ENDS.search(text))
    if not whole and not (alone and "\n\n" in text):
        return False
    plain = sum(bool(WORD.fullmatch(word)) for word in words)
    numbers = sum(bool(NUMBER.fullmatch(word)) for word in words)
    return (
        plain >= FEWEST_WORDS - 1
        and plain + numbers >= SHARE * len(words)
        and plain * 2 > len(words)
        and len(ENGLISH.findall(told)) * 12 >= len(words)
    )
