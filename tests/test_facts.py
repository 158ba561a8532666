"""`newslint facts`: bodies, families, strangers, key terms, and how all facts are printed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newslint.cli import CLEAN, FAILED
from newslint.cli import main as newslint
from newslint.core.source import Source
from newslint.linter.linter import Linter

ARTICLE = """Harbour pact stalls

Norwegian Prime Minister Jonas Gahr met Dutch Foreign Minister Kees Mulder at the Harbour Council (HC).

“The pact is dead,” Gahr said. The HC and the Ministry of Fisheries left the northern part of the pact.

Ships wait in the northern part of the treaty. The pact holds, Putin said, and Roger and Lynda Stern agree.

“Nobody told us,” the clerk said.
"""


def document(text: str = ARTICLE):
    (only,) = Linter(()).parse(Source(text)).documents
    return only


def test_bodies_with_their_initials() -> None:
    found = {body.name: (body.initials, len(body.places)) for body in document().organisations}
    assert found == {"Harbour Council": ("HC", 3), "Ministry of Fisheries": ("", 1)}


def test_initials_that_are_another_s_are_not_taken() -> None:
    text = "The Harbour Council (XQ) met. The XQ left."
    assert {body.name: body.initials for body in document(text).organisations} == {
        "Harbour Council": "",
        "XQ": "XQ",
    }


def test_couples_and_namesakes_are_kin() -> None:
    (family,) = document("Roger and Lynda Stern came. Lynda Stern met Paul Stern and Ann Holm.").families
    assert (family.family, family.given) == ("Stern", ("Lynda", "Paul", "Roger"))
    ((given, place),) = family.couples
    assert (given, place.at.start) == ("Roger", 0)


def test_names_that_nobody_introduces() -> None:
    text = "Mayor Keller came. Later Bolt said no. Oslo said yes. Prosecutors said so. Ann Holm said it."
    assert set(document(text).unintroduced_names) == {"Keller", "Bolt"}


def test_key_terms_and_the_frames_they_share() -> None:
    terms = document().terms
    assert terms.key_terms() == ("pact",)
    words = terms.slot_contexts["part of the _"]
    assert [word.text for word in words] == ["pact", "treaty"]


def test_titles_and_nationality_of_a_person() -> None:
    person = document("French President Ann Holm came. Mrs. Holm left.").people.persons[0]
    assert person.nationality == "French"
    assert [title.words for title in person.titles] == ["President", "Mrs."]


def told(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str]:
    code = newslint(["facts", *args])
    return code, capsys.readouterr().out


def test_text_for_editors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.txt"
    story.write_text(ARTICLE, "utf-8")
    code, out = told(capsys, str(story))
    assert code == CLEAN
    assert out.splitlines() == [
        str(story),
        "Who says what",
        "  Jonas Gahr",
        "      5 “The pact is dead,”",
        "  the clerk  (not mentioned before)",
        "      9 “Nobody told us,”",
        "People",
        "  Jonas Gahr  Norwegian Prime Minister; Gahr 1 ×; lines 3, 5",
        "  Kees Mulder  Dutch Foreign Minister; line 3",
        "  Lynda Stern  line 7",
        "  family name Stern: Lynda, Roger",
        "Named, never introduced",
        "  Putin  line 7",
        "Organisations",
        "  Harbour Council (HC)  lines 3, 5",
        "  Ministry of Fisheries  line 5",
        "Key terms",
        "  pact 4 ×",
        "In the same phrase",
        "  part of the _  pact, treaty  lines 5, 7",
        "",
    ]


def test_json_for_programs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.html"
    story.write_text("<p>“The <b>pact</b> is dead,” Ann Holm said.</p>", "utf-8")
    code, out = told(capsys, "--output-format", "json", str(story))
    assert code == CLEAN
    told_of: dict[str, Any] = json.loads(out)
    assert told_of["version"] == 1
    ((article,),) = (file["articles"] for file in told_of["files"])
    (speech,) = article["speeches"]
    text = story.read_text("utf-8")
    assert text[speech["start"] : speech["end"]] == "The <b>pact</b> is dead,"
    assert (speech["quote"], speech["speaker"], speech["known"]) == (
        "The pact is dead,",
        "Ann Holm",
        "stated",
    )
    assert text[speech["by"]["start"] : speech["by"]["end"]] == "Ann Holm"
    (person,) = article["people"]
    assert (person["given"], person["family"], person["gender"]) == ("Ann", "Holm", "women")


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe\x00\xd8\x00")
    (tmp_path / "sound.txt").write_text("Ann Holm came.", "utf-8")
    code = newslint(["facts", str(tmp_path / "broken.txt"), str(tmp_path / "sound.txt")])
    captured = capsys.readouterr()
    assert code == FAILED
    assert "broken.txt" in captured.err
    assert "Ann Holm" in captured.out


def test_a_path_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert newslint(["facts", "nowhere.txt"]) == FAILED
    assert "nowhere.txt: cannot be read: No such file" in capsys.readouterr().err
