"""What silences a finding, and what is said of a suppression that silences nothing."""

from __future__ import annotations

from newslint.core.diagnostics import Diagnostic
from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.linter.suppressions import Ignore, Suppressions
from newslint.rules import selection

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
