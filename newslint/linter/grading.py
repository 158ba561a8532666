"""Grades articles: how damaged they are, and what fixes would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from newslint.core.diagnostics import Diagnostic
from newslint.core.grade import Grade, Verdict
from newslint.core.segments import BlockKind
from newslint.core.source import Lines
from newslint.linter.suppressions import UNUSED
from newslint.text.document import Document, ParsedFile

NO_DAMAGE = frozenset({*(f"{verdict}-article" for verdict in Verdict), "other-language", UNUSED.name})
"""Rules about whole articles or comments, whose findings are no damage."""


def grade_articles(
    parsed: ParsedFile, before: Iterable[Diagnostic], after: Iterable[Diagnostic]
) -> tuple[Grade, ...]:
    """Return the grade of each article, before and after safe fixes."""
    found, left = _by_article(before), _by_article(after)
    lines = Lines(parsed.source.text, parsed.source.first_line)
    return tuple(
        Grade(
            words=sum(len(text.split()) for text in document.texts),
            findings=found[document.index],
            left=left[document.index],
            verdicts=document.evidence.judgments,
            article=document.index,
            line=_first_line(document, lines),
        )
        for document in parsed.documents
    )


def _by_article(diagnostics: Iterable[Diagnostic]) -> Counter[int]:
    return Counter(d.article for d in diagnostics if d.rule not in NO_DAMAGE)


def _first_line(document: Document, lines: Lines) -> int:
    blocks = (block for block in document.blocks if block.kind is not BlockKind.GAP and block.text)
    first = next(blocks, None)
    return lines.position(first.span(first.whole).start)[0] if first else 1
