"""The harness that turns the cases of a rule into tests, for newslint's rules and anybody's.

@pytest.mark.parametrize(("rule", "case", "form"), trials("acme"))
def test_case(rule, case, form):
    hold(rule, case, form)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newslint import catalog
from newslint.catalog import Active
from newslint.engine import Profile, check_source, fix_source
from newslint.model import Diagnostic, Safety, Span
from newslint.rule import Case
from newslint.source import Source

OPEN, CLOSE = "⟦", "⟧"


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write an article as a file: the marks of a case must survive `wrap`."""

    name: str
    wrap: Callable[[str], str]
    bom: bytes = b""

    def source(self, article: str) -> Source:
        """The file that holds an article."""
        return Source(self.wrap(article), f"case.{self.name}.txt", bom=self.bom)


FORMS = (
    Form("plain", lambda article: article),
    Form("crlf", lambda article: article.replace("\n", "\r\n")),
    Form("bom", lambda article: article, bom=b"\xef\xbb\xbf"),
    Form("astral", lambda article: "🗞 The 𝒆vening edition 🗞\n\n" + article),
)
"""Every way in which every case must hold; a new reader joins by adding its own."""


def trials(package: str = "") -> Iterator[tuple[str, Case, Form]]:
    """Every case of every rule of newslint, or of one third-party package, in every form."""
    known = catalog.built_in() if not package else catalog.third_party()
    for name in known:
        if not package or name.startswith(f"{package}/"):
            for case in catalog.load(name).cases:
                for form in FORMS:
                    yield name, case, form


def hold(name: str, case: Case, form: Form) -> None:
    """Assert all that a case promises of its rule.

    It is flagged exactly at the marks; its repairs reach `fixed`, count as what they claim, and
    leave nothing more to repair; all default rules together come to rest on it.
    """
    active = Active(catalog.info(name), catalog.build(name, case.options))
    profile = Profile((active,))
    text, marks = unmark(form.source(case.marked).text)
    source = form.source("").with_text(text)

    checked = check_source(source, profile)
    assert checked.error is None, checked.error
    assert [d.span for d in checked.diagnostics] == marks, _seen(text, marks, checked.diagnostics)

    claimed = case.safety or (active.info.safety if case.fixed is not None else None)
    safeties = {d.safety for d in checked.diagnostics if d.fix}
    assert safeties <= {claimed}, f"repairs count as {safeties}, the case claims {claimed}"

    fixed = fix_source(source, profile, Safety.UNSAFE)
    wanted = text if case.fixed is None else form.source(case.fixed).text
    assert not fixed.refused, [refusal.reason for refusal in fixed.refused]
    assert fixed.error is None, fixed.error
    assert fixed.after == wanted
    assert all(d.fix is None for d in fixed.diagnostics), "its own result can be repaired again"
    if all(d.fix for d in checked.diagnostics):
        assert not fixed.diagnostics, "it flags its own result"

    safe = fix_source(source, profile)
    assert safe.after == (wanted if claimed is Safety.SAFE else text)
    _settles(source, Profile(catalog.select()))


def unmark(marked: str) -> tuple[str, list[Span]]:
    """The text without marks, and the spans that they stood around.

    Raises:
        ValueError: a mark is left open, or closes nothing.

    """
    text, marks = "", []
    for number, part in enumerate(marked.split(OPEN)):
        inside, mark, rest = part.rpartition(CLOSE)
        if bool(mark) != bool(number) or CLOSE in inside:
            raise ValueError(f"unbalanced marks in {marked!r}")
        if number:
            marks.append(Span(len(text), len(text) + len(inside)))
        text += inside + rest
    return text, marks


def _settles(source: Source, profile: Profile) -> None:
    report = fix_source(source, profile)
    assert report.error is None, report.error
    again = fix_source(source.with_text(report.after), profile)
    assert not again.changed, "all rules together do not come to rest"


def _seen(text: str, marks: list[Span], diagnostics: tuple[Diagnostic, ...]) -> str:
    flagged = [f"{d.span.of(text)!r} at {d.span.start}: {d.message}" for d in diagnostics]
    return f"marked {[f'{m.of(text)!r} at {m.start}' for m in marks]}, flagged {flagged}"
