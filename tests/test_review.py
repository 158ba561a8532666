"""`newslint report` and `newslint apply`: a page to decide on, and the way back into the files."""

from __future__ import annotations

import errno
import json
import os
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from shutil import copy

import pytest
from commands import newslint
from lxml import html

from newslint.core.diagnostics import Change, Diagnostic, Finding, RuleInfo, Safety, Severity
from newslint.core.positions import Range, Span
from newslint.core.segments import DEFAULT_OPTIONS
from newslint.core.site import SITE
from newslint.core.source import Source
from newslint.fixer.chosen import Choice, fix_chosen
from newslint.formats import PLAIN
from newslint.review.markup import FindingMark, attribute, marked_html, text_html
from newslint.review.word_diff import PartKind, word_diff
from newslint.text.document import ParsedFile

SEEDS = Path(__file__).parent.parent / "seeds"
HOSTILE = """\
Council backs the new bridge </script><script>alert(1)</script>

Police shut the the bridge <img src=x onerror=alert(2)> 👩‍🚒, he “said”.. I \u202edesrever\u202c & ]]>.

A “we we will not wait” -->, $body {7*7} \\x3c/script&gt; said the the mayor, O'Brien , on Tuesday.
"""
AcceptWhich = Callable[[dict[str, object]], str | None]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(path: str, text: str) -> Path:
    file = Path(path)
    file.write_bytes(text.encode())
    return file


def report(*paths: str, page: str = "page.htm") -> str:
    result = newslint("report", "--html", page, *paths)
    assert result.code in (0, 1), result.err
    return Path(page).read_text("utf-8")


def first_of(finding: dict[str, object]) -> str | None:
    return finding["suggestions"][0] if finding["suggestions"] else None


def decide(page: str, which: AcceptWhich = first_of) -> Path:
    """Save decisions as the page does: `which` chooses a suggestion, or None to leave a place as it is."""
    content = json.loads(html.fromstring(page).get_element_by_id("findings").text)
    for file in content["files"]:
        file["decisions"] = [
            {
                "rule": finding["rule"],
                "start": finding["start"],
                "end": finding["end"],
                "suggestion": which(finding) or "",
                "accept": which(finding) is not None,
            }
            for finding in file.pop("findings")
        ]
    return put("decisions.json", json.dumps(content))


def test_what_is_accepted_is_applied_and_the_rest_is_not() -> None:
    file = put("a.txt", "Police shut the the bridge.\n\nThe mayor said  it was was late , he said.. So\n")
    decisions = decide(report("a.txt"), lambda finding: first_of(finding) if finding["start"] < 40 else None)
    result = newslint("apply", decisions)
    assert (result.code, result.out) == (0, "")
    assert result.err == "Applied 1 fix in 1 file.\n"
    assert (
        file.read_text("utf-8")
        == "Police shut the bridge.\n\nThe mayor said  it was was late , he said.. So\n"
    )


def test_the_chosen_suggestion_of_several_is_applied() -> None:
    file = put("a.txt", "He said.. so\n")
    page = report("a.txt")
    assert "you decide: 1" in page
    assert newslint("apply", decide(page, lambda _: "…")).code == 0
    assert file.read_text("utf-8") == "He said… so\n"


def test_diff_writes_nothing() -> None:
    file = put("a.txt", "Police shut the the bridge.\n")
    result = newslint("apply", decide(report("a.txt")), "--diff")
    assert "-Police shut the the bridge.\n+Police shut the bridge.\n" in result.out
    assert result.err == "Would apply 1 fix in 1 file.\n"
    assert file.read_text("utf-8") == "Police shut the the bridge.\n"


def test_a_hostile_article_is_only_shown() -> None:
    put("a.txt", HOSTILE)
    text = report("a.txt")
    page = html.fromstring(text)
    scripts = page.xpath("//script")
    assert [script.get("type") for script in scripts] == ["application/json", None]
    assert not page.xpath("//img | //iframe | //link | //object | //form | //base")
    assert not [name for name in page.xpath("//@*/..") for name in name.attrib if name.startswith("on")]
    assert all(link.startswith(("#", f"{SITE}/rules/")) for link in page.xpath("//@href"))
    assert not page.xpath("//@src")
    said = "\n\n".join(block.text_content() for block in page.xpath("//div[@class='text']/*"))
    assert said == HOSTILE.strip().replace("\u202e", "U+202E").replace("\u202c", "U+202C")


def test_a_hostile_article_makes_the_round_trip() -> None:
    file = put("a.txt", HOSTILE)
    result = newslint("apply", decide(report("a.txt")))
    assert result.code == 0, result.err
    want = HOSTILE.replace("the the", "the").replace("”..", "”.").replace("Brien ,", "Brien,")
    assert file.read_text("utf-8") == want.replace("\u202e", "").replace("\u202c", "")


def test_a_megabyte_makes_the_round_trip() -> None:
    bodies = [
        f"Line {n} of the story says <b>what</b> {n} people & more saw that day." for n in range(16_000)
    ]
    bodies[9_000] = "Police shut the the bridge 👩‍🚒 that day."
    file = put("a.txt", "\n\n".join(bodies) + "\n")
    assert file.stat().st_size > 1_000_000
    page = newslint("report", "--html", "page.htm", "--select", "double-word", "a.txt")
    assert page.code == 1
    assert newslint("apply", decide(Path("page.htm").read_text("utf-8"))).code == 0
    assert file.read_text("utf-8") == ("\n\n".join(bodies) + "\n").replace("the the", "the")


@pytest.mark.parametrize("name", sorted(path.name for path in SEEDS.glob("*.*") if path.suffix != ".md"))
def test_articles_of_every_format_make_the_round_trip(name: str) -> None:
    before = (SEEDS / name).read_bytes()
    copy(SEEDS / name, name)
    result = newslint("apply", decide(report(name)))
    assert result.code in (0, 1), result.err
    applied = re.search(r"Applied ([\d,]+) fix", result.err)
    assert applied
    assert (applied[1] != "0") == (Path(name).read_bytes() != before)


def test_the_page_allows_its_own_code_and_nothing_else() -> None:
    put("a.txt", "Police shut the the bridge.\n")
    page = html.fromstring(report("a.txt"))
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for kind, code in (("style", page.xpath("//style")[0].text), ("script", page.xpath("//script")[1].text)):
        assert f"{kind}-src 'sha256-{b64encode(sha256(code.encode()).digest()).decode()}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_every_control_has_a_label_and_every_link_a_target() -> None:
    put("a.txt", HOSTILE)
    page = html.fromstring(report("a.txt"))
    controls = page.xpath("//input | //button")
    assert len(controls) > 10
    assert all(control.text_content().strip() or control.xpath("ancestor::label") for control in controls)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = [link for link in page.xpath("//@href") if not link.startswith(SITE)]
    assert {link.removeprefix("#") for link in inside} <= set(ids)
    assert {name for value in page.xpath("//@aria-labelledby") for name in value.split()} <= set(ids)
    assert page.get("lang") == "en"


def test_the_colours_have_enough_contrast() -> None:
    style = (files("newslint.review") / "page.css").read_text("utf-8")
    themes = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    assert len(themes) == 2
    for theme in themes:
        colour = dict(re.findall(r"--([\w-]+): (#\w{6})", theme))
        pairs = [
            (ink, ground)
            for ink in ("ink", "quiet", "safe", "unsafe", "hint", "error")
            for ground in ("page", "panel")
        ]
        pairs += [("ink", f"{kind}-mark") for kind in ("safe", "unsafe", "hint")]
        pairs += [("deleted", "deleted-mark"), ("inserted", "inserted-mark")]
        for ink, ground in pairs:
            assert contrast(colour[ink], colour[ground]) >= 4.5, (ink, ground)
        assert contrast(colour["line"], colour["panel"]) >= 3


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_a_file_that_has_changed_is_left_alone() -> None:
    file = put("a.txt", "Police shut the the bridge.\n")
    other = put("b.txt", "Police shut the the road.\n")
    decisions = decide(report("a.txt", "b.txt"))
    file.write_bytes(b"On Monday police shut the the bridge.\n")
    result = newslint("apply", decisions)
    assert result.code == 3
    assert "a.txt: error: the file has changed since it was reviewed; review it again\n" in result.err
    assert result.err.endswith("Applied 1 fix in 1 file; 1 file left alone.\n")
    assert file.read_bytes() == b"On Monday police shut the the bridge.\n"
    assert other.read_text("utf-8") == "Police shut the road.\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_decisions_name_regular_files_only() -> None:
    put("a.txt", "Police shut the the bridge.\n")
    content = json.loads(decide(report("a.txt")).read_text("utf-8"))
    os.mkfifo("pipe.txt")
    Path("folder").mkdir()
    reasons = {
        "pipe.txt": "not a regular file",
        "folder": "not a regular file",
        "/dev/zero": "not a regular file",
        "a\0.txt": "No such file or directory",
    }
    content["files"] = [content["files"][0] | {"path": path} for path in reasons]
    result = newslint("apply", put("decisions.json", json.dumps(content)))
    assert result.code == 3
    for path, reason in reasons.items():
        assert f"{path}: error: cannot be read: {reason}\n".replace("\0", "<U+0000>") in result.err


def test_a_file_that_cannot_be_written_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.txt", "Police shut the the bridge.\n")
    decisions = decide(report("a.txt"))

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("newslint.core.atomic_write.replace", fail)
    result = newslint("apply", decisions)
    assert result.code == 3
    assert "a.txt: error: nothing was changed: No space left on device\n" in result.err


def test_a_file_that_is_gone_is_named() -> None:
    file = put("a.txt", "Police shut the the bridge.\n")
    decisions = decide(report("a.txt"))
    file.unlink()
    result = newslint("apply", decisions)
    assert result.code == 3
    assert "a.txt: error: cannot be read: No such file or directory\n" in result.err


@pytest.mark.parametrize(
    "change",
    [
        {"suggestion": "every"},
        {"start": 0, "end": 6},
        {"rule": "double-period"},
        {"end": 10**30},
        {"start": -5},
    ],
)
def test_only_what_newslint_proposes_is_applied(change: dict[str, object]) -> None:
    file = put("a.txt", "Police shut the the bridge.\n")
    decisions = decide(report("a.txt"))
    content = json.loads(decisions.read_text("utf-8"))
    content["files"][0]["decisions"][0].update(change)
    result = newslint("apply", put("decisions.json", json.dumps(content)))
    assert result.code == 1
    assert "newslint does not propose this here; review the file again" in result.err
    assert file.read_text("utf-8") == "Police shut the the bridge.\n"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xff\x00", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[]", "not a decision file of version 1"),
        (b'{"version": 2, "files": []}', "not a decision file of version 1"),
        (b'{"version": 1, "files": [{"path": "a.txt"}]}', "missing required field `sha256`"),
        (b'{"version": 1, "files": [], "more": 1}', "unknown field `more`"),
    ],
)
def test_other_files_are_no_decisions(content: bytes, why: str) -> None:
    Path("decisions.json").write_bytes(content)
    result = newslint("apply", "decisions.json")
    assert result.code == 2
    assert why in result.err


@pytest.mark.parametrize(
    ("where", "value", "why"),
    [
        ("rule", "doubel-word", "did you mean “double-word”?"),
        ("language_format", "rtf", "unknown format “rtf”"),
        ("style", "xx", "xx"),
    ],
)
def test_names_that_newslint_does_not_know_are_misuse(where: str, value: str, why: str) -> None:
    put("a.txt", "Police shut the the bridge.\n")
    content = json.loads(decide(report("a.txt")).read_text("utf-8"))
    file = content["files"][0]
    (file["decisions"][0] if where == "rule" else file)[where] = value
    result = newslint("apply", put("decisions.json", json.dumps(content)))
    assert result.code == 2
    assert why in result.err


def test_a_fix_that_another_one_makes_needless_is_no_failure() -> None:
    file = put("a.txt", "About 12 , 000 people signed it.\n")
    page = report("a.txt")
    assert page.count('class="card ') == 2
    result = newslint("apply", decide(page))
    assert result.code == 0
    assert result.err == "Applied 1 fix in 1 file; 1 more had nothing left to do.\n"
    assert file.read_text("utf-8") == "About 12,000 people signed it.\n"


def test_the_words_of_a_quotation_are_not_offered() -> None:
    file = put("a.txt", "The mayor said: “We shut the the bridge.”\n")
    page = html.fromstring(report("a.txt"))
    (card,) = page.xpath("//article[contains(@class, 'card')]")
    assert not card.xpath(".//input")
    assert "newslint does not change the words of a quotation" in card.text_content()
    forced = {"rule": "double-word", "start": 24, "end": 31, "suggestion": "the", "accept": True}
    reviewed = {"path": "a.txt", "sha256": sha256(file.read_bytes()).hexdigest(), "decisions": [forced]}
    put("decisions.json", json.dumps({"version": 1, "files": [reviewed]}))
    assert newslint("apply", "decisions.json").code == 1
    assert "the the" in file.read_text("utf-8")


def test_reviewing_clean_copy_succeeds() -> None:
    put("a.txt", "Police shut the bridge on Monday.\n")
    result = newslint("report", "--html", "page.htm", "a.txt")
    assert result.code == 0
    assert "0 findings" in Path("page.htm").read_text("utf-8")


def test_a_page_replaces_a_page_and_nothing_else() -> None:
    article = put("a.html", "<p>Police shut the the bridge.</p>\n")
    put("b.txt", "Police shut the the bridge.\n")
    result = newslint("report", "--html", "a.html", "b.txt")
    assert result.code == 2
    assert "a.html exists and is not a newslint report" in result.err
    assert article.read_text("utf-8") == "<p>Police shut the the bridge.</p>\n"
    report("b.txt", page="new.html")
    again = report(".", page="new.html")
    assert "<h2>a.html</h2>" in again
    assert "<h2>new.html</h2>" not in again


def test_no_walk_takes_a_page_or_decisions_for_an_article() -> None:
    put("a.txt", "Police shut the the bridge.\n")
    put("b.json", '{"title": "Bridge", "body": "Police shut the the bridge."}')
    Path("pages").mkdir()
    page = report(".", page="pages/bridge.html")
    decide(page).replace("pages/mine.json")
    only = ("--select", "double-word", "--output-format", "concise")
    for command in (("check",), ("fix", "--unsafe-fixes"), ("report", "--html", "other.html")):
        result = newslint(*command, ".", *(only if command[0] != "report" else only[:2]))
        assert "2 files in ./ are pages or decision files of newslint and were skipped" in result.err
        assert "pages" not in result.out
    assert Path("pages/bridge.html").read_text("utf-8") == page
    assert "1 file in pages/ is a page" not in newslint("check", "pages/bridge.html", *only).err


def test_a_page_without_articles_is_not_to_be_opened() -> None:
    put("x.pdf", "%PDF-1.4 x")
    result = newslint("report", "--html", "page.htm", "x.pdf")
    assert result.code == 3
    assert "there is nothing to decide" in result.err
    put("a.txt", "Police shut the the bridge.\n")
    result = newslint("report", "--html", "page.htm", "x.pdf", "a.txt")
    assert (result.code, "open it in a browser" in result.err) == (3, True)


def test_standard_input_cannot_be_reviewed() -> None:
    result = newslint("report", "--html", "page.htm", "-", stdin=b"Police shut the the bridge.\n")
    assert result.code == 2
    assert "a report needs files" in result.err


def test_a_file_that_cannot_be_read_is_on_the_page() -> None:
    put("a.txt", "Police shut the the bridge.\n")
    Path("b.txt").write_bytes(b"caf\xe9\n")
    result = newslint("report", "--html", "page.htm", "a.txt", "b.txt", "c.txt")
    assert result.code == 3
    page = Path("page.htm").read_text("utf-8")
    assert page.count('<p class="error">Error: ') == 2
    assert "<p>1 finding (safe fix: 1); 2 files were not checked</p>" in page
    assert newslint("apply", decide(page)).code == 0


def test_format_and_style_of_the_report_hold_when_it_is_applied() -> None:
    file = put("a.txt", "<p>Police shut the the <b>bridge</b> at 10 percent.</p>\n")
    result = newslint("report", "--html", "p.htm", "--language-format", "html", "--style", "ap", "a.txt")
    assert result.code == 1
    result = newslint("apply", decide(Path("p.htm").read_text("utf-8")))
    assert result.code == 0, result.err
    assert file.read_text("utf-8").startswith("<p>Police shut the <b>bridge</b> at 10")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_with_a_strange_name_makes_the_round_trip() -> None:
    name = os.fsdecode(b'a"<b>&\xff\xe2\x80\xae.txt')
    file = put(name, "Police shut the the bridge.\n")
    assert newslint("apply", decide(report(name))).code == 0
    assert file.read_text("utf-8") == "Police shut the bridge.\n"


def test_text_is_escaped_and_invisible_characters_are_shown() -> None:
    assert text_html("<b>&\"'") == "&lt;b&gt;&amp;&quot;&#x27;"
    assert text_html("a\u202eb") == 'a<span class="code">U+202E</span>b'
    assert text_html("👩‍🚒 a\u200db") == '👩‍🚒 a<span class="code">U+200D</span>b'
    assert text_html("\ud800\x00\x1b") == "".join(
        f'<span class="code">U+{code}</span>' for code in ("D800", "0000", "001B")
    )
    assert attribute('"\u202e') == "&quot;U+202E"


def test_overlapping_marks_lead_to_the_shortest() -> None:
    marks = [
        FindingMark(Range(0, 9), "f1", "hint", "long"),
        FindingMark(Range(3, 5), "f2", "safe", "short"),
        FindingMark(Range(9, 9), "f3", "safe", "none"),
    ]
    page = html.fromstring(f"<p>{marked_html('abcdefghijk', marks)}</p>")
    assert [(link.get("href"), link.text) for link in page.xpath("a")] == [
        ("#f1", "abc"),
        ("#f2", "de"),
        ("#f1", "fghi"),
        ("#f3", "‸"),
    ]
    assert page.text_content() == "abcdefghi‸jk"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("shut the the bridge", "shut the bridge"),
        ("he said ,so", "he said, so"),
        ("a", ""),
        ("", "b"),
        ("x " * 900, "y " * 900),
    ],
)
def test_a_word_diff_holds_both_texts(before: str, after: str) -> None:
    parts = list(word_diff(before, after))
    assert "".join(part.text for part in parts if part.kind is not PartKind.INSERTED) == before
    assert "".join(part.text for part in parts if part.kind is not PartKind.DELETED) == after


def test_fixes_that_touch_are_applied_one_after_the_other() -> None:
    file = put("a.txt", "They shut the bridge bridge , he said.\n")
    page = report("a.txt")
    assert page.count('class="card ') == 2
    result = newslint("apply", decide(page))
    assert (result.code, result.err) == (0, "Applied 2 fixes in 1 file.\n")
    assert file.read_text("utf-8") == "They shut the bridge, he said.\n"


@pytest.mark.parametrize("review", ["report", "review"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Bridge opens\n\nIt cost little.\n\nAdvertisement\n\nNobody paid.\n",
            "Bridge opens\n\nIt cost little.\n\nNobody paid.\n",
        ),
        ("Bridge opens\n\nIt cost little.\n\nAdvertisement\n", "Bridge opens\n\nIt cost little.\n"),
        ("Bridge opens\n\nIt cost little.\n\nAdvertisement", "Bridge opens\n\nIt cost little."),
        ("Bridge opens\r\n\r\nAdvertisement\r\n\r\nIt cost.\r\n", "Bridge opens\r\n\r\nIt cost.\r\n"),
        ("Advertisement\n\nIt cost little.\n\nNobody paid.", "It cost little.\n\nNobody paid."),
        ("It cost little.\nAdvertisement\n\nNobody paid.", "It cost little.\n\nNobody paid."),
        (
            "It cost.\n\nAdvertisement\n\nAdvertisement\n\nPaid.\n\nAdvertisement\n\nAdvertisement\n",
            "It cost.\n\nPaid.\n",
        ),
    ],
)
def test_a_deleted_paragraph_leaves_no_gap(before: str, after: str, review: str) -> None:
    put("a.txt", before)
    value = {"headline": "Bridge opens", "body": before, "section": "Local"}
    put("a.jsonl", json.dumps(value) + "\n")
    asked = ("--select", "leftovers", "--ignore", "blank-lines")
    if review == "report":
        assert newslint("apply", decide(report("a.txt", "a.jsonl", *asked))).code == 0
    else:
        assert newslint("review", "a.txt", "a.jsonl", *asked, stdin=b"a" * 20).code == 0
    assert Path("a.txt").read_bytes().decode() == after
    assert json.loads(Path("a.jsonl").read_text("utf-8")) == {**value, "body": after}


def test_what_was_left_as_it_is_stays_beside_what_was_accepted() -> None:
    file = put("a.txt", "They shut the bridge bridge , he said , on the the day.\n")
    decisions = decide(
        report("a.txt"), lambda finding: first_of(finding) if finding["rule"] == "double-word" else None
    )
    assert newslint("apply", decisions).code == 0
    assert file.read_text("utf-8") == "They shut the bridge , he said , on the day.\n"


def choice(start: int, end: int, suggestion: str = "") -> Choice:
    return Choice("swap", Span(start, end), suggestion)


def test_an_offer_that_was_not_chosen_never_takes_the_place_of_one_that_was() -> None:
    """The chosen offer is gone after the first round; the neighbour, which was not chosen, remains."""
    source = Source("aa bb cc\n")
    neighbour, gone, first = choice(6, 8, "x"), choice(3, 5, "x"), Choice("other", Span(3, 5), "")

    def offers(parsed: ParsedFile) -> dict[Choice, Diagnostic]:
        if parsed.source.text == source.text:
            return {c: diagnostic(parsed, c) for c in (neighbour, gone, first)}
        return {choice(3, 5, "x"): diagnostic(parsed, choice(3, 5, "x"))}

    def diagnostic(parsed: ParsedFile, chosen: Choice) -> Diagnostic:
        block = parsed.blocks[0]
        at = Range(chosen.span.start, chosen.span.end + (chosen.rule == "other"))
        change = Change(at, chosen.suggestion)
        info = RuleInfo(
            chosen.rule, "wording", "", "", Severity.WARNING, Safety.SAFE, frozenset(), True, True
        )
        return block.lift(Finding(Range(chosen.span.start, chosen.span.end), "m", (change,)), info)

    done = fix_chosen(source, lambda source: PLAIN.parse(source, DEFAULT_OPTIONS), offers, [first, gone])
    assert done.report.after == "aa cc\n"
    assert len(done.report.refused) == 1
    assert "another accepted fix changed this place" in done.report.refused[0].reason


REVIEWED = "Police shut the the bridge , he said.\n\nHe left.. so did we.\n\nIn a a town it was 12 , 000.\n"


@pytest.mark.parametrize(
    ("keys", "after"),
    [
        ("ssssss", REVIEWED),
        ("q", REVIEWED),
        ("", REVIEWED),
        ("aaq", REVIEWED.replace("the the bridge ,", "the bridge,")),
        ("sa2q", REVIEWED.replace("bridge ,", "bridge,").replace("left..", "left…")),
        ("suax?sq", REVIEWED.replace("the the", "the")),
        ("saaaaa" + "u" * 6 + "ssssss", REVIEWED),
        ("assssss" + "ua" + "ua", REVIEWED.replace("the the", "the").replace("12 ,", "12,")),
    ],
)
def test_a_review_in_the_terminal_applies_what_was_accepted(keys: str, after: str) -> None:
    file = put("a.txt", REVIEWED)
    result = newslint("review", "a.txt", stdin=keys.encode())
    assert result.code == 0, result.err
    assert file.read_text("utf-8") == after
    assert "1 of 6  double-word  a.txt:1  safe\n" in result.out
    assert (
        "  Police shut[- the-] the bridge , he said.\n[a]ccept [e]dit [i]gnore [s]kip [q]uit [?] "
        in result.out
    )


def test_own_words_may_say_anything_and_are_written_where_they_belong() -> None:
    file = put("a.html", "<p>Police shut the the <b>bridge</b> &amp; road .</p>\n")
    result = newslint("review", "a.html", stdin="ethe 12 “old” & new\nsq".encode())
    assert "{+12 “old” & new+}" in result.out
    assert result.code == 0, result.err
    assert file.read_text("utf-8") == "<p>Police shut the 12 “old” &amp; new <b>bridge</b> &amp; road .</p>\n"


def test_own_words_are_applied_beside_a_fix_that_touches_them() -> None:
    file = put("a.txt", "They shut the bridge bridge , he said.\n")
    assert newslint("review", "a.txt", stdin=b"ebridge road\naa").code == 0
    assert file.read_text("utf-8") == "They shut the bridge road, he said.\n"


def test_words_that_are_not_changed_are_no_edit() -> None:
    file = put("a.txt", "Police shut the the bridge.\n")
    result = newslint("review", "a.txt", stdin=b"e\nethe the\ns")
    assert result.out.count("1 of 1  double-word") == 3
    assert file.read_text("utf-8") == "Police shut the the bridge.\n"


def test_own_words_keep_their_spaces() -> None:
    file = put("a.txt", "Police shut the bridge , he said.\n")
    assert (
        newslint("review", "--select", "space-before-punctuation", "a.txt", stdin=b"e \xe2\x80\x94 \na").code
        == 0
    )
    assert file.read_text("utf-8") == "Police shut the bridge — , he said.\n"


def test_own_words_go_where_newslint_proposes_nothing() -> None:
    file = put("a.txt", "The mayor said: “We shut the the bridge.”\n")
    result = newslint("review", "a.txt", stdin=b"ethe\na")
    assert "We shut [the the] bridge" in result.out
    assert "newslint does not change the words of a quotation" in result.out
    assert file.read_text("utf-8") == "The mayor said: “We shut the bridge.”\n"


def test_own_words_are_refused_where_the_file_has_no_room_for_them() -> None:
    put("a.html", "<p>Police shut the <b>the</b> bridge.</p>\n")
    result = newslint("review", "a.html", stdin=b"eroad\ns")
    assert "change it in an editor" in result.out
    assert Path("a.html").read_text("utf-8") == "<p>Police shut the <b>the</b> bridge.</p>\n"


@pytest.mark.parametrize("name", ["a.txt", "a.json"])
def test_what_is_ignored_is_not_reported_again(name: str) -> None:
    text = "Police shut the the bridge , he said."
    put(name, f"{text}\n" if name == "a.txt" else json.dumps({"body": text}))
    result = newslint("review", name, stdin=b"iA song is called so\naa")
    assert result.code == 0, result.err
    assert "1 change, 1 ignored. [a]pply [u]ndo [q]uit " in result.out
    assert "the the bridge, he said" in Path(name).read_text("utf-8")
    (entry,) = json.loads(Path("newslint-baseline.json").read_text("utf-8"))["files"][name]
    assert (entry["rule"], entry["reason"]) == ("double-word", "A song is called so")
    assert newslint("check", name).code == 0  # neither is the ignore unused, though the sentence has changed


def test_a_finding_without_a_reason_is_not_ignored() -> None:
    put("a.txt", "Police shut the the bridge.\n")
    result = newslint("review", "a.txt", stdin=b"i\ns")
    assert result.out.count("1 of 1  double-word") == 2
    assert not Path("newslint-baseline.json").exists()


def test_an_ignore_can_be_undone_before_it_is_recorded() -> None:
    put("a.txt", "Police shut the the bridge.\n")
    assert newslint("review", "a.txt", stdin=b"iso\nus").code == 0
    assert not Path("newslint-baseline.json").exists()


def test_a_review_that_was_stopped_continues() -> None:
    put("a.txt", REVIEWED)
    first = newslint("review", ".", stdin=b"sasq")
    assert "Call the same command again to continue.\n" in first.err
    second = newslint("review", ".", stdin=b"q")
    assert "Continuing: 2 findings skipped before; --restart asks again.\n" in second.err
    assert "1 of 3  double-word  a.txt:5" in second.out
    third = newslint("review", "--restart", ".", stdin=b"sssss")
    assert "1 of 5  double-word  a.txt:1" in third.out
    assert "continue" not in third.err
    assert "1 of 5" in newslint("review", ".", stdin=b"").out


def test_each_of_two_findings_that_look_alike_is_asked_about() -> None:
    put("a.txt", "Police shut the the bridge and the the road.\n")
    newslint("review", "a.txt", stdin=b"sq")
    assert "1 of 1  double-word" in newslint("review", "a.txt", stdin=b"q").out


def test_nothing_is_kept_of_a_review_without_history() -> None:
    put("a.txt", REVIEWED)
    newslint("review", "--no-history", "a.txt", stdin=b"sq")
    assert "1 of 6" in newslint("review", "a.txt", stdin=b"q").out


def test_no_text_is_kept_of_a_review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_DATA_DIR", str(tmp_path / "data"))
    put("a.txt", REVIEWED)
    newslint("review", "a.txt", stdin=b"sssq")
    (file,) = (tmp_path / "data" / "reviews").iterdir()
    assert set(re.findall(r"[a-z]{3,}", re.sub(r"[0-9a-f]{32}", "", file.read_text("utf-8")))) == set()


def test_a_review_in_the_terminal_obeys_nothing_in_the_article() -> None:
    put("a.txt", "Police shut the the bridge \x1b[31m\u202eturned.\n")
    result = newslint("review", "--select", "double-word", "a.txt", stdin=b"s")
    assert "<U+001B>[31m<U+202E>turned." in result.out
    assert "\x1b" not in result.out


def test_a_review_stops_where_it_is_told_to() -> None:
    put("a.txt", "Police shut the the bridge.\n")
    other = put("b.txt", "Police shut the the road.\n")
    result = newslint("review", "a.txt", "b.txt", "c.txt", stdin=b"q")
    assert "b.txt" not in result.out
    assert other.read_text("utf-8") == "Police shut the the road.\n"


def test_a_review_goes_on_after_a_file_that_cannot_be_read() -> None:
    file = put("b.txt", "Police shut the the road.\n")
    result = newslint("review", "a.txt", "b.txt", stdin=b"a")
    assert result.code == 3
    assert "a.txt: error: cannot be read: No such file or directory\n" in result.err
    assert file.read_text("utf-8") == "Police shut the road.\n"


def test_a_file_that_changes_during_the_review_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    file = put("a.txt", "Police shut the the bridge.\n")

    def answer(_question: str, _letters: str) -> str:
        file.write_bytes(b"Nobody shut the the bridge.\n")
        return "a"

    monkeypatch.setattr("newslint.cli.review_dialogue.answer", answer)
    result = newslint("review", "a.txt")
    assert result.code == 3
    assert file.read_bytes() == b"Nobody shut the the bridge.\n"


@pytest.mark.parametrize("how", ["apply", "review"])
def test_what_was_applied_can_be_undone(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_DATA_DIR", str(tmp_path / "data"))
    file = put("a.txt", "Police shut the the bridge.\n")
    before = file.read_bytes()
    args = ("apply", decide(report("a.txt"))) if how == "apply" else ("review", "a.txt")
    assert newslint(*args, "--backup", stdin=b"a").code == 0
    assert file.read_text("utf-8") == "Police shut the bridge.\n"
    assert Path("a.txt.bak").read_bytes() == before
    assert newslint("undo").code == 0
    assert file.read_bytes() == before


def test_options_of_rules_hold_when_they_are_given_again() -> None:
    file = put("a.txt", "It was was late, and the the bridge was shut.\n")
    override = ("--config", "ignore=['double-word']")
    assert newslint("report", "--html", "page.htm", "a.txt", *override).code == 0
    assert newslint("apply", decide(report("a.txt")), "--isolated").code == 0
    assert "the the" not in file.read_text("utf-8")
