"""Which words are a slip away from a name, and which are the name in another spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import is_in_proportion

from newslint.text.names.name_typos import near_words, slipped


@pytest.mark.parametrize(
    ("odd", "usual"),
    [
        ("Nausada", "Nauseda"),
        ("Holmgern", "Holmgren"),
        ("Bruvk", "Bruvik"),
        ("Abbot", "Abbott"),
        ("Kernanova", "Kerranova"),
        ("Olstroms", "Olstrons"),
    ],
)
def test_slips(odd: str, usual: str) -> None:
    assert slipped(odd, usual)


@pytest.mark.parametrize(
    ("odd", "usual"),
    [
        ("Nauséda", "Nauseda"),
        ("Zelenskyy", "Zelensky"),
        ("Gadhafi", "Gaddafi"),
        ("Lugovoy", "Lugovoi"),
        ("Müller", "Mueller"),
        ("Holmgrens", "Holmgren"),
        ("Holmgreny", "Holmgren"),
        ("Holberg", "Holmgren"),
        ("Olmgren", "Holmgreen"),
    ],
)
def test_other_spellings_and_other_names(odd: str, usual: str) -> None:
    assert not slipped(odd, usual)


def test_near_words_of_a_text() -> None:
    data = b"Holmgren met Holmgren and Holmgern. Bruvik met Bruvk; Holm-Stern met Anna, Holmqvist."
    assert near_words(data) == [("Holmgern", "Holmgren")]


def test_many_words_are_paired_as_few_are() -> None:
    few = ["Holmgren", "Holmgern", "Holmgrn", "Holmgraen", "Holmgran"]
    many = [f"Ho{one}{other}{third}qvist" for one in "abdefhijk" for other in "klmnp" for third in "orst"]
    wanted = sorted((odd, "Holmgren") for odd in few[1:])
    assert sorted(near_words(" ".join([*few, "Holmgren"]).encode())) == wanted
    assert sorted(near_words(" ".join([*few, "Holmgren", *many]).encode())) == wanted


def test_a_book_of_names_takes_steps_in_proportion() -> None:
    letters = "abcdefghiklmnoprstu"
    names = [f"Ma{one}{other}{third}ano" for one in letters for other in letters for third in letters]
    assert is_in_proportion(lambda count: near_words(" ".join(names[:count]).encode()), len(names) // 4)


@given(st.text(alphabet="Abcé ’-", max_size=60), st.text(alphabet="Abcé", max_size=8))
def test_any_text_and_nothing_is_a_slip_of_itself(text: str, word: str) -> None:
    assert not slipped(word, word)
    for odd, usual in near_words((text * 2).encode()):
        assert odd != usual
