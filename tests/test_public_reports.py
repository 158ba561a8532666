"""What public reports about neighbouring tools ask for: what each text becomes, and which rules speak."""

from __future__ import annotations

import json

import pytest

from newslint.core.report import UnreadPart
from newslint.formats import FORMATS
from newslint.linter.linter import Linter
from newslint.rules import selection

RULES = selection.select()
SAID = "The council said on Tuesday that the new tram would run to the harbor from the first of May."

WIRE = "\x01xyz0017 3 i 90\r\n\x02Tram stops\r\n{} tram stops.\r\n\x030900 GMT\r\n\x7f\r\n\x04\r\n"

SILENT = {
    "fields with one text": ("json", json.dumps({"title": SAID, "description": SAID, "maintext": SAID})),
    "cells with one text": ("csv", f'title,description,content\n"{SAID}","{SAID}","{SAID}"\n'),
    "elements with one text": (
        "xml",
        f"<nitf><body><body.head><abstract><p>{SAID}</p></abstract></body.head>"
        f"<body.content><p>{SAID}</p></body.content></body></nitf>",
    ),
    "front matter with the text of the body": ("markdown", f'---\nexcerpt: "{SAID}"\n---\n\n{SAID}\n'),
    "attributes with one text": ("html", f'<meta name="description" content="{SAID}"><p>{SAID}</p>'),
    "figures that are names": ("plain", "Tram 12604 left depot 30771, ZIP code 60711, on route 14503.\n"),
    "emoji by name": ("markdown", "The tram is :tada:. It runs :tram:, they say.\n"),
    "a comment in the first line": (
        "plain",
        "<!-- newslint: ignore[double-word] a song -->\nThe the song.\n",
    ),
    "template blocks": (
        "markdown",
        "Rain.\n\n{% highlight c %}\nif (x , y)\n{% endhighlight %}\n\n"
        "{% raw %}\n{{ x }} , to to y\n{% endraw %}\n",
    ),
    "tags that are spoken of": ("markdown", "Put it between <EM> and <STRONG>, or in the margin.\n"),
    "arrows": ("html", '<p><a href="/4">« Back</a> <a href="/6">Forward »</a></p>'),
    "inches": ("plain", 'She needs a 5"-long screw and a 4"×6" board.\n'),
    "a nested quotation that goes on": (
        "plain",
        "“She wrote: ‘The tram will come.\n\n“‘It will come in May.’ I did not believe it.\n\n"
        "“So I walked.”\n",
    ),
    "abbreviations": ("plain", "They quote pp. 12 ff. and vol. 4 of the inquiry.\n"),
    "names that begin with a letter": ("plain", "The site runs on an nginx server.\n"),
    "French that is marked": (
        "json",
        '{"language": "fr", "body_text": "Il a dit : « le tram coûte 30 € » à un ami ."}',
    ),
}
FIXED = {
    "marks in mojibake": ("“Fine,” she said of the QTXâ„¢ tram.\n", "“Fine,” she said of the QTX™ tram.\n"),
    "both marks of a damaged pair": (
        "â€œWait,â€ he said. â€œThe tram is late,â€ she said.\n",
        "“Wait,” he said. “The tram is late,” she said.\n",
    ),
    "a frame of a wire": (
        WIRE.format("The the"),
        WIRE.format("The"),
    ),
    "capitals": ("A FBI AGENT RODE THE TRAM, POLICE SAID.\n", "AN FBI AGENT RODE THE TRAM, POLICE SAID.\n"),
    "what a tokenizer cut": (
        "He 's late , we 've left, I 'm here, she 'd go. The driver 's plan is ready .\n",
        "He's late, we've left, I'm here, she'd go. The driver's plan is ready.\n",
    ),
    "a title twice": (
        "They met Senator Senator Lund on Friday in Riga.\n",
        "They met Senator Lund on Friday in Riga.\n",
    ),
    "a mark before an attribution": (
        "“Will the tram ever come? she asked the driver.\n\n“No,” said Lund, the driver.\n",
        "“Will the tram ever come?” she asked the driver.\n\n“No,” said Lund, the driver.\n",
    ),
}


@pytest.mark.parametrize("case", SILENT)
def test_nothing_is_found_and_nothing_changes(case: str) -> None:
    name, text = SILENT[case]
    report = Linter(RULES, format=FORMATS[name]).fix(text)
    assert {d.rule for d in report.diagnostics} <= {"other-language"}
    assert (report.after, report.error) == (text, None)


@pytest.mark.parametrize("case", FIXED)
def test_it_is_fixed_as_a_whole(case: str) -> None:
    before, after = FIXED[case]
    report = Linter(RULES).fix(before)
    assert (report.after, report.diagnostics, report.error) == (after, (), None)


def test_a_tag_in_plain_text_is_all_that_is_found() -> None:
    report = Linter(RULES).check('The tram “Ada” left. <a href="https://b.example/">Read</a> it here.')
    assert [d.rule for d in report.diagnostics] == ["html-entity"]


def test_a_row_with_a_nul_is_an_error_of_its_own() -> None:
    rows = '{"text": "The the tram."}\n{"text": "x\0y"}\n{"text": "The the bus."}\n'
    lines = FORMATS["jsonl"]
    report = Linter(RULES, format=lines).fix(lines.decode(rows.encode(), "a.jsonl", None))
    assert report.after == rows.replace("The the", "The")
    assert "line 2: contains NUL" in str(report.error)


def test_a_long_text_that_is_not_read_is_told() -> None:
    report = Linter(RULES, format=FORMATS["json"]).check(json.dumps({"title": "Tram", "raw_content": SAID}))
    assert report.unread is UnreadPart.PROSE
    assert "`raw_content` holds prose and is not read" in report.note
