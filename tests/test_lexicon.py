"""The pairs of wrong words: well formed, within their budget, found on their evidence and only there."""

from __future__ import annotations

from pathlib import Path

from newslint.core.source import Source
from newslint.lexicon.wrong_words import BUDGET, KEY, Slot, WordPair, drift_pairs, pairs, strange
from newslint.linter.linter import Linter
from newslint.rules.selection import select
from newslint.text.terms import lemma_of
from newslint.text.word_choice.substitutions import SubstitutionSearch
from tools.seeds import articles, open_article

SEEDS = Path(__file__).parents[1] / "seeds"
ALL = [pair for rows in pairs().values() for pair in rows]
SOURCES = {"ar", "de", "es", "fr", "it", "pt", "ru", "spinner", "tr", "zh"}
RULES = Linter(select(["wrong-word", "key-term-drift"]))
MEANT = {("diplomacy", "covenant")}
"""The wrong words that somebody put into the sample articles."""


def article(pair: WordPair, times: int) -> str:
    """An article on the pair's topic that says the right word so often, and the wrong one once."""
    topics = " ".join(f"We saw {topic}." for topic in sorted(pair.topics)[:2])
    rights = " ".join(f"Nobody saw the {pair.right}." for _ in range(times))
    return f"{topics} {rights}\n\nLater the {pair.wrong} was seen."


def found(text: str) -> list[tuple[str, str]]:
    return [(d.rule, d.quote) for d in RULES.check(Source(text, "article.txt")).diagnostics]


def test_there_are_pairs_for_every_desk() -> None:
    assert len({(pair.wrong, pair.right) for pair in ALL}) >= 400


def test_every_pair_is_within_the_budget() -> None:
    assert not [pair for pair in ALL if not 0 <= pair.rate <= BUDGET]


def test_a_wrong_word_belongs_to_one_rule() -> None:
    assert not strange().keys() & drift_pairs().keys()
    assert strange().keys() | drift_pairs().keys() == pairs().keys()
    assert not [rows for rows in pairs().values() if len({row.least >= KEY for row in rows}) > 1]


def is_well_formed(pair: WordPair) -> bool:
    lemmas = pair.wrong == lemma_of(pair.wrong) != pair.right == lemma_of(pair.right)
    sources = bool(pair.sources) and set(pair.sources) <= SOURCES
    return lemmas and sources and len(pair.topics) >= 5 and (bool(pair.least) or pair.slot is Slot.ANY)


def test_every_pair_is_well_formed() -> None:
    assert [pair for pair in ALL if not is_well_formed(pair)] == []


def test_every_pair_is_found_with_its_evidence() -> None:
    missed = [
        pair for pair in ALL if pair.wrong not in [q for _, q in found(article(pair, max(pair.least, 1)))]
    ]
    assert not missed


def test_no_pair_is_found_without_its_right_word() -> None:
    raised = [pair for pair in ALL if pair.least and found(article(pair, pair.least - 1))]
    assert not [pair for pair in raised if len(pairs()[pair.wrong]) == 1]


def test_no_pair_is_found_off_its_topic() -> None:
    for pair in ALL:
        text = "Nobody saw it. " * pair.least + f"Later the {pair.wrong} was seen."
        assert not found(text.replace("it", pair.right))


def test_the_sample_articles_raise_nothing_that_nobody_put_there() -> None:
    raised = set()
    for path in articles(SEEDS):
        source, linter = open_article(path)
        for document in linter.parse(source).documents:
            for rows in (strange(), drift_pairs()):
                texts = enumerate(document.texts)
                terms = document.terms
                for misfit in SubstitutionSearch(rows).misfits(
                    texts, document.encoded_text.lower, lambda terms=terms: terms
                ):
                    raised.add((path.stem, misfit.word.text))
    assert raised == MEANT
