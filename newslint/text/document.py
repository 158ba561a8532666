"""The articles of a file as rules see them: blocks of text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newslint.core.diagnostics import (
    Change,
    Diagnostic,
    Edit,
    Finding,
    Fix,
    Note,
    Protected,
    RuleInfo,
    Safety,
)
from newslint.core.grade import Verdict
from newslint.core.patterns import pattern
from newslint.core.positions import Place, Range, Span
from newslint.core.report import UnreadPart
from newslint.core.segments import DEFAULT_OPTIONS, BlockKind, BlockSource, Comment, ParseOptions
from newslint.core.source import Source, splice
from newslint.text.encoded_text import EncodedText
from newslint.text.language import is_english_prose, is_not_english, language_of
from newslint.text.names.capital_words import CapitalWords
from newslint.text.names.people import People, find_people
from newslint.text.quotations.outer_style import MarkStyle, headline_block, usual_style
from newslint.text.quotations.quotations import Quotes, pair_quotes
from newslint.text.runs import Run, RunKind, find_runs, mask_runs, may_hold_marks, transcript_blocks
from newslint.text.sentences import split_sentences
from newslint.text.terms import Terms, collect_terms

if TYPE_CHECKING:
    from newslint.text.evidence.evidence import Evidence, Profile
    from newslint.text.names.families import Family
    from newslint.text.names.organisations import Organisation
    from newslint.text.residue.kinds import Residue
    from newslint.text.speakers.quotation_speakers import Speeches


class Document(Struct, frozen=True, eq=False, dict=True):
    """An article: its blocks, and facts computed once when asked for.

    `index` is its number in the file.
    """

    sources: tuple[BlockSource, ...]
    parse_options: ParseOptions = DEFAULT_OPTIONS
    index: int = 0
    from_page: bool = True
    """Whether it may hold parts of the page that it was taken from, unlike messages of programs."""
    is_written: bool = False
    """Whether people write its format, so that a label or link is probably the article's own."""

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks, gaps among them."""
        return tuple(
            Block(self, index, source, source.kind, source.text) for index, source in enumerate(self.sources)
        )

    def release(self) -> None:
        """Release the blocks until they are asked for again.

        They know their article, and reference cycles stay in memory until Python looks for them.
        """
        self.__dict__.pop("blocks", None)

    @cached_property
    def flow_sizes(self) -> Mapping[str, int]:
        """How many blocks with text each flow has."""
        return Counter(s.flow for s in self.sources if s.kind is not BlockKind.GAP and s.text.strip())

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The prose of each block by its index; gaps are empty."""
        return tuple("" if block.kind is BlockKind.GAP else block.text for block in self.blocks)

    @cached_property
    def encoded_text(self) -> EncodedText:
        """The prose of all blocks as bytes."""
        return EncodedText(self.texts)

    @cached_property
    def capitals(self) -> CapitalWords:
        """The words that begin with a capital."""
        return CapitalWords(self.encoded_text.data)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The language of each block, declared or judged; empty if unknown.

        Languages are ISO 639-1 codes. Where most of the text is in another language, only prose makes a block
        English, as it may have an English name.
        """
        if self.language == "en":
            return self._judged_languages
        return tuple(
            "" if language == "en" and not is_english_prose(source.text) else language
            for language, source in zip(self._judged_languages, self.sources, strict=True)
        )

    @cached_property
    def language(self) -> str:
        """The language of most of the text; English if unknown."""
        letters: Counter[str] = Counter()
        for language, source in zip(self._judged_languages, self.sources, strict=True):
            if language:
                letters[language] += len(source.text)
        return letters.most_common(1)[0][0] if letters else "en"

    @cached_property
    def _judged_languages(self) -> tuple[str, ...]:
        return tuple(
            "" if source.kind is BlockKind.GAP else language_of(source.text, source.language)
            for source in self.sources
        )

    @cached_property
    def transcript_blocks(self) -> frozenset[int]:
        """The indices of blocks that belong to a transcript."""
        return transcript_blocks(self.texts)

    @cached_property
    def quotes(self) -> Quotes:
        """The paired quotation marks of the article.

        Text that is not English prose has none.
        """
        texts: Sequence[str] = self.texts
        if any(language not in ("en", "") for language in self.languages):
            texts = [
                "" if code not in ("en", "") else text
                for code, text in zip(self.languages, texts, strict=True)
            ]
        if may_hold_marks("\n".join(texts)):
            texts = [mask_runs(text, find_runs(text)) for text in texts]
        return pair_quotes(texts, continued=self.parse_options.continued_quotes)

    @cached_property
    def headline_index(self) -> int | None:
        """The index of the first block, if it reads like a headline."""
        return headline_block(self.texts)

    @cached_property
    def mark_style(self) -> MarkStyle | None:
        """The marks of most quotations outside the headline; None without any."""
        outer = (q for q in self.quotes.quotations if q.depth == 0 and q.opening.block != self.headline_index)
        return usual_style(
            ((self.read(q.opening), self.read(q.closing)) for q in outer if q.closing), self.texts
        )

    def read(self, place: Place) -> str:
        """The prose at a place."""
        return place.at.of(self.texts[place.block])

    @cached_property
    def people(self) -> People:
        """Who is named in the article, and where."""
        return find_people(self.texts)

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """Families with several named members: siblings, couples, namesakes."""
        from newslint.text.names.families import families

        return families(self.texts, self.people)

    @cached_property
    def unintroduced_names(self) -> Mapping[str, tuple[Place, ...]]:
        """Single names of people who are never introduced, with their places."""
        from newslint.text.names.unintroduced_names import unintroduced_names

        return unintroduced_names(self.texts, self.people)

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """The organisations that the article mentions, some by initials alone."""
        from newslint.text.names.organisations import organisations

        return organisations(self.texts, self.people, self.terms.acronyms)

    @cached_property
    def speeches(self) -> Speeches:
        """The quotations of the article, with their speakers."""
        from newslint.text.speakers.quotation_speakers import attribute_quotations

        return attribute_quotations(self.texts, self.quotes, self.people)

    @cached_property
    def residue(self) -> Mapping[int, Residue]:
        """The blocks that are residue of a page, by index."""
        from newslint.text.residue.blocks import find_residue

        return find_residue(self.sources) if self.from_page else {}

    @cached_property
    def evidence(self) -> Evidence:
        """What the article shows of its past."""
        from newslint.text.evidence.evidence import weigh

        return weigh(self)

    @cached_property
    def suspicions(self) -> frozenset[Verdict]:
        """The verdicts that its signs may prove, by a quick look."""
        from newslint.text.evidence.suspicion import suspected_verdicts

        return suspected_verdicts(self)

    def proof_of(self, verdict: Verdict) -> Profile | None:
        """The profile of a verdict, if it is proven."""
        return self.evidence.of(verdict) if verdict in self.suspicions else None

    @property
    def verdicts(self) -> frozenset[Verdict]:
        """What is proven of the article."""
        return self.evidence.verdicts if self.suspicions else frozenset()

    def opens(self, gate: str) -> bool:
        """Whether the article has a verdict, perhaps with a language: `translated:es`."""
        verdict, _, language = gate.partition(":")
        profile = self.proof_of(Verdict(verdict))
        return profile is not None and language in ("", profile.language)

    @cached_property
    def unknown_words(self) -> Sequence[frozenset[str]]:
        """Lower-case words that are not English, by block."""
        from newslint.text.unknown_words import unknown_words

        return unknown_words(self.texts)

    @cached_property
    def terms(self) -> Terms:
        """The acronyms and nouns that the article is about."""
        return collect_terms(self.texts)


class ParsedFile(Struct, frozen=True, eq=False, dict=True):
    """The result of parsing a file: articles, comments and errors.

    `errors` name places that were skipped; all else was read. `note` says why there is no article, where a
    file is sound but newslint knows no prose in it. `frame` is what the parser saw besides prose where text
    alone decides it (a rule under what was a headline, two lists made one): a fix must leave it as it was.
    """

    source: Source
    documents: tuple[Document, ...]
    comments: tuple[Comment, ...] = ()
    errors: tuple[str, ...] = ()
    note: str = ""
    frame: str = ""
    has_unread_prose: bool = False
    """Whether the note is about unread prose."""

    @property
    def unread(self) -> UnreadPart:
        """What was not read of the file."""
        if self.has_unread_prose:
            return UnreadPart.PROSE
        return (
            UnreadPart.NOTHING
            if self.documents or self.errors or not self.source.text.strip()
            else UnreadPart.ALL
        )

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of all articles."""
        return tuple(chain.from_iterable(document.blocks for document in self.documents))


class Block(Struct, frozen=True, eq=False, dict=True):
    """A paragraph, a headline or a gap as plain text."""

    document: Document
    index: int
    source: BlockSource
    kind: BlockKind
    """The role of the block in the article."""
    text: str
    """The plain text that rules read."""

    def __repr__(self) -> str:
        return f"Block({self.index}, {self.text!r})"

    @property
    def whole(self) -> Range:
        """All of the text, as a range."""
        return Range(0, len(self.text))

    @property
    def language(self) -> str:
        """The language of the block; that of the article if unknown.

        An ISO 639-1 code.
        """
        return self.document.languages[self.index] or self.document.language

    def is_foreign(self, at: Range) -> bool:
        """Whether a range touches a sentence or quotation in another language.

        A range may contain a whole quotation in another language if it has words on both sides of it.
        """
        if self.kind is BlockKind.GAP:
            return False
        if self.language != "en":
            return at.touches(self.whole)
        if any(at.touches(other) for other in self.source.foreign):
            return True
        if len(self.sentences) > 1 and any(
            is_not_english(sentence.of(self.text)) for sentence in self.sentences if at.touches(sentence)
        ):
            return True
        return any(
            at.touches(quoted) and not (at.start < quoted.start and quoted.end < at.end)
            for quoted in self._foreign_quotations
        )

    @cached_property
    def _foreign_quotations(self) -> tuple[Range, ...]:
        """Quotations in other languages."""
        places = (place for found in self.document.quotes.in_block(self.index) for place in found.inner)
        return tuple(
            place.at
            for place in places
            if place.block == self.index and is_not_english(place.at.of(self.text))
        )

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Runs that are not prose: code, markup, addresses, posts, mojibake."""
        found = find_runs(self.text, self.sentence_at)
        if self.index in self.document.transcript_blocks:
            found += (Run(RunKind.TRANSCRIPT, self.whole),)
        return found

    @cached_property
    def sentences(self) -> tuple[Range, ...]:
        """The sentences in order, without the white space around them."""
        return split_sentences(self.text)

    def sentence_at(self, offset: int) -> Range:
        """The sentence at an offset, or else the whole block."""
        found = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[max(found, 0)] if self.sentences else self.whole

    def is_quoted(self, at: Range) -> bool:
        """Whether any part of a range is inside quotation marks."""
        return self.document.quotes.touches(self.index, at)

    def lift(self, finding: Finding, rule: RuleInfo) -> Diagnostic:
        """Convert a finding to the file, with what remains of its fix."""
        fix = self._fix(finding, rule)
        return Diagnostic(
            rule=rule.name,
            category=rule.category,
            severity=rule.severity,
            span=self.span(finding.at),
            message=finding.message,
            quote=finding.at.of(self.text),
            sentence=self._fold(self.sentence_at(finding.at.start)),
            fix=fix if isinstance(fix, Fix) else None,
            suggestions=finding.suggestions or self._readings(finding),
            related=tuple(
                Note(self.document.blocks[related.place.block].span(related.place.at), related.message)
                for related in finding.related
            ),
            field=self.source.name,
            confidence=finding.confidence,
            url=rule.url,
            unfixable=fix if isinstance(fix, str) else "",
            article=self.document.index,
        )

    def span(self, at: Range) -> Span:
        """The span of the file that a range shows, markup included."""
        return self.source.span(at)

    def _fold(self, sentence: Range) -> str:
        """A sentence with folded white space, computed once per sentence."""
        if sentence not in self._fold_cache:
            self._fold_cache[sentence] = " ".join(sentence.of(self.text).split())
        return self._fold_cache[sentence]

    @cached_property
    def _fold_cache(self) -> dict[Range, str]:
        return {}

    def _fix(self, finding: Finding, rule: RuleInfo) -> Fix | str | None:
        """The fix of a finding, why it cannot be applied, or None."""
        safety = (finding.safety or rule.safety).at_most(rule.safety)
        if not finding.changes or len(finding.suggestions) > 1 or safety is Safety.HINT:
            return None
        changes = tuple(map(self._in_case, finding.changes))
        if self._deletes_all(changes):
            if self.document.flow_sizes[self.source.flow] == 1:
                return f"it would leave {self.source.name or 'the text'} empty"
            changes, edits = (Change(self.whole, ""),), [self.source.deletion()]
        else:
            edits = [self.source.edit(change) for change in changes]
        if None in edits:
            return None
        if Protected.QUOTED not in rule.may_change and self._rewords(changes):
            return None
        return Fix(
            tuple(edit for edit in edits if edit),
            safety,
            rule.may_change,
            changes,
            self.document.index,
            self.index,
        )

    def _deletes_all(self, changes: tuple[Change, ...]) -> bool:
        """Whether only white space would be left of a block with text."""
        if self.kind is BlockKind.GAP or any(change.text.strip() for change in changes):
            return False
        edits = (Edit(Span(change.at.start, change.at.end), change.text) for change in changes)
        return bool(self.text.strip()) and not splice(self.text, edits).strip()

    def _rewords(self, changes: Iterable[Change]) -> bool:
        """Whether a change alters words or figures in a quotation."""
        return any(
            (_letters(change.at.of(self.text)) != _letters(change.text) or self._touches_figure(change))
            and self.is_quoted(change.at)
            for change in changes
        )

    def _touches_figure(self, change: Change) -> bool:
        """Whether a change alters how a figure or an amount is written."""
        inside = pattern(FIGURE).search(change.at.of(self.text) + change.text)
        before, after = (
            self.text[max(change.at.start - 1, 0) : change.at.start],
            self.text[change.at.end : change.at.end + 1],
        )
        return inside is not None or (before.isdigit() and after.isdigit())

    @cached_property
    def _in_capitals(self) -> bool:
        """Whether the line is set in capitals."""
        words = self.text.split()
        return len(words) > 1 and self.text.isupper()

    def _in_case(self, change: Change) -> Change:
        """The change in the case of the line."""
        return replace(change, text=change.text.upper()) if self._in_capitals else change

    def _readings(self, finding: Finding) -> tuple[str, ...]:
        """The text of a place after the changes.

        None reaches out of it, except over a space.
        """
        reach = [finding.at, *(change.at for change in finding.changes)]
        whole = Range(min(at.start for at in reach), max(at.end for at in reach))
        text, end, replaced = self.text, whole.end, ""
        beyond = text[whole.start : finding.at.start] + text[finding.at.end : whole.end]
        if not finding.changes or beyond.strip():
            return ()
        for change in sorted(finding.changes, key=lambda c: c.at, reverse=True):
            replaced = change.text + text[change.at.end : end] + replaced
            end = change.at.start
        replaced = text[whole.start : end] + replaced
        return (replaced.strip() if beyond else replaced,)


FIGURE = r"[\d\p{Sc}]"


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
