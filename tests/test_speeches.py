"""Who speaks each quotation, and what tells it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import is_in_proportion

from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.text.names.people import find_people
from newslint.text.quotations.quotations import pair_quotes
from newslint.text.speakers.attribution_clauses import Naming
from newslint.text.speakers.quotation_speakers import SpeakerEvidence, Speech, Speeches, attribute_quotations


def heard(*texts: str) -> Speeches:
    return attribute_quotations(texts, pair_quotes(texts), find_people(texts))


def only(*texts: str) -> Speech:
    (speech,) = heard(*texts).attributed
    return speech


@pytest.mark.parametrize(
    ("text", "words", "verb"),
    [
        ("“The bridge will be shut by May,” Holm said.", "Holm", "said"),
        ("“The bridge will be shut by May,” said Ann Holm, who built it.", "Ann Holm", "said"),
        ("“The bridge will be shut by May,” said former banker Ann Holm.", "Ann Holm", "said"),
        ("“Shut by May,” according to a city aide who saw the plan.", "a city aide", "according to"),
        ("The minister added: “The bridge will be shut by May.”", "The minister", "added"),
        ("Asked twice, Ann Holm told reporters the bridge “cannot stay open”.", "Ann Holm", "told"),
        ("“It is late,” the firm’s lawyer, a former judge, has said.", "the firm’s lawyer", "said"),
        ("“It is late,” Holm (66) also noted.", "Holm", "noted"),
        ("“It is late,” she then wrote.", "she", "wrote"),
    ],
)
def test_the_clause_that_tells_it(text: str, words: str, verb: str) -> None:
    speech = only(text)
    assert speech.known is SpeakerEvidence.STATED
    assert speech.clause is not None
    assert (speech.clause.words, speech.clause.verb) == (words, verb)
    assert speech.place is not None
    assert speech.place.at.of(text) == words


def test_a_family_name_means_the_one_introduced() -> None:
    speech = only("Finnish envoy Ann Holm came.", "“Ships are late this year,” Holm said.")
    assert speech.speaker == "Ann Holm"
    assert speech.person is not None
    assert speech.person.family == "Holm"
    assert speech.antecedent is not None
    assert speech.antecedent.block == 0


def test_a_pronoun_means_who_stands_first_and_fits() -> None:
    texts = ("Ann Holm met Paul Keller in Oslo.", "“Ships are late this year,” he said.")
    assert only(*texts).speaker == ""
    assert only("Paul Keller met Ann Holm in Oslo.", "“Ships are late this year,” he said.").speaker == (
        "Paul Keller"
    )
    assert only("Ann Holm sailed.", "“Ships are late this year,” he said.").speaker == ""


def test_a_role_goes_back_to_who_bore_it() -> None:
    said = heard(
        "“Ships are late this year,” said a port official.",
        "“They will be later,” the official said.",
        "“Nobody told us that,” the clerk said.",
        "“Nobody ever will,” Judge Ann Holm said. “That is the law,” the judge added.",
    ).attributed
    assert [speech.speaker for speech in said] == [
        "a port official",
        "a port official",
        "the clerk",
        "Ann Holm",
        "Ann Holm",
    ]
    assert [speech.is_new_role for speech in said] == [False, False, True, False, False]
    assert said[2].clause is not None
    assert (said[2].clause.naming, said[2].clause.noun) == (Naming.ROLE, "clerk")


def test_a_role_that_was_spoken_of_is_not_unheard() -> None:
    speech = only("Two clerks run the port.", "“Ships are late this year,” the clerk said.")
    assert not speech.is_new_role
    assert speech.antecedent is not None
    assert speech.antecedent.block == 0


def test_what_goes_on_without_a_word_of_who_says_it() -> None:
    texts = (
        "“Ships are late this year,” Ann Holm said. “They will be later next year.”",
        "“Nobody told us anything about that.”",
        "Paul Keller laughed. “What would a ship be late for?”",
    )
    assert [(speech.known, speech.speaker) for speech in heard(*texts).attributed] == [
        (SpeakerEvidence.STATED, "Ann Holm"),
        (SpeakerEvidence.SAME, "Ann Holm"),
        (SpeakerEvidence.SAME, "Ann Holm"),
        (SpeakerEvidence.NEAR, "Paul Keller"),
    ]


def test_a_phrase_in_marks_is_nobody_s() -> None:
    speeches = heard("After a “family photo” the talks on the “new deal” began.")
    assert not speeches.attributed
    assert len(speeches.phrases) == 2


def test_they_are_facts_of_a_document() -> None:
    text = "“Ships are late,” Ann Holm said.\n\n“Not mine,” said Paul Keller."
    (document,) = Linter(()).parse(Source(text)).documents
    assert document.speeches.speakers == ("Ann Holm", "Paul Keller")


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        " ",
        ", ",
        ". ",
        "Ann Holm",
        "Holm",
        "he",
        "said",
        "the official",
        "according to",
        "Ships",
    ]
)


@given(st.lists(st.lists(PIECES, max_size=14).map("".join), max_size=4))
def test_any_text_can_be_heard(texts: list[str]) -> None:
    for speech in heard(*texts).attributed:
        if speech.clause and speech.place:
            said = speech.place.at.of(texts[speech.place.block])
            assert " ".join(said.split()) == speech.clause.words


def test_one_long_paragraph_takes_steps_in_proportion() -> None:
    def hear(count: int) -> None:
        heard(
            "Ann Holm met Paul Keller and said “" + "the long word " * 2 * count + "” " + "The A B " * count
        )

    assert is_in_proportion(hear, 200)
