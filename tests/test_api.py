"""newslint as a library."""

from __future__ import annotations

import newslint


def test_check_reports_places_in_code_points() -> None:
    report = newslint.check("🗞 Police shut the the bridge.", select=["double-word"])
    (found,) = report.diagnostics
    assert report.before[found.span.start : found.span.end] == "the the"
    assert found.suggestions == ("the",)


def test_fix_gives_the_repaired_text() -> None:
    assert newslint.fix("Police shut the the bridge.").after == "Police shut the bridge."


def test_odd_text_is_no_trouble() -> None:
    for text in ("", "\0", "\ud800 the the", "\n\n\n", "🗞"):
        assert newslint.fix(text).error is None
