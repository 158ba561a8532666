"""Sentences: where they end, and that nothing of the text is lost."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.sentences import split_sentences

ODD = [chr(code) for code in range(0x3001) if chr(code).isspace()] + [*"AABSSÉÉЖ....?!a"]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Rep. Ann Fox, D-N.Y., voted no.", "She left early."],
        ["Sen. Bob Oak (R-N.C.) spoke first.", "Nobody listened."],
        ["Sen. Bob Oak, R-Ga., spoke first.", "Nobody listened."],
        ["J.D. Vance met the mayor.", "He left."],
        ["The mayor met J.D. Vance and K.T. Oslin.", "They ate."],
        ["J. K. Rowling and George W. Bush sat apart."],
        ["It cost approx. 2.5 million euros.", "Nobody paid."],
        ["The firm has its seat in the U.S.", "The owners live abroad."],
        ["He left N.Y.", "They stayed."],
        ["They talked until 5 p.m. Monday.", "Then they slept."],
        ["The answer was a long one..", "The next was short."],
        ["They want to depend less on the country.", "to Russian gas."],
        ["“No. We won’t.”", "He sat down."],
        ["Really?", "Yes!", "Good."],
        ["Robert Oak Jr. sold Oak Inc. to his son."],
        ["🗞 The 𝒆vening paper closed.", "Its readers wept."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences):
    text = "  ".join(sentences)
    assert [s.of(text) for s in split_sentences(text)] == sentences


def test_no_space_before_a_stop_is_too_odd() -> None:
    """sentencex panics on a capital, a space of several bytes and a stop."""
    dice = Random(1)  # noqa: S311
    for _ in range(20_000):
        text = "".join(dice.choices(ODD, k=dice.randint(1, 8)))
        for sentence in split_sentences(text):
            assert sentence.of(text).strip()


def test_odd_spaces_part_words_as_plain_ones_do() -> None:
    plain = "George W . Bush spoke. He left."
    for space in "\xa0\u2003\u2009\u3000":
        assert split_sentences(plain.replace(" ", space)) == split_sentences(plain)


@pytest.mark.parametrize("text", ["", " ", "\n \t\u2028", "\ufeff"])
def test_little_text_is_read(text):
    assert all(s.of(text) for s in split_sentences(text))


def test_a_lone_surrogate_is_read_like_any_character():
    text = "The b\ud800dge broke. Nobody fell."
    assert [s.of(text) for s in split_sentences(text)] == ["The b\ud800dge broke.", "Nobody fell."]


@given(
    st.one_of(
        st.text(),
        st.text(alphabet=st.characters(exclude_categories=())),
        st.lists(
            st.sampled_from(["D-N.Y.", "J.D.", "Oak", "he", ".", "..", "”", "“", " ", "\n", "🗞", "2.5", "!"])
        ).map("".join),
    )
)
def test_sentences_are_in_order_and_hold_all_that_can_be_seen(text):
    found = split_sentences(text)
    assert all(s.start < s.end and s.of(text) == s.of(text).strip() for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    held = "".join(s.of(text) for s in found)
    assert "".join(held.split()) == "".join(text.split())
