"""Which words are a slip away from a name, and which are the name in another spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import is_in_proportion

from newslint.text.names.capital_words import CapitalWords
from newslint.text.names.name_typos import differ_by_typo, near_words


@pytest.mark.parametrize(
    ("odd", "usual"),
    [
        ("Nausada", "Nauseda"),
        ("Holmgern", "Holmgren"),
        ("Bruvk", "Bruvik"),
        ("Abbot", "Abbott"),
        ("Kernanova", "Kerranova"),
        ("Olstroms", "Olstrons"),
        ("Nauséda", "Nauseda"),
        ("Lugovoy", "Lugovoi"),
        ("Müller", "Mueller"),
    ],
)
def test_slips(odd: str, usual: str) -> None:
    assert differ_by_typo(odd, usual)


@pytest.mark.parametrize(
    ("odd", "usual"),
    [
        ("Zelenskyy", "Zelensky"),
        ("Gadhafi", "Gaddafi"),
        ("Holmgrens", "Holmgren"),
        ("Holmgreny", "Holmgren"),
        ("Holberg", "Holmgren"),
        ("Olmgren", "Holmgreen"),
    ],
)
def test_other_spellings_and_other_names(odd: str, usual: str) -> None:
    assert not differ_by_typo(odd, usual)


def test_near_words_of_a_text() -> None:
    text = "Holmgren met Holmgren and Holmgern. Bruvik met Bruvk; Holm-Stern met Anna, Holmqvist."
    words = CapitalWords(text.encode()).words
    assert near_words(words) == [("Bruvik", "Bruvk"), ("Bruvk", "Bruvik"), ("Holmgern", "Holmgren")]


def test_many_words_are_paired_as_few_are() -> None:
    few = ["Holmgren", "Holmgern", "Holmgrn", "Holmgraen", "Holmgran"]
    many = [f"Ho{one}{other}{third}qvist" for one in "abdefhijk" for other in "klmnp" for third in "orst"]
    for words in ([*few, "Holmgren"], [*few, "Holmgren", *many]):
        pairs = near_words(CapitalWords(" ".join(words).encode()).words)
        assert sorted(odd for odd, usual in pairs if usual == "Holmgren") == sorted(few[1:])


def test_a_book_of_names_takes_steps_in_proportion() -> None:
    letters = "abcdefghiklmnoprstu"
    names = [f"Ma{one}{other}{third}ano" for one in letters for other in letters for third in letters]
    assert is_in_proportion(
        lambda count: near_words(CapitalWords(" ".join(names[:count]).encode()).words), len(names) // 4
    )


@given(st.text(alphabet="Abcé ’-", max_size=60), st.text(alphabet="Abcé", max_size=8))
def test_any_text_and_nothing_is_a_slip_of_itself(text: str, word: str) -> None:
    assert not differ_by_typo(word, word)
    for odd, usual in near_words(CapitalWords(f"{text}\n{text}".encode()).words):
        assert odd != usual
