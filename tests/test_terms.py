"""The reading of an article's terms: lemmas, places, definite slots, twins, acronyms."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.terms import Terms, gather_terms, lemma_of

ARTICLE = (
    "Alliances at sea",
    "The alliance has ships in the northern part of the alliance’s waters. Allies agreed.",
    "",
    "Four more sail in the northern part of the covenant’s waters, and its pact holds.",
)


@pytest.fixture
def terms() -> Terms:
    return gather_terms(ARTICLE)


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


def test_words_are_found_by_lemma_in_order_and_at_their_places(terms: Terms) -> None:
    found = [(w.place.block, w.place.at.of(ARTICLE[w.place.block])) for w in terms.of("alliance")]
    assert found == [(0, "Alliances"), (1, "alliance"), (1, "alliance’s")]
    assert terms.of("navy") == ()


def test_definite_slots(terms: Terms) -> None:
    assert [terms.definite(word) for word in terms.of("alliance")] == [False, True, True]
    assert terms.definite(terms.of("pact")[0])
    assert not terms.definite(terms.of("ship")[0])
    assert gather_terms(["Rome’s pact"]).definite(gather_terms(["Rome’s pact"]).of("pact")[0])


def test_twins_share_the_words_around_them(terms: Terms) -> None:
    (covenant,) = terms.of("covenant")
    twins = list(terms.twins(covenant))
    assert [(twin.word.text, twin.shared) for twin in twins] == [("alliance’s", 7)]


def test_twins_may_share_what_follows_only() -> None:
    terms = gather_terms(["Ministers met in Rome today.", "Bankers met in Rome today."])
    assert [twin.word.text for twin in terms.twins(terms.of("banker")[0])] == ["ministers"]


def test_a_mark_ends_the_company() -> None:
    terms = gather_terms(["One of them, the mayor, left.", "Most of them, the crew, left."])
    assert list(terms.twins(terms.of("crew")[0])) == []


def test_acronyms_and_text_in_capitals() -> None:
    terms = gather_terms(["STOP THE PRESS", "NATO and the EU met; G7 members did, NATO said. A US aide."])
    assert {name: len(places) for name, places in terms.acronyms.items()} == {
        "NATO": 2,
        "EU": 1,
        "G7": 1,
        "US": 1,
    }


@given(st.lists(st.text(st.characters(codec=None), max_size=80), max_size=5))
def test_any_text_is_read(texts: list[str]) -> None:
    terms = gather_terms(texts)
    for word in terms.words:
        assert word.place.at.of(texts[word.place.block]).lower() == word.text
        assert word in terms.of(lemma_of(word.text))
        list(terms.twins(word))
        terms.definite(word)


def test_one_long_block_takes_linear_time() -> None:
    terms = gather_terms(["the pact of the alliance " * 40_000])
    began = time.process_time()
    assert len(terms.of("pact")) == 40_000
    assert terms.definite(terms.of("pact")[-1])
    assert time.process_time() - began < 5
