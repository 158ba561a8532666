"""The reading of an article's terms: lemmas, places, definite slots, twins, acronyms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import is_in_proportion

from newslint.text.terms import Terms, collect_terms, lemma_of, plural_of
from newslint.text.words import WORD

ARTICLE = (
    "Alliances at sea",
    "The alliance has ships in the northern part of the alliance’s waters. Allies agreed.",
    "",
    "Four more sail in the northern part of the covenant’s waters, and its pact holds.",
)


@pytest.fixture
def terms() -> Terms:
    return collect_terms(ARTICLE)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("alliances", "alliance"),
        ("alliance’s", "alliance"),
        ("workers’", "worker"),
        ("allies", "ally"),
        ("ties", "tie"),
        ("taxes", "tax"),
        ("classes", "class"),
        ("class", "class"),
        ("crisis", "crisis"),
        ("virus", "virus"),
        ("gas", "gas"),
        ("judges", "judge"),
    ],
)
def test_plural_and_possessive_fall_off(form: str, lemma: str) -> None:
    assert lemma_of(form) == lemma


@pytest.mark.parametrize(
    ("lemma", "plural"), [("ally", "allies"), ("day", "days"), ("church", "churches"), ("pact", "pacts")]
)
def test_plural(lemma: str, plural: str) -> None:
    assert plural_of(lemma) == plural
    assert lemma_of(plural) == lemma


def test_words_are_found_by_lemma_in_order_and_at_their_places(terms: Terms) -> None:
    found = [(w.place.block, w.place.at.of(ARTICLE[w.place.block])) for w in terms.of("alliance")]
    assert found == [(0, "Alliances"), (1, "alliance"), (1, "alliance’s")]
    assert terms.of("navy") == ()
    assert terms.count("alliance") == 3


def test_definite_slots(terms: Terms) -> None:
    assert [terms.definite(word) for word in terms.of("alliance")] == [False, True, True]
    assert terms.definite(terms.of("pact")[0])
    assert not terms.definite(terms.of("ship")[0])
    assert collect_terms(["Rome’s pact"]).definite(collect_terms(["Rome’s pact"]).of("pact")[0])


def test_twins_share_the_words_around_them(terms: Terms) -> None:
    twin = terms.parallel_use(terms.of("covenant")[0], "alliance")
    assert twin is not None
    assert (twin.word, twin.shared) == (terms.of("alliance")[2], 7)
    assert terms.parallel_use(terms.of("pact")[0], "alliance") is None


def test_twins_may_share_what_follows_only() -> None:
    terms = collect_terms(["Ministers met in Rome today.", "Bankers met in Rome today."])
    twin = terms.parallel_use(terms.of("banker")[0], "minister")
    assert twin is not None
    assert (twin.word.text, twin.shared) == ("ministers", 4)


def test_a_mark_ends_the_company() -> None:
    terms = collect_terms(["One of them, the mayor, left.", "Most of them, the crew, left."])
    assert terms.parallel_use(terms.of("crew")[0], "mayor") is None


def test_acronyms_and_text_in_capitals() -> None:
    terms = collect_terms(["STOP THE PRESS", "NATO and the EU met; G7 members did, NATO said. A US aide."])
    assert {name: len(places) for name, places in terms.acronyms.items()} == {
        "NATO": 2,
        "EU": 1,
        "G7": 1,
        "US": 1,
    }


@given(st.lists(st.text(st.characters(codec=None), max_size=80), max_size=5))
def test_any_text_is_read(texts: list[str]) -> None:
    terms = collect_terms(texts)
    lemmas = {lemma_of(match[0].lower()) for text in texts for match in WORD.finditer(text)}
    for lemma in lemmas:
        assert terms.count(lemma) == len(terms.of(lemma)) > 0
        for word in terms.of(lemma):
            assert word.place.at.of(texts[word.place.block]).lower() == word.text
            terms.definite(word)
            terms.parallel_use(word, min(lemmas))


def test_one_long_block_takes_steps_in_proportion() -> None:
    def ask(count: int) -> None:
        terms = collect_terms(["the pact of the alliance " * count])
        assert len(terms.of("pact")) == count
        assert terms.definite(terms.of("pact")[-1])

    assert is_in_proportion(ask, 500)
