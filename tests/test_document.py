"""The prose view and the way back, over random markup."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from newslint.core.diagnostics import Change, Finding, Protected, RuleInfo, Safety, Severity
from newslint.core.positions import Range, Span
from newslint.core.segments import BlockKind, BlockSource, Editability, Segment
from newslint.core.source import splice
from newslint.text.document import Document

WORDS = st.text(st.sampled_from("ab 🗞é.”"), min_size=1, max_size=6)


@dataclass(frozen=True)
class Chunk:
    """Some file text, and what of it a reader shows: itself, other text, or nothing."""

    raw: str
    shown: str


STRETCHES = st.lists(
    st.one_of(
        WORDS.map(lambda w: Chunk(w, w)),
        st.sampled_from([Chunk("&amp;", "&"), Chunk("\\u00e9", "é"), Chunk("\r\n", " ")]),
        st.sampled_from([Chunk("<b>", ""), Chunk("</b>", "")]),
    ),
    min_size=1,
)


def document(stretches: list[Chunk]) -> tuple[str, Document]:
    segments, at = [], 0
    for stretch in stretches:
        span = Span(at, at + len(stretch.raw))
        if stretch.shown:
            editability = Editability.EDITABLE if stretch.raw == stretch.shown else Editability.READ_ONLY
            segments.append(Segment(stretch.shown, span, editability))
        at = span.end
    text = "".join(s.raw for s in stretches)
    return text, Document((BlockSource(BlockKind.PARAGRAPH, tuple(segments)),) if segments else ())


def rule(safety: Safety = Safety.SAFE, may_change: frozenset[Protected] = frozenset()) -> RuleInfo:
    return RuleInfo("r", "wording", "", "", Severity.WARNING, safety, may_change, fixable=True, default=True)


@given(STRETCHES, st.data())
def test_a_change_lands_on_its_text_or_nowhere(stretches: list[Chunk], data: st.DataObject) -> None:
    text, doc = document(stretches)
    if not doc.blocks:
        return
    (block,) = doc.blocks
    start = data.draw(st.integers(0, len(block.text)))
    end = data.draw(st.integers(start, len(block.text)))
    edit = block.source.edit(Change(Range(start, end), "NEW"))
    span = block.span(Range(start, end))
    assert 0 <= span.start <= span.end <= len(text)
    if edit is None:
        return
    assert edit.span.of(text) == block.text[start:end]
    read_again = splice(text, [edit])
    shown = block.text[:start] + "NEW" + block.text[end:]
    rest = read_again.replace("<b>", "").replace("</b>", "")
    rest = rest.replace("&amp;", "&").replace("\\u00e9", "é").replace("\r\n", " ")
    assert rest == shown


@given(STRETCHES)
def test_every_character_spans_what_it_shows(stretches: list[Chunk]) -> None:
    text, doc = document(stretches)
    for block in doc.blocks:
        for at, letter in enumerate(block.text):
            shown = block.span(Range(at, at + 1)).of(text)
            assert letter == shown or shown in ("&amp;", "\\u00e9", "\r\n")


def test_a_place_that_crosses_markup_is_reported_whole_and_not_repaired() -> None:
    text, doc = document(
        [Chunk("shut the ", "shut the "), Chunk("<b>", ""), Chunk("the bridge", "the bridge")]
    )
    (block,) = doc.blocks
    lifted = block.lift(Finding(Range(5, 12), "twice", (Change(Range(8, 12), ""),)), rule())
    assert lifted.span.of(text) == "the <b>the"
    assert lifted.fix is None
    assert lifted.safety is Safety.HINT


def prose(text: str) -> Document:
    return Document((BlockSource(BlockKind.PARAGRAPH, (Segment(text, Span(0, len(text))),)),))


def test_words_inside_quotation_marks_are_reported_and_never_altered() -> None:
    block = prose("“We closed the the road,” she said of the the road.").blocks[0]
    first, second = block.text.index("the the"), block.text.rindex("the the")
    for at, safety in ((first, Safety.HINT), (second, Safety.SAFE)):
        finding = Finding(Range(at, at + 7), "twice", (Change(Range(at + 3, at + 7), ""),))
        assert block.lift(finding, rule()).safety is safety


def test_marks_and_spaces_inside_quotation_marks_are_safe_to_mend() -> None:
    block = prose("“We closed the  road.. ”").blocks[0]
    at = block.text.index("..")
    stop = Finding(Range(at, at + 2), "doubled", (Change(Range(at, at + 2), "."),))
    assert block.lift(stop, rule()).safety is Safety.SAFE


def test_several_suggestions_are_never_a_fix() -> None:
    block = prose("on the country. to energy").blocks[0]
    two = Finding(Range(15, 16), "stray", (Change(Range(14, 15), ""),), ("a", "b"))
    assert block.lift(two, rule()).fix is None
