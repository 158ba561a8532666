"""What silences a finding, and what is said of a suppression that silences nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import FrameType

import pytest

from newslint.core.diagnostics import Diagnostic, Finding, RuleInfo, Severity
from newslint.core.segments import DEFAULT_OPTIONS
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.linter import instructions
from newslint.linter.linter import Linter
from newslint.linter.suppressions import Ignore, Suppressions
from newslint.rules import selection
from newslint.text.document import Block, Document

DAMAGED = "Police shut the the bridge.\n\nCrews cleared the the road.\n"


def heard(text: str, suppressions: Suppressions = Suppressions()) -> list[Diagnostic]:  # noqa: B008
    linter = Linter(selection.select(["double-word"]), suppressions=suppressions)
    return list(linter.check(Source(text)).diagnostics)


def rules(text: str, suppressions: Suppressions = Suppressions()) -> list[str]:  # noqa: B008
    return [d.rule for d in heard(text, suppressions)]


def test_a_comment_silences_the_next_paragraph_only() -> None:
    text = DAMAGED.replace("Police", "<!-- newslint: ignore[double-word] quoted -->\nPolice")
    assert [d.quote for d in heard(text)] == ["the the"]
    assert heard(text)[0].span.start > text.index("Crews")


def test_a_comment_may_name_a_category_or_nothing() -> None:
    for said in ("ignore[sentences]", "ignore", "ignore[mojibake, double-word]"):
        text = f"<!-- newslint: {said} -->\nPolice shut the the bridge.\n"
        assert rules(text) == []


def test_a_comment_may_speak_for_the_file() -> None:
    assert rules(DAMAGED + "<!-- newslint: ignore-file[double-word] -->\n") == []


def test_an_unused_comment_is_a_finding() -> None:
    (unused,) = heard("<!-- newslint: ignore[double-word] -->\nPolice shut the bridge.\n")
    assert unused.rule == "unused-ignore"
    assert unused.quote == "<!-- newslint: ignore[double-word] -->"


def test_a_comment_about_a_rule_that_did_not_run_is_not_called_unused() -> None:
    assert rules("<!-- newslint: ignore[double-period] -->\nPolice shut the bridge.\n") == []


def test_sic_silences_what_it_follows() -> None:
    assert rules("The sign read the the [sic] bridge.") == []
    assert rules("The sign, “the the” [sic], fell.") == []
    assert rules("The sign [sic] read the the bridge.") == ["double-word"]


def test_accepted_terms_pass_whole_and_only_whole() -> None:
    band = Suppressions(accept=frozenset({"the the"}))
    assert rules("Fans of the the cheered.", band) == []
    assert rules("Fans of the the cheered.", Suppressions(accept=frozenset({"the"}))) == ["double-word"]
    assert rules("Fans of the the cheered.", Suppressions(accept=frozenset({"he the"}))) == ["double-word"]


def test_the_baseline_knows_a_finding_by_its_sentence() -> None:
    baseline = Suppressions(ignores=(Ignore("double-word", "Police shut the the bridge."),))
    assert [d.sentence for d in heard(DAMAGED, baseline)] == ["Crews cleared the the road."]
    moved = "A new lede.\n\n" + DAMAGED
    assert len(heard(moved, baseline)) == 1


def test_the_baseline_counts() -> None:
    twice = "Police shut the the bridge. Police shut the the bridge.\n"
    once = Suppressions(ignores=(Ignore("double-word", "Police shut the the bridge."),))
    assert rules(twice, once) == ["double-word"]


def test_an_unused_entry_of_the_baseline_is_a_finding() -> None:
    stale = Suppressions(ignores=(Ignore("double-word", "Long gone."),))
    (unused,) = heard("All is well.\n", stale)
    assert (unused.rule, unused.span.start) == ("unused-ignore", 0)
    assert "Long gone." in unused.message
    assert rules("All is well.\n", Suppressions(ignores=stale.ignores, report_unused=False)) == []


def test_what_is_silenced_is_not_repaired() -> None:
    text = DAMAGED + "<!-- newslint: ignore-file[double-word] -->\n"
    assert Linter(selection.select(["double-word"])).fix(Source(text)).after == text


# Which part of a file a comment is about

IGNORE = "newslint: ignore[double-word] a band"


def found(name: str, text: str) -> list[str]:
    """The quotes of what is reported, of a file of a format."""
    linter = Linter(selection.select(["double-word", "blank-lines"]), format=FORMATS[name])
    return [diagnostic.quote for diagnostic in linter.check(Source(text)).diagnostics]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plain", "<!-- {} -->\nThe the band sang.\n"),
        ("plain", "It rained.\n\n<!-- {} -->\n\nThe the band sang.\n"),
        ("markdown", "<!-- {} -->\n\n# The the band\n"),
        ("markdown", "<!-- {} -->\n\n| A | B |\n|---|---|\n| x | The the |\n| y | a a b |\n"),
        ("markdown", "<!-- {} -->\n- It rained.\n- The the band sang.\n\n  They they left.\n"),
        ("markdown", "<!-- {} -->\n\n> It rained.\n>\n> - The the band sang.\n"),
        ("markdown", "<!-- {} -->\n\n```\nx\n```\n\nThe the band sang.\n"),
        ("markdown", "<!-- {} -->\n\n***\n\n![The the band](a.png)\n"),
        ("markdown", "- It rained.\n\n  <!-- {} -->\n\n  1. One.\n  2. The the band sang.\n"),
        ("markdown", "---\n# {}\ntitle: The the band\n---\n"),
        ("markdown", "---\ntitle: The the band # {}\n---\n"),
        (
            "markdown",
            "+++\ntitle = 'Rain' \nsummary = '''\nThe the band''' # {}\n+++\n".replace("'''\n", "'''"),
        ),
        ("html", "<!-- {} --><h1>The the band</h1>"),
        ("html", "<!-- {} -->\n<table><tr><td>x<td>The the<tr><td>a a b</table>"),
        ("html", "<!-- {} --><ul class=a><li>It rained.<li>The the <b>b b</b></ul>"),
        ("html", "<!-- {} --><blockquote><p>It rained.</p><ul><li>x</ul><p>The the</p></blockquote>"),
        ("html", "<!-- {} --><pre>x</pre><p title='The the'>The the band sang.</p>"),
        ("html", "<!-- {} --><ol><li>The the"),
        ("xml", "<nitf><body><!-- {} --><table><tr><td>x</td><td>The the</td></tr></table></body></nitf>"),
        ("xml", "<nitf><body><!-- {} --><ul><li>x</li><li>The the</li></ul></body></nitf>"),
        ("json", '{{"html": "<!-- {} --><ul><li>x<li>The the</ul>"}}'),
        ("csv", 'id,text\n1,"<!-- {} -->\nThe the band sang."\n'),
    ],
)
def test_a_comment_is_about_the_whole_of_what_comes_next(name: str, text: str) -> None:
    written = text.replace("{{", "{").replace("}}", "}")
    assert found(name, written.replace("{}", IGNORE)) == []
    assert found(name, written.replace("{}", "a comment")) != []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("plain", "<!-- {} -->\nOut of of rain.\n\nThe the band sang.\n"),
        ("markdown", "<!-- {} -->\n\nOut of of rain.\n\n- The the band sang.\n"),
        ("markdown", "Out of of rain. <!-- {} -->\n\n- The the band sang.\n"),
        ("markdown", "<!-- {} -->\n\n- Out of of rain.\n\nThe the band sang.\n"),
        ("markdown", "---\n# {}\ntitle: Out of of\nsummary: The the band\n---\n"),
        ("html", "<!-- {} --><p>Out of of rain.</p><ul><li>The the band sang.</ul>"),
        ("html", "<!-- {} --><ul><li>Out of of rain.</ul><p>The the band sang.</p>"),
        ("html", "<!-- {} --><table><tr><td>Of of</table><ul><li>The the band sang.</ul>"),
        ("html", "<p>Out of of rain. <!-- {} --></p><ul><li>The the band sang.</ul>"),
        ("xml", "<nitf><body><!-- {} --><ul><li>Of of</li></ul><p>The the band sang.</p></body></nitf>"),
        ("xml", "<nitf><body><p>Out of of it. <!-- {} --></p><p>The the band sang.</p></body></nitf>"),
    ],
)
def test_a_comment_is_about_no_more(name: str, text: str) -> None:
    assert found(name, text.replace("{}", IGNORE)) == ["The the"]


# Mistakes


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignore[double-wrod] a band", "unknown rule “double-wrod”; did you mean “double-word”?"),
        ("ignore[double-word, quots]", "unknown rule “quots”; did you mean “quotes”?"),
        ("ignore-file[acme/thing]", "unknown rule “acme/thing”"),
        ("ingore[double-word]", "unknown instruction “ingore”; did you mean “ignore”?"),
        ("ignored", "unknown instruction “ignored”; did you mean “ignore”?"),
        ("", "unknown instruction “”; write “ignore” or “ignore-file”"),
        ("ignore[double-word a band", "the bracket after “ignore” is not closed; write “ignore[rule-name]”"),
        ("ignore[ ]", "no rule in the brackets; write “ignore[rule-name]”"),
    ],
)
@pytest.mark.parametrize("report_unused", [True, False])
def test_a_misspelt_instruction_is_a_warning(comment: str, message: str, report_unused: bool) -> None:
    text = f"It rained.\n\n<!-- newslint: {comment} -->\nIt poured.\n"
    (mistake,) = heard(text, Suppressions(report_unused=report_unused))
    assert (mistake.rule, mistake.severity) == ("unused-ignore", Severity.WARNING)
    assert mistake.message[: len(message)] == message
    assert mistake.span.of(text) == f"<!-- newslint: {comment} -->"


@pytest.mark.parametrize(
    "names", ["quotes", "languagetool", "languagetool/ABC[3]", "blank-lines, double-word"]
)
def test_rules_categories_and_engines_are_known(names: str) -> None:
    assert "unknown" not in str(heard(f"<!-- newslint: ignore[{names}] -->\nThe the band.\n"))


def test_a_misspelt_name_suppresses_nothing_and_a_right_one_beside_it_does() -> None:
    text = "<!-- newslint: ignore[{}] -->\nThe the band sang.\n"
    assert rules(text.format("double-wrod")) == ["unused-ignore", "double-word"]
    assert rules(text.format("double-wrod, double-word")) == ["unused-ignore"]


# Many of them


def lines_run(count: int) -> int:
    """How many lines of Python the suppressions take for so many comments, lists and findings."""
    unit = f"<!-- {IGNORE} -->\n\n- The the band.\n\n  <!-- {IGNORE} -->\n\n  > Out of of it.\n\nAnd and.\n\n"
    parsed = FORMATS["markdown"].parse(Source(unit * count), DEFAULT_OPTIONS)
    linter = Linter(selection.select(["double-word"]))
    found = [b.lift(f, r) for d in parsed.documents for b, f, r in lifted(linter, d)]
    assert len(found) == 3 * count
    lines = 0

    def count_line(frame: FrameType, event: str, _: object) -> Callable[..., object] | None:
        nonlocal lines
        lines += event == "line"
        return (
            count_line if frame.f_code.co_filename.endswith(("suppressions.py", "instructions.py")) else None
        )

    before = sys.gettrace()
    sys.settrace(count_line)
    try:
        left = Suppressions().filter(parsed, found, linter.rule_infos)
    finally:
        sys.settrace(before)
    assert [d.quote for d in left] == ["And and"] * count
    return lines


def lifted(linter: Linter, document: Document) -> Iterator[tuple[Block, Finding, RuleInfo]]:
    for index, finding, rule in linter.run_rules(document).findings:
        yield document.blocks[index], finding, rule


def test_the_work_is_in_proportion_to_the_comments() -> None:
    assert lines_run(400) < 2.2 * lines_run(200)


def test_a_known_name_is_suggested_for_the_first_of_many_unknown_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(instructions, "MAX_SUGGESTIONS", 2)
    names = ["double-wrod", "double-spaec", "double-wrod", "double-peroid", "double-word"]
    text = "".join(f"<!-- newslint: ignore[{name}] -->\n" for name in names) + "The the band sang.\n"
    report = Linter(selection.select(["double-word"]), format=FORMATS["plain"]).check(text)
    assert [diagnostic.message for diagnostic in report.diagnostics] == [
        "unknown rule “double-wrod”; did you mean “double-word”?",
        "unknown rule “double-spaec”; did you mean “double-space”?",
        "unknown rule “double-wrod”; did you mean “double-word”?",
        "unknown rule “double-peroid”",
    ]


def test_twenty_thousand_comments_before_one_paragraph() -> None:
    text = f"<!-- {IGNORE} -->\n" * 20_000 + "The the band sang.\n"
    assert found("plain", text) == []
