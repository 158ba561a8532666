"""The harness that turns the cases of a rule into tests, for newslint's rules and anybody's.

@pytest.mark.parametrize(("rule", "case", "form"), trials("acme"))
def test_case(rule, case, form):
    hold(rule, case, form)
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

from newslint.core.diagnostics import Diagnostic, Safety
from newslint.core.positions import Span
from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.rules.base import Case
from newslint.rules.selection import SelectedRule
from newslint.testing.renderers import FORMS
from newslint.testing.renderers.form import Form
from newslint.testing.renderers.marks import unmark

FIRST = tuple(next(form for form in FORMS if form.format == name) for name in FORMATS)
"""The usual form of each format."""


def trials(package: str = "") -> Iterator[tuple[str, Case, Form]]:
    """Every case of every rule of newslint, or of one third-party package, in every format.

    In the further forms of a format one case stands for the rule, another in each; with
    `NEWSLINT_EVERY_FORM` set, every case is tried in all of them.
    """
    known = selection.built_in() if not package else selection.third_party()
    everything = bool(os.environ.get("NEWSLINT_EVERY_FORM"))
    for name in known:
        if not package or name.startswith(f"{package}/"):
            for number, form in enumerate(FORMS):
                cases = [case for case in selection.load(name).cases if form.takes(case)]
                if not everything and form not in FIRST:
                    cases = _one_of([case for case in cases if "⟦" in case.marked] or cases, number)
                yield from ((name, case, form) for case in cases)


def _one_of(cases: list[Case], number: int) -> list[Case]:
    return [cases[number % len(cases)]] if cases else []


def hold(name: str, case: Case, form: Form) -> None:
    """Assert all that a case promises of its rule.

    It is flagged exactly at the marks; its repairs reach `fixed`, count as what they claim, and
    leave nothing more to repair; in the first form of each format, all default rules together come to rest
    on it.
    """
    active = SelectedRule(selection.info(name), selection.build(name, case.options, case.providers))
    linter = Linter((active,), format=FORMATS[form.format])
    text, marks = unmark(form.wrap(case.marked))
    source = form.source(text)
    assert source.text == text, "the file reads differently from what was written"

    checked = linter.check(source)
    assert checked.error is None, checked.error
    assert [d.span for d in checked.diagnostics] == marks, _seen(text, marks, checked.diagnostics)

    claimed = case.safety or (active.info.safety if case.fixed is not None else None)
    safeties = {d.safety for d in checked.diagnostics if d.fix}
    assert safeties <= {claimed}, f"fixes count as {safeties}, the case claims {claimed}"

    wanted = text if case.fixed is None else form.wrap(case.fixed)
    if form.hinders:
        _hold_hindered(case, form, linter)
    else:
        _hold_repairs(source, linter, wanted, safe=claimed is Safety.SAFE)
    if form in FIRST:
        _settles(source, replace(linter, rules=selection.select()))


def _hold_repairs(source: Source, linter: Linter, wanted: str, *, safe: bool) -> None:
    """The repairs are made, and leave nothing more to repair; without leave only safe ones are."""
    checked = linter.check(source)
    fixed = linter.fix(source, Safety.UNSAFE)
    assert not fixed.refused, [refusal.reason for refusal in fixed.refused]
    assert fixed.error is None, fixed.error
    assert fixed.after == wanted
    assert all(d.fix is None for d in fixed.diagnostics), "its own result can be fixed again"
    if all(d.fix for d in checked.diagnostics):
        assert not fixed.diagnostics, "it flags its own result"
    assert linter.fix(source).after == (wanted if safe else source.text)


def _hold_hindered(case: Case, form: Form, linter: Linter) -> None:
    """Of the repairs some may be missing; each paragraph reads as it did or as it should."""
    source = form.source(unmark(form.wrap(case.marked))[0])
    fixed = linter.fix(source, Safety.UNSAFE)
    assert fixed.error is None, fixed.error
    before = _prose(source, linter)
    after = _prose(_repaired(source, fixed, linter), linter)
    wanted = _prose(form.source(form.wrap(case.fixed)), linter) if case.fixed is not None else before
    assert _between(before, after, wanted), f"{after} is neither {before} nor {wanted}"


def _prose(source: Source, linter: Linter) -> str:
    return "\n".join(block.text for block in linter.parse(source).blocks)


def _between(before: str, after: str, wanted: str) -> bool:
    """Whether a text is another with none, some or all of the changes that lead to a third."""
    from difflib import SequenceMatcher

    reached = {0}
    steps = SequenceMatcher(None, before, wanted, autojunk=False).get_opcodes()
    for _, start, end, new_start, new_end in steps:
        either = {before[start:end], wanted[new_start:new_end]}
        reached = {at + len(said) for at in reached for said in either if after.startswith(said, at)}
    return len(after) in reached


def _settles(source: Source, linter: Linter) -> None:
    report = linter.fix(source)
    assert report.error is None, report.error
    again = linter.fix(_repaired(source, report, linter))
    assert not again.changed, "all rules together do not come to rest"


def _repaired(source: Source, report: FileReport, linter: Linter) -> Source:
    if report.output is None:
        return source
    return linter.format.decode(report.output, source.path, source.encoding)


def _seen(text: str, marks: list[Span], diagnostics: tuple[Diagnostic, ...]) -> str:
    flagged = [f"{d.span.of(text)!r} at {d.span.start}: {d.message}" for d in diagnostics]
    return f"marked {[f'{m.of(text)!r} at {m.start}' for m in marks]}, flagged {flagged}"
