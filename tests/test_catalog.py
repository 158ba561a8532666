"""Rules by name: chosen, built, refused with the nearest name."""

from __future__ import annotations

import pytest
import regex

from newslint.core.diagnostics import Safety
from newslint.core.errors import BadRule, UnknownName
from newslint.linter.linter import Linter
from newslint.rules import Phrase, PhraseRule, selection

TABLES = [name for name in selection.built_in() if issubclass(selection.load(name), PhraseRule)]


def names(**given: object) -> list[str]:
    return [active.info.name for active in selection.select(**given)]  # type: ignore[arg-type]


def test_paths_are_the_registry() -> None:
    entry = selection.find("double-word")
    assert entry.category == "sentences"
    assert entry.path.name == "double_word.py"


def test_every_rule_lies_in_a_category_and_states_its_fault() -> None:
    for name, entry in selection.built_in().items():
        info = selection.info(name)
        assert entry.category in selection.CATEGORIES
        assert info.summary.endswith(".")
        assert selection.load(name).cases


def test_rules_are_chosen_by_name_category_and_all() -> None:
    assert names(select=["double-word"]) == ["double-word"]
    assert "double-word" in names(select=["sentences"])
    assert set(names(select=["all"])) == set(selection.built_in())
    assert "double-word" not in names(ignore=["sentences"])
    assert names(select=["double-word"], ignore=["double-word"]) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"select": ["doubleword"]}, "did you mean “double-word”"),
        ({"ignore": ["sentence"]}, "did you mean “sentences”"),
        ({"select": ["acme/nothing"]}, "unknown rule “acme/nothing”"),
        ({"options": {"double-word": {"alowed": []}}}, "did you mean “allow"),
    ],
)
def test_an_unknown_name_offers_the_nearest(given: dict[str, object], said: str) -> None:
    with pytest.raises(UnknownName, match=said):
        names(**given)


def test_an_option_of_the_wrong_type_is_told() -> None:
    with pytest.raises(BadRule, match="option of double-word"):
        selection.build("double-word", {"allowed": 3})


def test_options_reach_the_rule() -> None:
    rule = selection.build("double-word", {"allowed": ["the"]})
    assert rule.allowed == frozenset({"the"})  # type: ignore[attr-defined]


HELD = {
    "nation": "Greek",
    "country": "Greece",
    "capital": "Athens",
    "weekday": "Monday",
    "month": "August",
    "paper": "Irish Times",
    "outlet": "Reuters",
    "body": "NATO",
    "year": "2019",
    "number": "8",
    "name": "Holm",
    "word": "built",
    "verb": "build",
    "infinitive": "occur",
    "participle": "built",
    "gerund": "building",
    "determiner": "the",
    "person": "teacher",
    "people": "teachers",
    "role": "spokesman",
    "say": "says",
    "said": "said",
    "adjective": "big",
    "comparative": "bigger",
}


def an_instance(frame: str) -> str:
    """A phrase that a frame finds: the first of its alternatives, all that may be missing."""
    either = regex.sub(r"\(([^()|]*)[^()]*\)[?*]?", r"\1", frame)
    return regex.sub(r"\{(\w+)\}", lambda slot: HELD[slot[1]], either).replace("~", "s").replace("*", "")


def in_its_place(phrase: Phrase) -> str:
    """A phrase among words that let it be found."""
    found = an_instance(phrase.wrong)
    if found[0] == ",":
        return f"the harbor{found}"
    if phrase.condition:
        return f"and {found} p.m.," if found[-1].isdigit() else f"and {found},"
    return f"the {found} of the town"


@pytest.mark.parametrize("name", TABLES)
def test_no_fix_of_a_table_is_refused(name: str) -> None:
    rule = selection.load(name)
    assert issubclass(rule, PhraseRule)
    fixable = [phrase for phrase in rule.phrases if len(phrase.right) == 1 and not phrase.gate]
    sentences = [f"They said that they had seen {in_its_place(one)} when they left." for one in fixable]
    report = Linter(selection.select([name])).fix("\n\n".join(sentences), Safety.UNSAFE)
    assert report.refused == ()
    sure = {sentence for one, sentence in zip(fixable, sentences, strict=True) if not one.condition}
    assert set(report.after.split("\n\n")) & sure == set()
