"""The texts that LanguageTool is measured on, and its answers."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from difflib import SequenceMatcher
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from newslint.engines.languagetool.installation import home
from newslint.engines.languagetool.offsets import range_of
from newslint.engines.languagetool.server import serve
from tools.spinners import frequent_phrases, spin_phrases
from tools.tables.languagetool.damage import inject_faults

AT_ONCE = 2
LONGEST, SPUN = 4500, 0.5
"""Characters of a text that is spun, and the share of its frequent phrases that change."""
HELD_OUT = 3
"""One in so many damaged pages, by the hash of its id, is kept to check results and never asked about."""
SEGMENTS = 20
"""Marked segments that are sent together, as paragraphs."""
Fault = tuple[str, int, int]
"""A fault: its kind, start and end in code points."""
Text = tuple[str, str, tuple[Fault, ...]]
"""The set, a text of it, and its known faults."""


def ask(corpora: Path, answers: Path, scale: float, seed: int) -> None:
    """Record the answers of LanguageTool for a sample of each set."""
    texts = list(_texts(corpora, scale, seed))
    with (
        serve(home(), xmx="1500m") as url,
        gzip.open(answers, "wt", encoding="utf-8") as out,
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):
        for number, row in enumerate(pool.map(lambda text: _answer(url, *text), texts)):
            out.write(json.dumps(row) + "\n")
            if number % 100 == 0:
                print(f"{number} of {len(texts)}", flush=True)


def _answer(url: str, name: str, text: str, faults: tuple[Fault, ...]) -> dict[str, Any]:
    data = urlencode({"language": "en-US", "text": text}).encode()
    with urlopen(f"{url}/v2/check", data, timeout=300) as answer:  # noqa: S310 - loopback
        matches = json.load(answer)["matches"]
    return {"set": name, "text": text, "faults": faults, "matches": [_match(text, m) for m in matches]}


def _match(text: str, match: dict[str, Any]) -> dict[str, Any]:
    start = range_of(text, 0, match["offset"]).end
    return {
        "id": match["rule"]["id"],
        "start": start,
        "end": range_of(text, start, match["length"]).end,
        "message": match["message"],
        "replacements": [found["value"] for found in match["replacements"][:3]],
    }


def _texts(corpora: Path, scale: float, seed: int) -> Iterator[Text]:
    some = partial(_some, corpora, scale, seed)
    for name, count in (("clean-curly", 400), ("clean-straight", 150), ("mt-documents", 300)):
        for row in some(name, count):
            yield name, paragraphs(row["text"]), ()
    for number, row in enumerate(some("clean-straight", 300, after=150)):
        made = inject_faults(paragraphs(row["text"]), number)
        yield "injected", made.text, made.faults
    segments = some("mt-marked", 10_000)
    for at in range(0, len(segments), SEGMENTS):
        yield _with_marks(segments[at : at + SEGMENTS])
    phrases, chance = frequent_phrases(), random.Random(seed)  # noqa: S311 - nothing is secret
    for row in (*some("clean-straight", 50, after=450), *some("clean-curly", 90, after=400)):
        yield "spun", *_spin(paragraphs(row["text"])[:LONGEST], phrases, chance)
    for row in some("damaged-wild", 1000):
        if row["kind"] == "damaged" and _is_for_choosing(row["id"]):
            yield "damaged", row["text"], tuple(_places(row))


def _some(  # noqa: PLR0917 - the first three are bound once
    corpora: Path, scale: float, seed: int, name: str, count: int, after: int = 0
) -> list[dict[str, Any]]:
    """Rows of a set, the same for a seed."""
    with gzip.open(corpora / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    random.Random(seed).shuffle(rows)  # noqa: S311 - nothing is secret
    return rows[int(after * scale) : int((after + count) * scale)]


def _spin(
    text: str, phrases: Mapping[str, Sequence[str]], chance: random.Random
) -> tuple[str, tuple[Fault, ...]]:
    """A text as a spinner writes it, and the places that it changed."""
    spun = spin_phrases(text, phrases, SPUN, chance)
    before, after = (re.findall(r"\w+|\W", each) for each in (text, spun))
    starts = list(accumulate(map(len, after), initial=0))
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return spun, tuple(
        ("spun", starts[low], starts[high]) for tag, _, _, low, high in steps if tag != "equal"
    )


def _is_for_choosing(name: str) -> bool:
    return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % HELD_OUT != 0


def _places(row: dict[str, Any]) -> Iterator[Fault]:
    """Yield the damage of a page that people annotated."""
    for damage in row["damages"]:
        at = -1
        for _ in range(damage["nth"]):
            at = row["text"].find(damage["quote"], at + 1)
        yield damage["kind"], at, at + len(damage["quote"])


def paragraphs(text: str) -> str:
    """An article as it is sent, with lines as paragraphs."""
    return "\n\n".join(line for line in text.split("\n") if line.strip())


def _with_marks(rows: list[dict[str, Any]]) -> Text:
    text = ""
    faults: list[Fault] = []
    for row in rows:
        for error in row["errors"]:
            if error["span"] and error["start"] is not None:
                start = len(text) + error["start"]
                faults.append((error["category"], start, start + len(error["span"])))
        text += row["target"] + "\n\n"
    return "mt-marked", text, tuple(faults)
