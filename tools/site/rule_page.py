"""The page of a rule, from its docstring, cases and rates."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from os.path import relpath

import regex

from newslint.cli.explain import as_toml
from newslint.config.house_styles import styles
from newslint.core.diagnostics import RuleInfo
from newslint.linter.suppressions import UNUSED
from newslint.rules import selection
from newslint.rules.base import Case
from newslint.rules.rates import Rates, all_rates
from tools.generated import ROOT
from tools.site.markdown import cell, escape, fence

HEADINGS = ("What it does", "Why it matters", "Example", "Use instead", "Fix safety", "Options", "References")
"""The sections in ruff's order; others follow."""
MOST_EXAMPLES = 12
CORPORA = {
    "clean-curly": "clean news with “curly” marks",
    "clean-straight": 'clean news with "straight" marks',
    "mt-documents": "machine-translated news",
}


def path_of(name: str) -> str:
    """The path of the page in the site."""
    return f"rules/{name}.md"


def page(name: str) -> str:
    """The page of a rule of newslint."""
    info = selection.info(name)
    cases = selection.load(name).cases
    model = model_case(cases)
    sections = {
        heading: _link_rules(escape(body))
        for heading, body in sections_of(info.doc).items()
        if heading != "Options"
    }
    sections["Example"] = f"{_case(model, model.marked)}\n⟦Brackets⟧ mark what is reported."
    if model.fixed is not None:
        sections["Use instead"] = _case(model, model.fixed)
    if options := selection.option_defaults(name):
        sections["Options"] = _options(name, options, sections_of(info.doc)["Options"])
    if decided := "".join(_styles(name)):
        sections["House styles"] = decided
    if rates := all_rates().get(name):
        sections["Measured"] = "\n".join(_rates(rates))
    sections["More examples"] = "\n".join(_examples([case for case in cases if case is not model]))
    sections["Select or ignore it"] = _selection(info)
    order = [*HEADINGS, *(heading for heading in sections if heading not in HEADINGS)]
    body = "\n".join(
        f"## {heading}\n\n{sections[heading].rstrip()}\n" for heading in order if sections.get(heading)
    )
    return f"# {name}\n\n{_facts(info)}\n\n{escape(info.summary)}\n\n{body}"


def page_of_unused_ignores() -> str:
    """The page of the one finding that no rule makes."""
    summary, _, doc = UNUSED.doc.partition("\n\n")
    return f"# {UNUSED.name}\n\n**info** · no fix · on by default\n\n{escape(summary)}\n\n{escape(doc)}\n"


def sections_of(doc: str) -> dict[str, str]:
    """The sections of a docstring by heading."""
    parts = regex.split(r"(?m)^## (.+)\n", doc)[1:]
    return {heading: body.strip() for heading, body in zip(parts[::2], parts[1::2], strict=True)}


def model_case(cases: tuple[Case, ...]) -> Case:
    """The first case that shows a fix, or else a finding."""
    marked = [case for case in cases if "⟦" in case.marked]
    return next((case for case in marked if case.fixed is not None), marked[0])


def _facts(info: RuleInfo) -> str:
    fix = {"safe": "safe fix", "unsafe": "fix to review"}.get(str(info.safety)) if info.fixable else None
    source = relpath(selection.find(info.name).path, ROOT / "docs" / "rules")
    when = "on by default" if info.default else "off by default"
    return f"[{info.category}](../rules.md#{info.category}) · {fix or 'no fix'} · {when} · [source]({source})"


def _link_rules(body: str) -> str:
    """Prose whose mentions of a page of the documentation are links to it."""
    return regex.sub(r"`docs/([a-z-]+\.md)`", r"[`docs/\1`](../\1)", body)


def _case(case: Case, text: str) -> str:
    options = "".join(f"{name} = {as_toml(value)}\n" for name, value in case.options.items())
    return (f"With `{options.strip()}`:\n\n" if options else "") + fence(text)


def _options(name: str, defaults: Mapping[str, object], doc: str) -> str:
    table = f"[options.{name}]\n" + "".join(
        f"{option} = {as_toml(value)}\n" for option, value in defaults.items()
    )
    return f"{escape(doc)}\n\nThe defaults, in `newslint.toml`:\n\n{fence(_wrap(table), 'toml')}"


def _wrap(table: str) -> str:
    """Long lists on several lines."""
    return "".join(
        line
        if len(line) < 110
        else textwrap.fill(line, 100, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)
        + "\n"
        for line in table.splitlines(keepends=True)
    )


def _styles(name: str) -> Iterator[str]:
    for style in styles().values():
        if fact := style.facts.get(name):
            options = ", ".join(f"`{option} = {as_toml(value)}`" for option, value in fact.options.items())
            yield f"- {style.title} (`{style.name}`): {options or 'on'} ({escape(fact.source)})\n"


def _rates(rates: Rates) -> Iterator[str]:
    yield "| Corpus | Findings per million words |\n| --- | ---: |"
    for corpus, rate in rates.per_million.items():
        yield f"| {cell(CORPORA.get(corpus, corpus))} | {rate:g} |"
    yield ""
    if rates.read:
        yield f"{rates.read} findings were reviewed; {rates.right} were correct."
    elif not any(rates.per_million.values()):
        yield "None of these corpora has the damage, so the rule rests on its own cases."
    yield f"{escape(rates.note)}\n\n[Quality](../quality.md) says how all rules were measured."


def _examples(cases: list[Case]) -> Iterator[str]:
    """Examples of findings and of text that passes, as many as a reader wants."""
    found = [case for case in cases if "⟦" in case.marked][:MOST_EXAMPLES]
    passed = [case.marked for case in cases if "⟦" not in case.marked and not case.options][:MOST_EXAMPLES]
    if found:
        yield "Reported, with what a fix makes of it:\n"
    for case in found:
        yield _case(case, case.marked + (f"\n→ {case.fixed}" if case.fixed is not None else ""))
    if passed:
        yield "Not reported:\n"
        yield fence("\n\n".join(passed))


def _selection(info: RuleInfo) -> str:
    line = (
        f'ignore = ["{info.name}"]           # in newslint.toml: never'
        if info.default
        else f'extend-select = ["{info.name}"]    # in newslint.toml: it is off by default'
    )
    return (
        fence(line, "toml")
        + f"\nFor one paragraph, write `<!-- newslint: ignore[{info.name}] -->` on a line of its own before it; "
        "see [configuration](../configuration.md#when-newslint-is-wrong).\n"
    )
