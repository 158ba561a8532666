"""How much of injected damage to names the rules find: one place in each clean article is damaged.

    python tools/benchmarks/names_recall.py CORPORA/clean-curly.jsonl.gz [-n 1000]

Swaps the family name in a later mention for the given name, puts a wrong letter into it, leaves one out,
doubles one or changes the order of two, or splits the title of an introduction that has a nationality
("French Foreign Minister. Minister Ann Petit").
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.text.names.people import NameForm

RULES = {
    "swap": "given-name-as-surname",
    "listed swap": "given-name-as-surname",
    "slip": "surname-drift",
    "split": "split-title",
}
PROFILE = Linter(selection.select(set(RULES.values())))


SHORT = 4
"""Letters; in names no longer nobody could tell a slip from another name."""
Damage = tuple[str, int, int, str]


def damages(text: str) -> Iterator[Damage]:
    """Every damage that can be done to an article: its kind, place and new text."""
    (document, *_) = PROFILE.parse(Source(text, "article.txt")).documents
    for person in document.people.persons:
        for mention in person.mentions:
            block, at = document.blocks[mention.place.block], mention.place.at
            span, title = block.span(at), mention.title
            if mention.form is NameForm.FAMILY and len(person.family) > SHORT and not block.is_quoted(at):
                yield "slip", span.start, span.end, slip(person.family)
            if mention.form is NameForm.FAMILY and not person.family_first and not title:
                listed = text[: span.start].endswith(" and ") or text[span.end :].startswith(" and ")
                yield "listed swap" if listed else "swap", span.start, span.end, person.given
            if title and title.formal and title.nationality and " " in title.words:
                yield "split", span.start, span.start, f"\0{title.words.split()[-1]} "


def slip(name: str) -> str:
    """A name with one slip of the pen, always the same."""
    choice = random.Random(name)  # noqa: S311
    at = choice.randrange(2, len(name) - 1)
    wrong = choice.choice("aeiourtlms".replace(name[at], ""))
    before, after = name[:at], name[at + 1 :]
    turned = before[:-1] + name[at] + before[-1] + after
    return choice.choice([before + wrong + after, before + after, before + 2 * name[at] + after, turned])


def main() -> None:
    """Damage each article once in each way and count what is found at the place."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("-n", type=int, default=1000)
    args = parser.parse_args()
    done, found, right = Counter[str](), Counter[str](), Counter[str]()
    choice = random.Random(1)  # noqa: S311
    with gzip.open(args.corpus, "rt", encoding="utf-8") as lines:
        for line in islice(lines, args.n):
            text = json.loads(line)["text"]
            by_kind: dict[str, list[tuple[int, int, str]]] = {}
            for kind, start, end, new in damages(text):
                by_kind.setdefault(kind, []).append((start, end, new))
            for kind, places in by_kind.items():
                start, end, new = choice.choice(places)
                before = text[:start].rstrip() + ". " if new[0] == "\0" else text[:start]
                damaged = before + new.lstrip("\0") + text[end:]
                report = PROFILE.check(Source(damaged, "article.txt"))
                done[kind] += 1
                said = [
                    d
                    for d in report.diagnostics
                    if d.rule == RULES[kind] and d.span.start <= len(before) < d.span.end
                ]
                found[kind] += bool(said)
                right[kind] += any(d.suggestions == (text[start:end],) for d in said)
    for kind in RULES:
        names = f", the right name for {right[kind]}" if kind != "split" else ""
        print(f"{kind:12} {found[kind]:5} of {done[kind]:5}{names}")


if __name__ == "__main__":
    main()
