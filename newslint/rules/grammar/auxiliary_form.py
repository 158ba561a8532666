from __future__ import annotations

import regex

from newslint.rules import Block, Case, Finding, PatternRule, Range, Scope

NOUN = r"(?:good|own|free|political|the|his|her|its|their|popular|the\speople’s|national|what|than|a)"
QUESTION = r"\b(?:question|is|was|thing|thought|answer|point|problem|issue|who|it)\b[^.;:]{0,20}\Z"


class AuxiliaryForm(PatternRule):
    """Two auxiliaries do not go together: “he will can”, “was did”.

    ## What it does
    Reports two modal verbs in a row, and “have”, “do” or a modal verb after “is” and “was”. Quoted speech and
    questions (“the question is can they”) pass.

    ## Why it matters
    Engines and spinners put each word into its tense by itself.

    ## Fix safety
    No fix: the tense that is meant has to be chosen.
    """

    scope = Scope.DOCUMENT
    expression = (
        rf"(?<!\b{NOUN}\s)\b(?:will|would|must|could|should)\s(?:can|must|will|would|should|could)(?=\s(?:be|have|not|\p{{Ll}}{{2,}}))"
        r"|\b(?:he|she|they|we|He|She|They|We)\s(?:is|are|was|were)\s(?:has|have|had|does|did|can|will|would|could|must)(?=\s\p{Ll})"
    )
    cases = (
        Case("He said ⟦he was did⟧ it. He ⟦will can⟧ go."),
        Case("He said he would. The question is can they do it, and the people’s will must be heard."),
        Case("“He will can it,” he said. All they have is what they had. They have will and time."),
    )

    def judge(self, match: regex.Match[str], block: Block) -> Finding | None:
        at = Range(*match.span())
        start = block.sentence_at(match.start()).start
        if block.is_quoted(at) or regex.search(QUESTION, block.text[start : match.start()]):
            return None
        return Finding(at, f"two auxiliaries, “{match[0]}”: choose one tense")
