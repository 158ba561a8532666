from __future__ import annotations

from collections.abc import Iterator

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


class ForeignScript(Rule):
    """Words in another script are left untranslated in English prose.

    ## What it does
    Reports Chinese, Cyrillic, Arabic and other foreign letters. Words in brackets or quotation marks,
    or after a colon, are meant to be seen and pass; so does an article with more than a few, which is
    about the language.

    ## Why it matters
    Engines leave names and words that they do not know.

    ## Fix safety
    No fix: newslint does not translate.

    ## Options
    `most`: how many such places an article may have before they pass.

    ## References
    Study of machine-translated news, artefact UF01.
    """

    most: int = 8
    """How many runs an article may have before they count as its subject."""

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
