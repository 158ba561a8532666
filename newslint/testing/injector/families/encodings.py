"""Wrong decoding, entities, escapes, signs from other alphabets."""

from __future__ import annotations

import html.entities
import re
from collections.abc import Callable, Iterator
from random import Random

from newslint.testing.injector.layout import prose
from newslint.testing.injector.marks import CURLY
from newslint.testing.injector.model import Alteration
from newslint.testing.injector.registry import Finder, damage, near, sentences_of, swap

_CURLY_WORD = re.compile(r"(?:\w+[.,!?]?)?[“”‘’–—…][\w“”‘’]*")
_ACCENTED = re.compile(r"\b\w*[À-ÖØ-öø-ſ]\w*")
_SIGN = re.compile(r"[£€¥°½¼][\d.,]*|\d+[°½¼]")
Misreading = Callable[[str, Random], str | None]


def _misread(pattern: re.Pattern[str], misreading: Misreading) -> Finder:
    def find(text: str, rng: Random) -> Iterator[Alteration]:
        for span in prose(text):
            for match in pattern.finditer(text, span.start, span.end):
                new = misreading(match.group(), rng)
                if new and new != match.group():
                    yield Alteration(match.start(), match.end(), new)

    return find


def _as(wrong: str, right: str = "utf-8", times: int = 1) -> Misreading:
    """Written in one code, read in another, so many times."""

    def misreading(text: str, rng: Random) -> str | None:
        for _ in range(times):
            try:
                text = _decode(text.encode(right), wrong)
            except UnicodeError:
                return None
        return text

    return misreading


def _decode(data: bytes, code: str) -> str:
    """As browsers do: bytes that cp1252 leaves open are the control characters of latin-1."""
    if code != "cp1252":
        return data.decode(code)
    return "".join(
        bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in data
    )


def _without_controls(misreading: Misreading) -> Misreading:
    return lambda text, rng: re.sub(r"[\x80-\x9f]", "", misreading(text, rng) or "") or None


_NAMES = sentences_of(
    "José Núñez and Zoë Brontë met Jürgen Müller in Málaga.",
    "The singer Björk and the writer Günter Grass are both on the list, {name} said.",
    "Beyoncé, who is on tour, sang in São Paulo and in Bogotá.",
    "François Côté, a baker in Québec, won again.",
    "The café in Kraków serves crème brûlée and Gewürztraminer, {name} said.",
    "Håkan Sjöström of Malmö lost to Søren Kjær of Århus.",
    "The naïve painter João Gonçalves has a show in {city}.",
    "Škoda and Citroën both sold fewer cars in {month}, {org} said.",
    "Ångström, Böll and Čapek were all set as texts in {year}.",
    "The El Niño storms reached {city}, and the château lost its roof.",
)

# Curly marks

damage("encodings/marks-cp1252", _misread(_CURLY_WORD, _as("cp1252")), style=CURLY)
damage("encodings/marks-cp1252-twice", _misread(_CURLY_WORD, _as("cp1252", times=2)), style=CURLY)
damage("encodings/marks-latin1", _misread(_CURLY_WORD, _as("latin-1")), style=CURLY)
damage("encodings/marks-controls-lost", _misread(_CURLY_WORD, _without_controls(_as("latin-1"))), style=CURLY)
damage("encodings/marks-cp1251", _misread(_CURLY_WORD, _as("cp1251")), style=CURLY)
damage("encodings/marks-cp1250", _misread(_CURLY_WORD, _as("cp1250")), style=CURLY)
damage("encodings/marks-macroman", _misread(_CURLY_WORD, _as("mac-roman")), style=CURLY)
damage("encodings/marks-cp437", _misread(_CURLY_WORD, _as("cp437")), style=CURLY)
damage("encodings/marks-gbk", _misread(_CURLY_WORD, lambda t, rng: _gbk(t)), style=CURLY)
damage("encodings/marks-mac-as-latin", _misread(_CURLY_WORD, _as("latin-1", right="mac-roman")), style=CURLY)
damage("encodings/marks-windows-as-latin", _misread(_CURLY_WORD, _as("latin-1", right="cp1252")), style=CURLY)
damage("encodings/marks-windows-as-mac", _misread(_CURLY_WORD, _as("mac-roman", right="cp1252")), style=CURLY)
damage(
    "encodings/marks-replaced",
    _misread(_CURLY_WORD, lambda t, rng: re.sub("[“”‘’–—…]", "\ufffd", t)),
    style=CURLY,
    safe=False,
)
damage(
    "encodings/marks-replaced-thrice",
    _misread(_CURLY_WORD, lambda t, rng: re.sub("[“”‘’–—…]", "\ufffd" * 3, t)),
    style=CURLY,
    safe=False,
)
damage(
    "encodings/apostrophe-replaced",
    swap(
        r"\b(?P<x>[A-Za-z]+’(?:s|t|re|ve|ll|d|m))\b",
        lambda m, rng: m["x"].replace("’", rng.choice(("\ufffd", "?", "ï¿½", "¿", "\x92", "&#65533;"))),
    ),
    style=CURLY,
)
damage(
    "encodings/control-beside-mark",
    swap(
        r"\b(?P<x>[A-Za-z]+’(?:s|t|re|ve|ll|d|m))\b",
        lambda m, rng: m["x"].replace("’", rng.choice(("’\x80\x99", "â’", "’\x99", "’â"))),
    ),
    style=CURLY,
)


def _gbk(text: str) -> str | None:
    """UTF-8 read as GBK, which swallows the next letter at times."""
    try:
        return text.encode("utf-8").decode("gb18030")
    except UnicodeError:
        return None


# Accented letters and signs

for _name, _reading in (
    ("cp1252", _as("cp1252")),
    ("cp1252-twice", _as("cp1252", times=2)),
    ("latin1", _as("latin-1")),
    ("cp1251", _as("cp1251")),
    ("macroman", _as("mac-roman")),
    ("mac-as-latin", _as("cp1252", right="mac-roman")),
    ("latin-as-mac", _as("mac-roman", right="latin-1")),
    ("latin-as-cp1251", _as("cp1251", right="latin-1")),
):
    damage(f"encodings/accents-{_name}", _misread(_ACCENTED, _reading), _NAMES, share=0.7)
damage(
    "encodings/accents-replaced",
    _misread(_ACCENTED, lambda t, rng: re.sub("[À-ſ]", rng.choice(("\ufffd", "?", "", "_")), t)),
    _NAMES,
    safe=False,
    share=0.7,
)
damage("encodings/accents-spacing", _misread(_ACCENTED, lambda t, rng: _loose(t)), _NAMES, share=0.7)
damage(
    "encodings/accents-entities",
    _misread(_ACCENTED, lambda t, rng: _entities(t, rng.choice(("named", "decimal", "hex")))),
    _NAMES,
    share=0.7,
)
damage(
    "encodings/signs-cp1252",
    _misread(_SIGN, _as("cp1252")),
    sentences_of(
        "A ticket costs €{n} or £{n} at the door.",
        "It was {n}°C in {city} on {day}.",
        "The course lasts 2½ hours and costs ¥{n}0.",
    ),
)
damage(
    "encodings/signs-entities",
    _misread(_SIGN, lambda t, rng: _entities(t, rng.choice(("named", "decimal", "hex")))),
    sentences_of("A ticket costs €{n} or £{n} at the door.", "It was {n}°C in {city} on {day}."),
)
damage(
    "encodings/signs-replaced",
    _misread(_SIGN, lambda t, rng: re.sub("[£€¥°½¼]", rng.choice(("\ufffd", "ï¿½", "Â")), t)),
    sentences_of("A ticket costs €{n} or £{n} at the door.", "It was {n}°C in {city} on {day}."),
    safe=False,
)

_LOOSE = {
    "é": "e´",
    "è": "`e",
    "ü": "u¨",
    "ö": "o¨",
    "ä": "a¨",
    "ñ": "n˜",
    "ç": "c¸",
    "á": "´a",
    "ó": "´o",
    "í": "´ı",
    "ã": "a˜",
    "å": "a˚",
    "ê": "eˆ",
    "ô": "oˆ",
    "ë": "¨e",
    "ï": "¨ı",
    "ú": "´u",
}


def _loose(text: str) -> str:
    """A text with accents beside their letters, as PDF files leave them."""
    return "".join(_LOOSE.get(c, c) for c in text)


def _entities(text: str, kind: str) -> str:
    def one(match: re.Match[str]) -> str:
        code = ord(match.group())
        name = html.entities.codepoint2name.get(code) if kind == "named" else None
        return f"&{name};" if name else f"&#x{code:x};" if kind == "hex" else f"&#{code};"

    return re.sub(r"[^\x00-\x7f]", one, text)


# Entities and escapes

damage("encodings/entity-named", _misread(_CURLY_WORD, lambda t, rng: _entities(t, "named")), style=CURLY)
damage("encodings/entity-decimal", _misread(_CURLY_WORD, lambda t, rng: _entities(t, "decimal")), style=CURLY)
damage("encodings/entity-hex", _misread(_CURLY_WORD, lambda t, rng: _entities(t, "hex")), style=CURLY)
damage(
    "encodings/entity-double",
    _misread(
        _CURLY_WORD, lambda t, rng: _entities(t, rng.choice(("named", "decimal"))).replace("&", "&amp;")
    ),
    style=CURLY,
)
damage(
    "encodings/entity-open",
    _misread(_CURLY_WORD, lambda t, rng: _entities(t, rng.choice(("named", "decimal"))).replace(";", "")),
    style=CURLY,
)
damage(
    "encodings/entity-bare",
    _misread(
        _CURLY_WORD,
        lambda t, rng: re.sub(
            "[“”‘’–—…]",
            lambda m: {
                "“": "ldquo;",
                "”": "rdquo;",
                "‘": "lsquo;",
                "’": "rsquo;",
                "–": "ndash;",
                "—": "mdash;",
                "…": "hellip;",
            }[m.group()],
            t,
        ),
    ),
    style=CURLY,
)
damage(
    "encodings/entity-straight",
    swap(
        r"\b(?P<x>[A-Za-z]+['’](?:s|t|re|ve|ll|d|m))\b",
        lambda m, rng: (
            m["x"]
            .replace("’", "'")
            .replace(
                "'",
                rng.choice(
                    (
                        "&#39;",
                        "&apos;",
                        "&#039;",
                        "&#x27;",
                        "\\'",
                        "\\u2019",
                        "%27",
                        "&amp;#39;",
                        "u2019",
                        "=92",
                    )
                ),
            )
        ),
    ),
)
damage(
    "encodings/entity-space",
    swap(
        r"(?P<x>\b[a-z]{3,} [a-z]{3,})\b",
        lambda m, rng: m["x"].replace(
            " ",
            rng.choice(
                (
                    "&nbsp;",
                    " &nbsp;",
                    "&#160;",
                    "&ensp;",
                    "&amp;nbsp;",
                    "\\u00a0",
                    "%20",
                    "&thinsp;",
                    "=20",
                    "\\t",
                    "_x0020_",
                    "Â\u00a0",
                )
            ),
        ),
    ),
)
damage(
    "encodings/entity-ampersand",
    swap(
        r"(?<=[A-Za-z] )(?P<x>&)(?= [A-Z])",
        lambda m, rng: rng.choice(("&amp;", "&amp;amp;", "&#38;", "& amp;")),
    ),
    sentences_of(
        "Marks [[&amp;||&]] Spencer and Barnes [[&amp;||&]] Noble both closed shops in {city}.",
        "The R[[&amp;||&]]D budget of {org} was cut.",
        "A Q[[&#38;||&]]A will follow on {day}.",
    ),
    share=0.7,
)
damage(
    "encodings/escape-newline",
    swap(
        r"(?P<x>\b[a-z]{3,}[.] [A-Z][a-z]+)\b",
        lambda m, rng: m["x"].replace(
            " ", rng.choice(("\\n", "\\n\\n", "\\r\\n", "<br>", "<br/>", " \\ ", "&#10;", "\\\\n"))
        ),
    ),
)
damage(
    "encodings/escape-quote",
    swap(
        r"(?P<x>(?<= )[\"“][A-Za-z]+)\b",
        lambda m, rng: (
            rng.choice(('\\"', "&quot;", "&#34;", "&ldquo;", "\\u201c", "%22", '""', "&amp;quot;"))
            + m["x"][1:]
        ),
    ),
)
damage(
    "encodings/escape-letter",
    _misread(
        _ACCENTED,
        lambda t, rng: re.sub(
            "[À-ſ]",
            lambda m: rng.choice(
                (
                    f"\\u{ord(m.group()):04x}",
                    f"\\x{ord(m.group()) & 255:02x}",
                    f"%{ord(m.group()) & 255:02X}",
                    f"={ord(m.group()) & 255:02X}",
                    f"U+{ord(m.group()):04X}",
                )
            ),
            t,
        ),
    ),
    _NAMES,
    share=0.7,
)


# Odd signs

_HOMOGLYPHS = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "y": "у", "i": "і"}
damage(
    "encodings/homoglyph",
    swap(
        r"(?<![\w-])(?P<x>[a-z]{5,})(?![\w-])",
        lambda m, rng: "".join(_HOMOGLYPHS.get(c, c) if rng.random() < 0.6 else c for c in m["x"]),
    ),
)
damage(
    "encodings/homoglyph-greek",
    swap(
        r"(?<![\w-])(?P<x>[a-z]*[ovu][a-z]{3,})(?![\w-])",
        lambda m, rng: m["x"].translate(str.maketrans("ovu", "ονυ")),
    ),
)
damage(
    "encodings/ligature",
    swap(
        r"(?<![\w-])(?P<x>[a-z]*(?:ffi|ffl|ff|fi|fl)[a-z]*)(?![\w-])",
        lambda m, rng: (
            m["x"]
            .replace("ffi", "ﬃ")
            .replace("ffl", "ﬄ")
            .replace("ff", "ﬀ")
            .replace("fi", "ﬁ")
            .replace("fl", "ﬂ")
        ),
    ),
)
damage(
    "encodings/ligature-lost",
    swap(
        r"(?<![\w-])(?P<x>[a-z]*(?:ffi|fi|fl)[a-z]{3,})(?![\w-])",
        lambda m, rng: re.sub("ffi|fi|fl", rng.choice(("", " ", "\x0c", "?")), m["x"], count=1),
    ),
    safe=False,
)
damage(
    "encodings/full-width",
    swap(
        r"(?<![\w.,])(?P<x>\d{2,4}|[A-Z]{2,5})(?![\w.,])",
        lambda m, rng: "".join(chr(ord(c) + 0xFEE0) for c in m["x"]),
    ),
)
damage(
    "encodings/full-width-mark",
    swap(
        r"(?P<x>\b[a-z]{3,}[,.;:?!])(?= )",
        lambda m, rng: (
            m["x"][:-1] + {",": "，", ".": "。", ";": "；", ":": "：", "?": "？", "!": "！"}[m["x"][-1]]
        ),
    ),
)
damage(
    "encodings/foreign-comma",
    swap(r"(?P<x>\b[a-z]{3,},)(?= )", lambda m, rng: m["x"][:-1] + rng.choice("、،‚¸")),
)
damage(
    "encodings/soft-hyphen",
    swap(r"(?<![\w-])(?P<x>[a-z]{8,})(?![\w-])", lambda m, rng: f"{m['x'][:4]}\u00ad{m['x'][4:]}"),
)
damage(
    "encodings/zero-width",
    swap(
        r"(?<![\w-])(?P<x>[a-z]{7,})(?![\w-])",
        lambda m, rng: (
            f"{m['x'][:3]}{rng.choice(chr(0x200B) + chr(0xFEFF) + chr(0x2060) + chr(0x200E))}{m['x'][3:]}"
        ),
    ),
)
damage(
    "encodings/private-use",
    swap(r"(?P<x>\b[a-z]{4,})(?= [a-z])", lambda m, rng: m["x"] + rng.choice("\ue000\uf0b7\uf020\uf8ff")),
)
damage(
    "encodings/control",
    swap(r"(?P<x>\b[a-z]{4,}) (?=[a-z])", lambda m, rng: m["x"] + rng.choice("\x02\x0b\x1f\x7f\x85")),
)
damage(
    "encodings/object-sign",
    swap(
        r"(?P<x>\b[a-z]{4,}[.,]?)(?= )",
        lambda m, rng: m["x"] + rng.choice(("\ufffc", "\ufffd", "□", "▯", " ¶", "¬")),
    ),
)
damage(
    "encodings/bold-letters",
    swap(
        r"(?<![\w-])(?P<x>[a-z]{5,})(?![\w-])",
        lambda m, rng: "".join(chr(0x1D41A + ord(c) - 97) for c in m["x"]),
    ),
    certain=True,
)
damage(
    "encodings/quoted-printable",
    swap(
        r"(?P<x>\b[a-z]{4,} [a-z]{3,})(?= )",
        lambda m, rng: rng.choice(
            (
                m["x"].replace(" ", " =\n"),
                m["x"].replace(" ", "=20"),
                m["x"] + "=",
                m["x"].replace(" ", "=0A"),
            )
        ),
    ),
)
damage(
    "encodings/ocr",
    swap(
        r"(?<![\w-])(?P<x>[a-z]{3,}(?:ll|rn|cl|li)[a-z]*)(?![\w-])",
        lambda m, rng: (
            m["x"].replace("ll", "11").replace("rn", "m").replace("cl", "d")
            if "ll" in m["x"]
            else m["x"].replace("li", "1i")
        ),
    ),
    safe=False,
)


# Near misses

near("encodings/accents-by-right", writer=_NAMES)
near(
    "encodings/signs-by-right",
    writer=sentences_of(
        "AT&T, M&S, R&D and the Q&A: {name} used all four in a breath.",
        "Marks & Spencer, Ernst & Young and Tom & Jerry are not in the book.",
        "It was −{d}°C, or {n}°F, and the ½-mile walk took an hour.",
        "The C# course costs A$90 and the C++ course €{n}, {org} said.",
        "The pH was 7.4 ± 0.2 and the CO₂ level 410 µg/m³.",
        "The film Æon Flux, the band Mötley Crüe and the shop Ål are all mentioned.",
        "The naval base at Â-in-the-Hills does not exist, {name} admits; São Tomé and Ângela do.",
        "The magazine †, the singer ∆ and the band !!! all played {city}.",
    ),
)
near(
    "encodings/other-scripts",
    writer=sentences_of(
        "The sign read Москва on one side and Moscow on the other, {name} said.",
        "The firm 小米, known as Xiaomi, opened an office in {city}.",
        "Her name, Елена, is written in Cyrillic in her passport.",
        "The word λόγος, the letter π and the sign Ω were carved on the wall.",
        "The poster, in Arabic, said سلام, which means peace.",
    ),
)
