"""The texts that LanguageTool is measured on, and what it says of them."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

from newslint.engines.languagetool.home import home
from newslint.engines.languagetool.places import place
from newslint.engines.languagetool.server import serving
from second.damage import damaged

AT_ONCE = 2
SEGMENTS = 20
"""Marked segments that are sent together, as paragraphs."""
Fault = tuple[str, int, int]
"""What is wrong, and where: start and end in code points."""
Text = tuple[str, str, tuple[Fault, ...]]
"""The set, a text of it, and its known faults."""


def ask(corpora: Path, answers: Path, scale: float, seed: int) -> None:
    """Write down what LanguageTool says of a sample of each set."""
    texts = list(_texts(corpora, scale, seed))
    with (
        serving(home(), xmx="1500m") as url,
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
    start = place(text, 0, match["offset"]).end
    return {
        "id": match["rule"]["id"],
        "start": start,
        "end": place(text, start, match["length"]).end,
        "message": match["message"],
        "replacements": [found["value"] for found in match["replacements"][:3]],
    }


def _texts(corpora: Path, scale: float, seed: int) -> Iterator[Text]:
    def some(name: str, count: int, after: int = 0) -> list[dict[str, Any]]:
        with gzip.open(corpora / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        random.Random(seed).shuffle(rows)  # noqa: S311 - nothing is secret
        return rows[int(after * scale) : int((after + count) * scale)]

    for name, count in (("clean-curly", 400), ("clean-straight", 150), ("mt-documents", 300)):
        for row in some(name, count):
            yield name, paragraphs(row["text"]), ()
    for number, row in enumerate(some("clean-straight", 300, after=150)):
        made = damaged(paragraphs(row["text"]), number)
        yield "injected", made.text, made.faults
    segments = some("mt-marked", 6000)
    for at in range(0, len(segments), SEGMENTS):
        yield _marked(segments[at : at + SEGMENTS])


def paragraphs(text: str) -> str:
    """An article as it is sent: its lines are paragraphs."""
    return "\n\n".join(line for line in text.split("\n") if line.strip())


def _marked(rows: list[dict[str, Any]]) -> Text:
    text = ""
    faults: list[Fault] = []
    for row in rows:
        for error in row["errors"]:
            if error["category"].startswith("Fluency") and error["span"] and error["start"] is not None:
                start = len(text) + error["start"]
                faults.append((error["category"], start, start + len(error["span"])))
        text += row["target"] + "\n\n"
    return "mt-marked", text, tuple(faults)
