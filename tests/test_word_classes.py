"""Word classes and the word list: complete enough, well formed, and each word in one place."""

from __future__ import annotations

from importlib.resources import files

import pytest

from newslint.lexicon.classes import column, entries, words_of
from newslint.lexicon.english_words import frequency, is_in_dictionary, is_word
from newslint.text.tokens import Tokens

CLASSES = sorted(path.name.removesuffix(".txt") for path in (files("newslint.lexicon") / "classes").iterdir())
LEAST = {
    "acronyms": 200,
    "currencies": 140,
    "nations": 190,
    "outlets": 300,
    "reporting_verbs": 110,
    "roles": 280,
}


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_has_no_entry_twice(name: str) -> None:
    assert len(entries(name)) == len(set(entries(name)))
    assert words_of(name)


def test_classes_are_large_enough_to_be_trusted() -> None:
    assert {name: len(entries(name)) for name in LEAST if len(entries(name)) < LEAST[name]} == {}


def test_columns_hold_forms() -> None:
    assert {"said", "told", "wrote", "denied"} <= column("reporting_verbs", 2)
    assert {"Estonian", "Burkinabe"} <= column("nations", 1)
    assert {"HUF", "NGN"} <= column("currencies", 0)


def test_the_word_list_knows_both_spellings_and_no_runs() -> None:
    assert all(map(is_word, ["colour", "color", "organise", "livestream", "alliance"]))
    assert not any(map(is_word, ["ofthe", "saidthat", "infor", "mation"]))
    assert is_in_dictionary("alliance")
    assert frequency("the") > frequency("alliance") > frequency("zyzzyva") == 0


def test_tokens_and_gaps_make_up_the_text() -> None:
    text = "The “well-known” O’Neill’s, it’s 1,500.5 kg.\nIn 3.5-km runs"
    tokens = Tokens(text)
    assert tokens.words[:4] == ["The", "well-known", "O’Neill’s", "it’s"]
    assert "1,500.5" in tokens.words
    assert "".join(gap + word for gap, word in zip(tokens.gaps, [*tokens.words, ""], strict=True)) == text
    assert [text[start:].startswith(word) for start, word in zip(tokens.starts, tokens.words, strict=True)]
    assert tokens.range(1, 3).of(text) == "well-known” O’Neill’s"
    assert tokens.words[tokens.at(text.index("kg"))] == "kg"
