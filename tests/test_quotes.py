"""The quotation machine: examples of our own, and what must hold for any text."""

from __future__ import annotations

from collections import Counter
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import is_in_proportion

from newslint.core.positions import Place, Range
from newslint.text.quotations.marks import read_marks
from newslint.text.quotations.quotations import Quotation, Quotes, pair_quotes

QUOTED = [
    ("“We stay,” she said. “For good.”", ["We stay,", "For good."]),
    ('"We stay," she said. "For good."', ["We stay,", "For good."]),
    ("''We stay,'' she said. ``For good.''", ["We stay,", "For good."]),
    ("The ‘small print’ and the 'large print'.", ["small print", "large print"]),
    ("He said, “She told me, ‘Go.’”", ["She told me, ‘Go.’", "Go."]),
    ("“‘Go,’ she told me,” he said.", ["‘Go,’ she told me,", "Go,"]),
    ("“ ‘Go,’ she told me. ” He went.", [" ‘Go,’ she told me. ", "Go,"]),
    ("\"He said 'go'\" is a rumour.", ["He said 'go'", "go"]),
    ('It sounded like “a foghorn" at night.', ["a foghorn"]),
    ("They called it ‘safe” for years.", ["safe"]),
    ("“We start next month,“ she said.", ["We start next month,"]),
    ("”We start soon,” she said.", ["We start soon,"]),
    ("The band „Regen“ plays, and „Schnee” too.", ["Regen", "Schnee"]),
    ("“ We stay ,” she said.", [" We stay ,"]),
    ('"We stay, " she said.', ["We stay, "]),
    ('"We stay, "said the mayor. "Here."', ["We stay, ", "Here."]),
    ("He asked, ‘What’s in the workers’ tea?’", ["What’s in the workers’ tea?"]),
    ("The ‘shared values’ of the States’ lawyers.", ["shared values"]),
    ("‘The players’ bus is late,’ he said of the fans’ anger.", ["The players’ bus is late,"]),
    ('"The 55" screen is new," he said.', ['The 55" screen is new,']),
    ("“He is 6'2\",” the coach said.", ["He is 6'2\","]),
    ("(“Quiet.”) “Loud”—“louder”: all “news”letters.", ["Quiet.", "Loud", "louder", "news"]),
    ("“He told me “leave” and left,” she said.", ["He told me “leave” and left,", "leave"]),
    ("“We need bread,’’ he said.", ["We need bread,"]),
    ("“It was ‘the end,’’’ she said.", ["It was ‘the end,’", "the end,"]),
    ("“It”s late,” she said of the mayor”s plan.", ["It”s late,"]),
    ("They reward “good”s more than “bad”s.", ["good", "bad"]),
]

IN_SINGLE_MARKS = [
    ("‘We stay,’ she said of the workers’ strike. ‘For good.’", ["We stay,", "For good."]),
    ("'It's late,' she said. 'The players' bus is here.'", ["It's late,", "The players' bus is here."]),
    (
        "‘It wis blawin’ like nothin’ since ’68,’ he said. ‘An’ cold.’",
        ["It wis blawin’ like nothin’ since ’68,", "An’ cold."],
    ),
    ("‘He told me, “Go.”’ ‘I went,’ he said.", ["He told me, “Go.”", "Go.", "I went,"]),
    ("The ’80s bar had no ladies’. ‘They left,’ she said. ‘Long ago.’", ["They left,", "Long ago."]),
    ("It had ' nothing to hide ' from us. 'No,' he said.", [" nothing to hide ", "No,"]),
    ("‚We stay,’ he said. ‘For good,’ she said.", ["We stay,", "For good,"]),
]

UNQUOTED = [
    "Don’t say O’Neill’s and D'Arcy's rock ’n’ roll of the ’90s, ‘em and the 1980s' best.",
    'A 6\' 2" boxer, a 5’10” sprinter and a 12" record.',
    "The States’ lawyers met the workers' union at Charles’ and at James'.",
    "Sie sagte »Hallo« et «bonjour».",
    "A minute' walk, 40’ north, 3′ 20″ long.",
    "",
]


def inner(quotation: Quotation, texts: list[str]) -> str:
    return "⏎".join(place.at.of(texts[place.block]) for place in quotation.inner)


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_what_is_quoted(text: str, quoted: list[str]) -> None:
    quotes = pair_quotes([text])
    assert [inner(quotation, [text]) for quotation in quotes.quotations] == quoted
    assert not quotes.unclosed_quotations
    assert not quotes.unopened


@pytest.mark.parametrize(("text", "quoted"), IN_SINGLE_MARKS)
def test_what_is_quoted_in_single_marks(text: str, quoted: list[str]) -> None:
    test_what_is_quoted(text, quoted)


@pytest.mark.parametrize("text", UNQUOTED)
def test_what_is_not(text: str) -> None:
    assert pair_quotes([text]) == Quotes()


CLOSES = [
    ("She added: “The talks were frank. It was long.", len("She added: “The talks were frank. It was long.")),
    ("“The harvest failed, the farmer said. It rained.", len("“The harvest failed,")),
    ("“Nobody came, said the farmer. “Not one.”", len("“Nobody came,")),
    ("The mayor called it “reckless and left the hall.", None),
    ("“The yard closed in May. The Harbour Board of Leith sold the cranes to a yard in Gdansk.", None),
    ("She added: “The talks were frank, and", None),
]


@pytest.mark.parametrize(("text", "place"), CLOSES)
def test_where_an_unclosed_quotation_closes(text: str, place: int | None) -> None:
    (unclosed,) = pair_quotes([text]).unclosed_quotations
    assert unclosed.closes_at == (None if place is None else Place(0, Range(place, place)))


SPEECH = ["“We waited for hours.", "", "“Nobody came.", "", "“Then it rained,” she said."]


def test_a_speech_opens_in_each_paragraph_and_closes_in_the_last() -> None:
    (speech,) = pair_quotes(SPEECH).quotations
    assert inner(speech, SPEECH) == "We waited for hours.⏎Nobody came.⏎Then it rained,"
    assert [place.block for place in speech.resumed] == [2, 4]
    assert speech.closing == Place(4, Range(16, 17))


def test_where_speeches_do_not_run_on_each_paragraph_must_close() -> None:
    assert len(pair_quotes(SPEECH, continued=False).unclosed_quotations) == 2


def test_a_letter_opens_once_and_closes_in_the_last_paragraph() -> None:
    letter = ["It read: “All must leave.", "The doors close at noon.", "Bring your keys.” Nobody did."]
    (quotation,) = pair_quotes(letter).quotations
    assert inner(quotation, letter) == "All must leave.⏎The doors close at noon.⏎Bring your keys."


def test_a_speech_that_stops_is_unclosed_in_its_last_paragraph() -> None:
    texts = ["She said: “We waited.", "“Nobody came.", "The inquiry goes on."]
    (speech,) = pair_quotes(texts).unclosed_quotations
    assert speech.last_opening == Place(1, Range(0, 1))
    assert speech.closes_at == Place(1, Range(13, 13))


def test_a_speech_goes_on_in_a_paragraph_that_has_troubles_of_its_own() -> None:
    texts = ["He said: “We waited.", "“Nobody came, he said. “Not one. It rained, “hard and long."]
    assert pair_quotes(texts).unclosed_quotations[0].resumed == (Place(1, Range(0, 1)),)


def test_an_advertisement_does_not_break_a_speech() -> None:
    (speech,) = pair_quotes(["“We waited.", "ADVERTISEMENT", "“Nobody came,” she said."]).quotations
    assert speech.closing


def test_paragraphs_run_together_leave_a_speech_that_opens_several_times() -> None:
    told = "The harbour was closed and the cranes stood still. " * 20
    text = f"{told}“We waited. “Nobody came. “Then it rained,” she said. “It poured.”"
    first, second = pair_quotes([text]).quotations
    assert inner(first, [text]) == "We waited. “Nobody came. “Then it rained,"
    assert inner(second, [text]) == "It poured."
    assert len(pair_quotes([text], continued=False).unclosed_quotations) == 2


def test_unopened() -> None:
    assert pair_quotes(["It is a disgrace,” she said."]).unopened == (Place(0, Range(17, 18)),)


OPENS = [
    ("My bus was late,” she said.", "My bus", True),
    ("The bus was late,” she said.", "The bus", False),
    ("Ann Holm said: The bus was late.”", "The bus", True),
    ("“It rained,” said Ann Holm, who walked. The bus was late.”", "The bus", True),
    ("“It rained,” said Ann Holm of Bergen, and I missed the bus.”", "and I", True),
    ("The mayor called it a disgrace.” He left.", None, False),
    ("The mayor called the bus late” and left.", None, False),
    ("‘It rained,’ he said. The bus was late.’", "The bus", True),
]


@pytest.mark.parametrize(("text", "first", "sure"), OPENS)
def test_where_an_unopened_quotation_opens(text: str, first: str | None, sure: bool) -> None:
    quotes = pair_quotes([text])
    (mark,) = quotes.unopened
    beginning = quotes.openings.get(mark)
    assert (beginning and beginning.at) == (None if first is None else text.index(first))
    assert beginning is None or beginning.sure is sure


LOST_IN_SINGLE_MARKS = [
    ("‘It rained, said Ann Holm. ‘It was cold.’ ‘We left,’ she said.", [0], []),
    ("“He told me, ‘The bus is late,” she said.", [13], []),
    ("‘He told me, “The bus is late,’ she said. ‘It rained.’", [13], []),
    ("Pay offer an insult’, says union", [], [19]),
    ("Governor calls plan ‘rushed and unfair", [20], []),
]


@pytest.mark.parametrize(("text", "unclosed", "unopened"), LOST_IN_SINGLE_MARKS)
def test_single_marks_without_a_partner(text: str, unclosed: list[int], unopened: list[int]) -> None:
    quotes = pair_quotes([text])
    assert [quotation.opening.at.start for quotation in quotes.unclosed_quotations] == unclosed
    assert [place.at.start for place in quotes.unopened] == unopened


def test_depth_and_touches() -> None:
    text = "He said, “She told me, ‘Go.’”"
    quotes = pair_quotes([text])
    assert [quotation.depth for quotation in quotes.quotations] == [0, 1]
    assert quotes.touches(0, Range(text.index("Go"), text.index("Go") + 2))
    assert not quotes.touches(0, Range(0, 7))
    assert not quotes.touches(1, Range(0, 7))


MARKS = "“”„‘’\"'`"
TEXTS = st.lists(st.text(st.sampled_from(MARKS + "as1 ,.!—(\n") | st.characters(), max_size=60), max_size=5)


@given(TEXTS, st.booleans())
def test_any_text(texts: list[str], continued: bool) -> None:
    quotes = pair_quotes(texts, continued=continued)
    ends = [end for q in quotes.quotations for end in (q.opening, *q.resumed, q.closing) if end] + [
        *quotes.unopened
    ]
    assert max(Counter(ends).values(), default=1) == 1, "a mark belongs to two quotations"
    marks = {Place(block, mark.at) for block, text in enumerate(texts) for mark in read_marks(text)}
    assert set(ends) <= marks
    for quotation in quotes.quotations:
        for place in quotation.inner:
            assert 0 <= place.at.start <= place.at.end <= len(texts[place.block])
        assert (quotation.closing is None) or (quotation.closes_at is None)


@given(TEXTS, st.integers(0, 4), st.integers(0, 60), st.integers(0, 5))
def test_touches_agrees_with_the_places(texts: list[str], block: int, start: int, length: int) -> None:
    quotes, at = pair_quotes(texts), Range(start, start + length)
    inside = [p.at for q in quotes.quotations for p in q.inner if p.block == block]
    if length:
        expected = any(place.start < at.end and at.start < place.end for place in inside)
    else:
        expected = any(place.start <= start <= place.end for place in inside)
    assert quotes.touches(block, at) == expected


WORDS = st.lists(st.sampled_from(["bread", "rain", "don’t", "the", "Leith"]), min_size=1, max_size=5).map(
    " ".join
)
INNER = st.builds("{} ‘{}’ {}".format, WORDS, WORDS, WORDS) | WORDS
SAID = st.lists(st.builds("“{},” she said.".format, INNER), min_size=1, max_size=6)


@given(SAID)
def test_balanced_text_pairs_fully(sentences: list[str]) -> None:
    text = " ".join(sentences)
    quotes = pair_quotes([text])
    assert not quotes.unclosed_quotations
    assert not quotes.unopened
    assert [q.depth for q in quotes.quotations].count(0) == len(sentences)
    assert len(quotes.quotations) == text.count("“") + text.count("‘")


@given(SAID, st.data())
def test_a_lost_closing_mark_is_missed(sentences: list[str], data: st.DataObject) -> None:
    lost = data.draw(st.integers(0, len(sentences) - 1))
    sentences[lost] = sentences[lost].replace("”", "")
    (unclosed,) = pair_quotes([" ".join(sentences)]).unclosed_quotations
    assert unclosed.closes_at
    assert unclosed.closes_at.at.start == len(" ".join(sentences[: lost + 1])) - len(" she said.")


def test_a_long_block_takes_steps_in_proportion() -> None:
    def ask(bit: str, count: int) -> None:
        quotes = pair_quotes([bit * count])
        assert all(quotes.touches(0, Range(at, at + 1)) is not None for at in range(0, count, 10))

    for bit in ("“a ", '"a ', "‘a ", "“a” ", '"', "'", "“‘ ", "a' ", "“a, he ‘said "):
        assert is_in_proportion(partial(ask, bit), 150), bit
