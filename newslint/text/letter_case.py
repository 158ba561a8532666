"""Capitals at the beginning of words."""

from __future__ import annotations


def with_capital(words: str) -> str:
    """The words with a capital first letter, and the others as they are."""
    return words[:1].upper() + words[1:]


def in_case_of(model: str, words: str) -> str:
    """The words, with a capital first letter if the model has one."""
    return with_capital(words) if model[:1].isupper() else words
