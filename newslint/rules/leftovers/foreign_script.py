from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newslint.rules import Block, Case, Finding, Range, Rule, Scope, pattern

SCRIPTS = {
    "Chinese or Japanese": r"\p{Han}\p{Hiragana}\p{Katakana}",
    "Korean": r"\p{Hangul}",
    "Cyrillic": r"\p{Cyrillic}",
    "Arabic": r"\p{Arabic}",
    "Hebrew": r"\p{Hebrew}",
    "Thai": r"\p{Thai}",
    "Devanagari": r"\p{Devanagari}",
}
LETTERS = "".join(SCRIPTS.values())
RUN = rf"[{LETTERS}]{{2,}}(?:[\s·・,.-]{{1,2}}[{LETTERS}]+)*"
QUOTING = r"[(（\[“”‘’\"'«»《》「」:/@#-]\s?$"


@dataclass(frozen=True, kw_only=True)
class ForeignScript(Rule):
    """A stretch of the source was not translated: Chinese, Cyrillic or Arabic letters stand in English prose.

    Engines leave names and words that they do not know. What they mean, newslint cannot tell, so it
    only reports. Words in brackets or quotation marks, or after a colon, are there to be seen, and
    an article with more than a few such places is about the language; those are let pass.

    Source: artefact UF01 of the study of machine-translated news.
    Rates per million words: clean-curly 0, clean-straight 0.6, mt-documents 12.9; of 6 findings
    read on mt-documents 6 were true damage.
    """

    most: int = 8
    """How many places an article may have before they are taken for its subject."""

    scope = Scope.DOCUMENT
    any_language = True
    cases = (
        Case("The agency ⟦经济观察⟧ reported the sale."),
        Case("The head of ⟦Газпром⟧ spoke in Moscow."),
        Case("The word for bridge (мост) and the sign “出口” were explained: 北京."),
        Case("The α and β strains, and Łódź, Đà Nẵng and Ærø."),
    )

    @property
    def trace(self) -> str:
        return rf"[{LETTERS}]{{2}}"

    def check_block(self, block: Block) -> Iterator[Finding]:
        found = list(pattern(RUN).finditer(block.text))
        if len(found) > self.most or block.language != "en":
            return
        for match in found:
            before = block.text[max(match.start() - 2, 0) : match.start()]
            at = Range(*match.span())
            if not pattern(QUOTING).search(before) and not block.is_quoted(at):
                script = next(name for name, kind in SCRIPTS.items() if pattern(f"[{kind}]").match(match[0]))
                yield Finding(at, f"{script} letters in English prose: translate or delete them")
