"""What newslint proposes for a finding: the fixes among which a person chooses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newslint.core.diagnostics import (
    Change,
    Diagnostic,
    Finding,
    Fix,
    Protected,
    RuleInfo,
    RuleResults,
    Safety,
)
from newslint.core.positions import Place, Span
from newslint.fixer.ledger import partition_by_loss
from newslint.linter.linter import Linter, diagnose
from newslint.linter.rule_info import info_of
from newslint.text.document import Block, ParsedFile

QUOTED = "newslint does not change the words of a quotation"
MARKUP = "the markup of the file does not let newslint change this place"


class FindingProposal(Struct, frozen=True):
    """A diagnostic, its place in an article, and a copy with a fix for each choice."""

    diagnostic: Diagnostic
    article: int = 0
    place: Place | None = None
    """None if the diagnostic is about a comment or about the file."""
    choices: tuple[Diagnostic, ...] = ()
    refusal: str = ""
    """Why there is no choice though the rule has suggestions."""


class Proposals(Struct, frozen=True):
    """The proposals for a file, and what failed."""

    proposals: tuple[FindingProposal, ...]
    error: str | None = None


def propose(linter: Linter, parsed: ParsedFile) -> Proposals:
    """The diagnostics of a file in order, with their choices."""
    results = [linter.run_rules(document) for document in parsed.documents]
    checked = diagnose(parsed, linter, results)
    found = _by_span(parsed, results)
    return Proposals(
        tuple(
            _proposal(parsed, diagnostic, found.get(_key(diagnostic))) for diagnostic in checked.diagnostics
        ),
        checked.error,
    )


def own_choice(parsed: ParsedFile, proposal: FindingProposal, text: str) -> Diagnostic | None:
    """The diagnostic with a replacement that a person has written, if the file allows it.

    It may change anything, because a person answers for it; the rest of the file is verified as usual.
    """
    if not proposal.place:
        return None
    block = parsed.documents[proposal.article].blocks[proposal.place.block]
    at, diagnostic = proposal.place.at, proposal.diagnostic
    rule = replace(info_of(diagnostic.rule), safety=Safety.UNSAFE, may_change=frozenset(Protected))
    finding = Finding(at, diagnostic.message, (Change(at, text),), (text,))
    option = block.lift(finding, rule)
    return option if option.fix else None


_Found = tuple[Block, Finding, RuleInfo]
_Key = tuple[str, Span, str]


def _by_span(parsed: ParsedFile, results: Sequence[RuleResults]) -> Mapping[_Key, _Found]:
    found: dict[_Key, _Found] = {}
    for document, result in zip(parsed.documents, results, strict=True):
        for index, finding, rule in result.findings:
            block = document.blocks[index]
            found.setdefault((rule.name, block.span(finding.at), finding.message), (block, finding, rule))
    return found


def _key(diagnostic: Diagnostic) -> _Key:
    return diagnostic.rule, diagnostic.span, diagnostic.message


def _proposal(parsed: ParsedFile, diagnostic: Diagnostic, found: _Found | None) -> FindingProposal:
    if not found:
        return FindingProposal(diagnostic)
    block, finding, rule = found
    choices: list[Diagnostic] = []
    refusals = [diagnostic.unfixable]
    for option in _options(block, finding, rule, diagnostic):
        _, refused = partition_by_loss(parsed, [option])
        if refused:
            refusals.append(refused[0].reason)
        else:
            choices.append(option)
    if not choices and diagnostic.suggestions:
        refusals.append(QUOTED if block.is_quoted(finding.at) else MARKUP)
    refusal = "" if choices else next(filter(None, refusals), "")
    return FindingProposal(
        diagnostic, block.document.index, Place(block.index, finding.at), tuple(choices), refusal
    )


def _options(block: Block, finding: Finding, rule: RuleInfo, diagnostic: Diagnostic) -> Iterator[Diagnostic]:
    """The diagnostic with its own fix, or else with one for each suggestion that the file allows.

    A rule that leaves the choice to a person has no fix of its own; the person has chosen.
    """
    if diagnostic.fix:
        yield diagnostic
        return
    chosen = replace(rule, safety=Safety.UNSAFE)
    if finding.changes and len(finding.suggestions) < 2:
        readings = [replace(finding, safety=None)]
    else:
        readings = [
            replace(finding, changes=(Change(finding.at, text),), suggestions=(text,), safety=None)
            for text in dict.fromkeys(finding.suggestions)
            if text != finding.at.of(block.text)
        ]
    for reading in readings:
        option = block.lift(reading, chosen)
        if isinstance(option.fix, Fix):
            yield option
