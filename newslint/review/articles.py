"""Articles with their findings as HTML, and data for the script."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from newslint.core.diagnostics import Diagnostic, RuleInfo, Safety
from newslint.core.own_files import GENERATOR
from newslint.core.positions import Place
from newslint.core.segments import BlockKind
from newslint.core.source import Lines
from newslint.linter.proposals import FindingProposal
from newslint.reporters.tally import count_noun
from newslint.review.decisions import VERSION, choice_of
from newslint.review.markup import FindingMark, attribute, diff_html, marked_html, text_html
from newslint.review.reading import ReviewFile
from newslint.review.word_diff import fix_diff
from newslint.text.document import Block, ParsedFile

NAMES = {Safety.SAFE: "safe fix", Safety.UNSAFE: "fix to review", Safety.HINT: "you decide"}
TAGS = {BlockKind.HEADLINE: "h4"}


class ReviewArticles:
    """Collects files, and renders them and the rules that found something."""

    def __init__(self, info: Callable[[str], RuleInfo]) -> None:
        """Begin without files; `info` tells about a rule."""
        self._info = info
        self._body: list[str] = []
        self._data: list[dict[str, object]] = []
        self._rules: set[str] = set()
        self.counts: Counter[Safety] = Counter()
        self.unread = 0
        """Files that could not be read."""

    def add(self, file: ReviewFile) -> None:
        """Render a file with its findings."""
        self._body.append(f'<section class="file">\n<h2>{text_html(file.path)}</h2>\n')
        if file.error:
            self._body.append(f'<p class="error">Error: {text_html(file.error)}</p>\n')
        if file.note:
            self._body.append(f'<p class="note">{text_html(file.note)}</p>\n')
        if file.parsed:
            self._add_articles(file, file.parsed)
        else:
            self.unread += 1
        self._body.append("</section>\n")

    @property
    def html(self) -> str:
        """The files, in the order in which they were added."""
        return "".join(self._body)

    @property
    def rules_html(self) -> str:
        """The documentation of each rule that found something."""
        return "".join(map(self._rule_html, sorted(self._rules)))

    @property
    def data(self) -> dict[str, object]:
        """The findings of each file, for the script."""
        return {"generator": GENERATOR, "version": VERSION, "files": self._data}

    @property
    def summary(self) -> str:
        """How many findings there are, and how many of each kind."""
        total = self.counts.total()
        kinds = ", ".join(f"{NAMES[kind]}: {self.counts[kind]:,}" for kind in NAMES if self.counts[kind])
        found = count_noun(total, "finding") + (f" ({kinds})" if kinds else "")
        verb = "was" if self.unread == 1 else "were"
        return found + (f"; {count_noun(self.unread, 'file')} {verb} not checked" if self.unread else "")

    def _add_articles(self, file: ReviewFile, parsed: ParsedFile) -> None:
        findings: list[dict[str, object]] = []
        by_place: defaultdict[tuple[int, int], list[_Card]] = defaultdict(list)
        lines = Lines(parsed.source.text)
        elsewhere: list[_Card] = []
        for proposal in file.proposals.proposals:
            card = self._card(proposal, lines)
            findings.append(card.record)
            if proposal.place:
                by_place[proposal.article, proposal.place.block].append(card)
            else:
                elsewhere.append(card)
        for document in parsed.documents:
            if len(parsed.documents) > 1:
                self._body.append(f"<h3>Article {document.index + 1:,}</h3>\n")
            for block in document.blocks:
                self._body += _row(block, by_place.get((document.index, block.index), ()))
            document.release()
        if elsewhere:
            self._body.append("<h3>About the file</h3>\n")
            self._body += (card.html(None) for card in elsewhere)
        self._data.append(
            {
                "path": file.path,
                "sha256": file.sha256,
                "language_format": file.language_format,
                "style": file.style,
                "findings": findings,
            }
        )

    def _card(self, proposal: FindingProposal, lines: Lines) -> _Card:
        diagnostic = proposal.diagnostic
        self._rules.add(diagnostic.rule)
        self.counts[diagnostic.safety] += 1
        line, _ = lines.position(diagnostic.span.start)
        return _Card(f"f{self.counts.total()}", proposal, line, self._info(diagnostic.rule).summary)

    def _rule_html(self, name: str) -> str:
        info = self._info(name)
        link = f'<a href="{attribute(info.url)}" target="_blank" rel="noopener">{text_html(info.url)}</a>'
        more = f"<p>{link}</p>" if info.url else ""
        return (
            f'<details id="rule-{attribute(name)}">'
            f"<summary>{text_html(name)}: {text_html(info.summary)}</summary>"
            f'<div class="doc">{text_html(info.doc)}</div>{more}</details>\n'
        )


class _Card(Struct, frozen=True):
    """A finding on the page."""

    id: str
    proposal: FindingProposal
    line: int
    summary: str

    @property
    def record(self) -> dict[str, object]:
        """What the script must know to save a decision."""
        span = self.proposal.diagnostic.span
        return {
            "id": self.id,
            "rule": self.proposal.diagnostic.rule,
            "start": span.start,
            "end": span.end,
            "suggestions": [choice_of(option).suggestion for option in self.proposal.choices],
        }

    def mark(self, place: Place) -> FindingMark:
        """How the finding is marked in the article."""
        diagnostic = self.proposal.diagnostic
        return FindingMark(place.at, self.id, diagnostic.safety, f"{diagnostic.rule}: {diagnostic.message}")

    def html(self, block: Block | None) -> str:
        """The card, with a choice if there is one."""
        diagnostic, id = self.proposal.diagnostic, self.id  # noqa: A001 - as HTML calls it
        rule = f'<a href="#rule-{attribute(diagnostic.rule)}">{text_html(diagnostic.rule)}</a>'
        decision = self._choices_html(block) if block and self.proposal.choices else self._hint_html()
        return (
            f'<article class="card {diagnostic.safety}" id="{id}" tabindex="-1" aria-labelledby="{id}-m">\n'
            f'<p class="about"><span class="badge">{NAMES[diagnostic.safety]}</span> '
            f"{rule}, line {self.line:,}</p>\n"
            f'<p class="message" id="{id}-m">{text_html(diagnostic.message)}</p>\n'
            f'<p class="summary">{text_html(self.summary)}</p>\n'
            f"{decision}</article>\n"
        )

    def _choices_html(self, block: Block) -> str:
        options = "".join(self._option_html(block, *option) for option in enumerate(self.proposal.choices))
        return (
            f"<fieldset><legend>Decision</legend>\n{options}{self._radio('reject', 'Leave as it is')}"
            f"{self._radio('', 'Undecided', checked=True)}</fieldset>\n"
        )

    def _option_html(self, block: Block, number: int, option: Diagnostic) -> str:
        fix, place = option.fix, self.proposal.place
        if not fix or not place:
            return ""
        readings = option.suggestions if len(option.suggestions) == 1 else ()
        words = f"Accept: “{text_html(readings[0])}”" if readings and readings[0].strip() else "Accept"
        return (
            self._radio(str(number), words)
            + f'<p class="diff">{diff_html(fix_diff(block, place.at, fix.changes))}</p>\n'
        )

    def _radio(self, value: str, label: str, *, checked: bool = False) -> str:
        state = " checked" if checked else ""
        return f'<label><input type="radio" name="{self.id}" value="{value}"{state}> {label}</label>\n'

    def _hint_html(self) -> str:
        said = "; ".join(f"“{text_html(text)}”" for text in self.proposal.diagnostic.suggestions)
        why = f" ({text_html(self.proposal.refusal)})" if self.proposal.refusal else ""
        return f'<p class="by-hand">To be changed by hand{f": {said}" if said else ""}{why}.</p>\n'


def _row(block: Block, cards: Sequence[_Card]) -> Iterator[str]:
    """A block with its cards; gaps only if they have findings."""
    if not cards and (block.kind is BlockKind.GAP or not block.text.strip()):
        return
    tag = TAGS.get(block.kind, "p")
    marks = [card.mark(card.proposal.place) for card in cards if card.proposal.place]
    name = f'<span class="field">{text_html(block.source.name)}</span>' if block.source.name else ""
    yield f'<div class="row {block.kind}"><div class="text">{name}'
    yield f"<{tag}>{marked_html(block.text, marks)}</{tag}></div>"
    if cards:
        yield '<div class="cards">\n'
        yield from (card.html(block) for card in cards)
        yield "</div>"
    yield "</div>\n"
