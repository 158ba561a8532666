"""Fingerprints of findings, which survive moved lines."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from newslint.core.diagnostics import Diagnostic


class Fingerprints:
    """Fingerprints by rule, sentence and the number of equal ones before."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str, str]] = Counter()

    def add(self, path: str, diagnostic: Diagnostic) -> str:
        """The fingerprint of the next finding in a file."""
        key = path, diagnostic.rule, diagnostic.sentence
        number = self._seen[key]
        self._seen[key] += 1
        return hash_of(diagnostic.rule, diagnostic.sentence, str(number))


def hash_of(*parts: str) -> str:
    """A short hash of some texts."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
