"""Residue is known by the words of pages in many languages, and by what stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.core.source import Source
from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.text.residue.kinds import ResidueKind
from newslint.text.residue.lines import judge_line

TOOLS = Path(__file__).parents[1] / "tools"
LINTER = Linter(selection.select(["leftovers"]))
PROSE = "The bridge over the river was opened by the mayor on Monday."


def rows(name: str) -> list[list[str]]:
    lines = (TOOLS / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def leftovers(*paragraphs: str) -> list[str]:
    """The paragraphs between two of prose that are reported as a whole."""
    text = "\n\n".join((PROSE, PROSE.replace("Monday", "Friday"), *paragraphs))
    found = {diagnostic.span.of(text) for diagnostic in LINTER.check(Source(text)).diagnostics}
    return [paragraph for paragraph in paragraphs if paragraph in found]


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in rows("short_paragraphs.tsv")}))
def test_no_short_paragraph_of_an_article_is_residue(kind: str) -> None:
    texts = [text for other, text in rows("short_paragraphs.tsv") if other == kind]
    assert [text for text in texts if judge_line(text)] == []


def test_most_residue_of_pages_is_found() -> None:
    blocks = [text.split(" ¶ ") for _, _, text in rows("residue_blocks.tsv")]
    found = [leftovers(*block) == block for block in blocks]
    assert sum(found) >= 0.85 * len(blocks)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Delen op WhatsApp", ResidueKind.BUTTON),
        ("Оставьте комментарий", ResidueKind.COMMENT),
        ("Mis à jour le 3 mai 2021 à 10h30", ResidueKind.STAMP),
        ("Aktualisiert: 3. Mai 2021, 10:30 Uhr", ResidueKind.STAMP),
        ("Etiquetas: puente, alcalde", ResidueKind.MENU),
        ("We use cookies on this bridge of a site.", ResidueKind.COOKIES),
        ("The bridge in Wick on Monday. Photo: Ivo Brandt/AFP", ResidueKind.CREDIT),
        ("A MAN ON A BRIDGE IN WICK (ANNA NOVAK / POOL VIA AP)", ResidueKind.CREDIT),
        ("Correspondent Anna Novak has the story.", ResidueKind.BYLINE),
        ("#Bridge #Wick", ResidueKind.SOCIAL),
        ("3 comments | Older posts", ResidueKind.STAMP),
    ],
)
def test_lines_of_pages(line: str, kind: ResidueKind) -> None:
    found = judge_line(line)
    assert found is not None
    assert found.kind is kind


@pytest.mark.parametrize(
    "line",
    [
        "Mayo 2021",
        "Die Welt",
        "Le Monde",
        "El Salvador",
        "Read her full comments below:",
        "“We use cookies,” the baker said.",
        "The mayor shut the bridge in Wick on Monday. (AFP)",
        "May 3, 2021",
    ],
)
def test_lines_of_articles(line: str) -> None:
    assert judge_line(line) is None


def test_headlines_in_a_box_belong_to_it() -> None:
    box = "Related Articles", "Ferry sinks off Oslo", "Ten bridges to see"
    assert leftovers(*box) == list(box)
    assert leftovers(*box, "How it was built", PROSE) == list(box)
    assert leftovers("Ferry sinks off Oslo", "Ten bridges to see") == []


def test_sections_below_each_other_are_a_menu() -> None:
    menu = "Home", "World", "Business"
    assert leftovers(*menu) == list(menu)
    assert leftovers("World", PROSE, "Business", PROSE) == []


def test_a_count_beside_residue_belongs_to_it() -> None:
    assert leftovers("View gallery", "1 / 12") == ["View gallery", "1 / 12"]
    assert leftovers("1 / 12") == []
