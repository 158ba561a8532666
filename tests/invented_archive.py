"""A small WordNet and a large archive, both made up, for what learns words."""

from __future__ import annotations

import json
import random
from pathlib import Path

NOUNS = {
    "00000001": ("alliance", "covenant", "pact"),
    "00000002": ("harbor", "haven"),
    "00000003": ("minister", "curate"),
    "00000004": ("agreement",),
}
GLOSSES = {"00000002": 'an agreement that is used "by a minister"'}
WIDER = {"00000001": "00000004"}
VERBS = {"00000011": ("say", "state"), "00000012": ("guard", "patrol")}
SENTENCES = (
    "The {a} alliance met in Oslo and its minister said that the harbor was safe.",
    "Ships of the alliance guard the {a} harbor, the minister said on Monday.",
    "In the {a} part of the alliance nobody has seen a storm since May.",
    "A {a} pact was signed; the minister of the {a} harbor spoke for 20 minutes.",
    "Storms are {a} in the north of the harbor, and the pact says so.",
)
RARE = (
    "A {a} covenant was read in the {a} church of Oslo.",
    "They found a {a} haven; a {a} curate said so.",
    "Nobody knows what the {a} haven and the {a} minister state.",
)
WORDS = tuple(
    one + two + three + "ish"
    for one in ("gal", "mor", "tin", "ves", "pol")
    for two in ("a", "end", "im", "ort", "ul")
    for three in ("", "nav", "rel", "sod", "tag", "bur", "lim", "kep", "fon", "wid")
)


def wordnet(folder: Path) -> Path:
    """The files of a WordNet with a handful of words."""
    folder.mkdir()
    for ending, kind, synsets in (
        ("noun", "n", NOUNS),
        ("verb", "v", VERBS),
        ("adj", "a", {}),
        ("adv", "r", {}),
    ):
        data, index = ["  1 A notice."], ["  1 A notice."]
        for number, words in synsets.items():
            listed = " ".join(f"{word} 0" for word in words)
            pointers = [("@", WIDER[number])] if number in WIDER else []
            pointers += [("~", narrower) for narrower, wider in WIDER.items() if wider == number]
            told = " ".join(f"{sign} {to} {kind} 0000" for sign, to in pointers)
            gloss = GLOSSES.get(number, "a word")
            data.append(f"{number} 03 {kind} {len(words):02x} {listed} {len(pointers):03} {told} | {gloss}")
            index += [f"{word} {kind} 1 0 1 1 {number}" for word in words]
        (folder / f"data.{ending}").write_text("\n".join(data) + "\n", "latin-1")
        (folder / f"index.{ending}").write_text("\n".join(index) + "\n", "latin-1")
    (folder / "verb.exc").write_text("said say\n", "latin-1")
    return folder


def archive(file: Path, articles: int = 1_000) -> Path:
    """JSON lines with articles of a hundred words and more, always the same."""
    rng = random.Random(4)  # noqa: S311
    with file.open("w", encoding="utf-8") as lines:
        for _ in range(articles):
            text = "\n\n".join(" ".join(_sentence(rng) for _ in range(3)) for _ in range(4))
            print(json.dumps({"text": text}), file=lines)
    return file


def _sentence(rng: random.Random) -> str:
    frame = rng.choice(RARE if rng.random() < 0.03 else SENTENCES)
    while "{a}" in frame:
        frame = frame.replace("{a}", rng.choice(WORDS), 1)
    return frame
