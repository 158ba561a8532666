"""Asserts that a rule behaves as a case says."""

from __future__ import annotations

from msgspec.structs import replace

from newslint.core.diagnostics import Diagnostic, Safety
from newslint.core.positions import Span
from newslint.core.report import FileReport
from newslint.core.source import Source
from newslint.formats import FORMATS
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.rules.base import Case
from newslint.rules.selection import SelectedRule
from newslint.testing.renderers.form import Form
from newslint.testing.renderers.marks import unmark


def assert_case(name: str, case: Case, form: Form) -> None:
    """Assert that a rule behaves as a case says.

    The rule flags exactly the marks; its fixes lead to `fixed`, have the claimed safety, and leave nothing
    more to fix; all default rules together settle. In a form that blocks fixes, a fix may be missing where
    markup is in its way, and nothing else may change.

    Raises:
        AssertionError: the rule behaves differently.

    """
    active = SelectedRule(selection.info(name), selection.build(name, case.options, case.providers))
    linter = Linter((active,), format=FORMATS[form.format])
    text, marks = unmark(form.wrap(case.marked))
    source = form.source(text)
    assert source.text == text, "the file reads differently from what was written"

    checked = linter.check(source)
    assert checked.error is None, checked.error
    assert [d.span for d in checked.diagnostics] == marks, _comparison(text, marks, checked.diagnostics)

    claimed = case.safety or (active.info.safety if case.fixed is not None else None)
    safeties = {d.safety for d in checked.diagnostics if d.fix}
    assert safeties <= {claimed}, f"fixes count as {safeties}, the case claims {claimed}"

    if form.blocks_fixes:
        _assert_partly_fixed(source, case, form, linter)
    else:
        wanted = text if case.fixed is None else form.wrap(case.fixed)
        _assert_fixes(source, checked, linter, wanted)
        safely = linter.fix(source).after
        expected = wanted if claimed is Safety.SAFE else source.text
        assert safely == expected, f"with safe fixes only, {_difference(safely, expected)}"
    _assert_settled(source, replace(linter, rules=selection.select()))


def _assert_fixes(source: Source, checked: FileReport, linter: Linter, wanted: str) -> None:
    """Assert that all fixes are made and leave nothing more to fix."""
    fixed = linter.fix(source, Safety.UNSAFE)
    assert not fixed.refused, [refusal.reason for refusal in fixed.refused]
    assert fixed.error is None, fixed.error
    assert fixed.after == wanted, _difference(fixed.after, wanted)
    assert all(d.fix is None for d in fixed.diagnostics), "its own result can be fixed again"
    if all(d.fix for d in checked.diagnostics):
        assert not fixed.diagnostics, "it flags its own result"


def _assert_partly_fixed(source: Source, case: Case, form: Form, linter: Linter) -> None:
    """Assert that the text is fixed, except where something blocks it."""
    fixed = linter.fix(source, Safety.UNSAFE)
    assert fixed.error is None, fixed.error
    before = _prose(source, linter)
    after = _prose(_fix(source, fixed, linter), linter)
    wanted = _prose(form.source(form.wrap(case.fixed)), linter) if case.fixed is not None else before
    if form.allows_fixes_of(case):
        assert after == wanted, _difference(after, wanted)
    assert _between(before, after, wanted), f"{after} is neither {before} nor {wanted}"


def _prose(source: Source, linter: Linter) -> str:
    return "\n".join(block.text for block in linter.parse(source).blocks)


def _between(before: str, after: str, wanted: str) -> bool:
    """Whether a text has none, some or all of the intended changes."""
    from difflib import SequenceMatcher

    reached = {0}
    steps = SequenceMatcher(None, before, wanted, autojunk=False).get_opcodes()
    for _, start, end, new_start, new_end in steps:
        either = {before[start:end], wanted[new_start:new_end]}
        reached = {at + len(said) for at in reached for said in either if after.startswith(said, at)}
    return len(after) in reached


def _assert_settled(source: Source, linter: Linter) -> None:
    report = linter.fix(source)
    assert report.error is None, report.error
    again = linter.fix(_fix(source, report, linter))
    assert not again.has_changes, "all rules together do not settle"


def _fix(source: Source, report: FileReport, linter: Linter) -> Source:
    if report.output is None:
        return source
    return linter.format.decode(report.output, source.path, source.encoding)


def _difference(after: str, wanted: str) -> str:
    return f"the text becomes\n  {after!r}\nand the case wants\n  {wanted!r}"


def _comparison(text: str, marks: list[Span], diagnostics: tuple[Diagnostic, ...]) -> str:
    flagged = [f"{d.span.of(text)!r} at {d.span.start}: {d.message}" for d in diagnostics]
    return f"marked {[f'{m.of(text)!r} at {m.start}' for m in marks]}, flagged {flagged}"
