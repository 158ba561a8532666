"""Bilingual dictionaries of four kinds, and the words that share a translation there."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from newslint.learning.dictionaries import UnknownDictionary, read_dictionary, shared_translations

DING = """\
# a list of words
Fahrer {m} | Fahrer {pl} :: driver; chauffeur [Br.] | drivers
Schaffner {m} (Bahn) :: conductor
fahren {vt} :: to drive; to go
"""
CEDICT = """\
# CC-CEDICT
司機 司机 [si1 ji1] /driver/chauffeur (of a car)/
聯盟 联盟 [lian2 meng2] /alliance/union/
"""
WIKTIONARY = """\
conductor {m} :: driver, conductor
alianza {f} :: alliance; covenant
aliar {v} :: to ally
"""
FROM_FRENCH = """\
chauffeur /ʃofœʁ/ <n, masc>
1. driver
2. stoker, chauffeur
partir /paʁtiʁ/ <v>
to leave, go
"""
TO_FRENCH = """\
driver /draɪvə/ <N>
  chauffeur
conductor /kəndʌktə/ <N>
 1.  chef d’orchestre
 2.  chauffeur (de train)
"""


@pytest.mark.parametrize(
    ("name", "text", "entries"),
    [
        (
            "ding.txt",
            DING,
            {
                ("Fahrer", "n", "driver"), ("Fahrer", "n", "chauffeur"), ("Fahrer", "n", "drivers"),
                ("Schaffner", "n", "conductor"), ("fahren", "v", "drive"),
            },
        ),
        (
            "cedict.txt.gz",
            CEDICT,
            {
                ("司机", "n", "driver"), ("司机", "n", "chauffeur"), ("联盟", "n", "alliance"),
                ("联盟", "n", "union"),
            },
        ),
        (
            "es-en.txt",
            WIKTIONARY,
            {
                ("conductor", "n", "driver"), ("conductor", "n", "conductor"), ("alianza", "n", "alliance"),
                ("alianza", "n", "covenant"), ("aliar", "v", "ally"),
            },
        ),
        (
            "freedict-fra-eng.dict.dz",
            FROM_FRENCH,
            {
                ("chauffeur", "n", "driver"), ("chauffeur", "n", "stoker"), ("chauffeur", "n", "chauffeur"),
                ("partir", "v", "leave"),
            },
        ),
        (
            "freedict-eng-fra.dict",
            TO_FRENCH,
            {
                ("chauffeur", "n", "driver"), ("chef d’orchestre", "n", "conductor"),
                ("chauffeur", "n", "conductor"),
            },
        ),
    ],
)  # fmt: skip
def test_each_kind_is_known_by_its_lines(
    tmp_path: Path, name: str, text: str, entries: set[tuple[str, str, str]]
) -> None:
    file = tmp_path / name
    file.write_bytes(gzip.compress(text.encode()) if file.suffix in (".gz", ".dz") else text.encode())
    assert set(read_dictionary(file)) == entries


def test_words_share_a_translation_in_one_part_of_speech(tmp_path: Path) -> None:
    spanish, chinese = tmp_path / "es-en.txt", tmp_path / "cedict.txt"
    spanish.write_text(WIKTIONARY, "utf-8")
    chinese.write_text(CEDICT, "utf-8")
    shared = shared_translations([spanish, chinese])
    assert shared["covenant", "n"] == ["alliance"]
    assert shared["alliance", "n"] == ["covenant", "union"]
    assert shared["driver", "n"] == ["chauffeur", "conductor"]
    assert ("ally", "v") not in shared


def test_what_is_no_dictionary_is_refused(tmp_path: Path) -> None:
    prose = tmp_path / "prose.txt"
    prose.write_text("The harbor was quiet.\nNobody came.\n", "utf-8")
    with pytest.raises(UnknownDictionary, match=r"prose\.txt"):
        list(read_dictionary(prose))
