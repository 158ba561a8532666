"""What LanguageTool says becomes findings like our own, at the same exact places, and after ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import newslint

from newslint.config import schema
from newslint.engines.languagetool import client
from newslint.engines.languagetool.client import Client, RuleChoice
from newslint.engines.languagetool.curation import curation, gated_rules
from newslint.engines.languagetool.findings import choose_rules
from newslint.engines.languagetool.installation import home, version
from newslint.engines.languagetool.names import ids, languagetool_rules, own_rules

WENT = "The clerk has eat early."
FOUND = "languagetool/HAVE_PART_AGREEMENT"
WITH = ("--with", "languagetool", "--ignore", "verb-form", "--output-format", "concise", "-q")
ONLY = ("--output-format", "concise", "-q", "--select")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, languagetool_url: str) -> None:
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path / "news")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("NEWSLINT_LT_URL", languagetool_url)


def found(name: str, text: str, *args: str) -> list[str]:
    Path(name).write_text(text, encoding="utf-8")
    result = newslint("check", *(args or (*ONLY, FOUND)), name)
    assert result.err == ""
    return [line.split(" ")[0] + " " + line.split(" ")[1] for line in result.out.splitlines()]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", f"{WENT}\n"),
        ("b.txt", f"Rain\n\nSold 🍐🍐 today. {WENT}\n"),
        ("a.md", "# Rain\n\nSold 🍐 *today*. The clerk **has** eat early.\n"),
        ("a.html", "<p>Rain fell.</p>\n<p>R&amp;D: The <b>clerk</b> has eat early.</p>\n"),
        ("a.json", '{"headline": "Rain", "body_text": "Caf\\u00e9 news. The clerk has eat early."}\n'),
        ("a.csv", f"headline,body\nRain,{WENT}\n"),
        ("a.py", f'"""{WENT}"""\n'),
    ],
)
def test_every_format_has_them_at_their_places(name: str, text: str) -> None:
    before = text[: text.index("eat ")]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert found(name, text) == [f"{name}:{line}:{column}: {FOUND}"]


def test_the_default_is_curated_and_all_is_more() -> None:
    text = f"{WENT}\n\nThe council met at 9:00 AM in the morning, in order to vote in Zwolkovia.\n"
    curated, every = found("a.txt", text, *WITH), found("a.txt", text, *WITH, "--languagetool-rules", "all")
    assert f"a.txt:1:15: {FOUND}" in curated
    assert set(curated) < set(every)
    assert any("MORFOLOGIK_RULE_EN_US" in line for line in every)
    assert not any("MORFOLOGIK_RULE_EN_US" in line for line in curated)


def test_it_is_asked_for_by_option_or_configuration_only() -> None:
    assert found("a.txt", WENT, *ONLY, "double-word") == []
    Path("newslint.toml").write_text('engines = ["languagetool"]\nignore = ["verb-form"]\n')
    assert found("a.txt", WENT, "--output-format", "concise", "-q") == [f"a.txt:1:15: {FOUND}"]
    Path("newslint.toml").write_text(f'extend-select = ["{FOUND}"]\nignore = ["verb-form"]\n')
    assert found("a.txt", WENT, "--output-format", "concise", "-q") == [f"a.txt:1:15: {FOUND}"]


def test_what_is_ignored_is_not_said() -> None:
    assert found("a.txt", WENT, *WITH, "--ignore", FOUND) == []
    assert found("a.txt", WENT, *WITH, "--ignore", "languagetool") == []
    Path("newslint.toml").write_text(f'[per-file-ignores]\n"b.*" = ["{FOUND}"]\n"c.*" = ["languagetool"]\n')
    assert [found(name, WENT, *WITH) for name in ("a.txt", "b.txt", "c.txt")] == [
        [f"a.txt:1:15: {FOUND}"], [], [],
    ]  # fmt: skip


def test_comments_silence_it_and_idle_comments_are_told_of() -> None:
    for name in (FOUND, "languagetool"):
        assert found("a.md", f"<!-- newslint: ignore[{name}] -->\n{WENT}\n", *WITH) == []
    idle = f"<!-- newslint: ignore[{FOUND}] -->\nThe clerk has eaten early.\n"
    assert found("a.md", idle, *WITH) == ["a.md:1:1: unused-ignore"]
    assert found("a.md", idle, "--output-format", "concise", "-q") == []


def test_sic_and_accepted_words_silence_it() -> None:
    assert found("a.txt", "The clerk has eat [sic] early.", *WITH) == []
    Path("newslint.toml").write_text('accept = ["has eat early"]\n')
    assert found("a.txt", WENT, *WITH) == []


def test_a_baseline_knows_it_again() -> None:
    Path("a.txt").write_text(WENT)
    assert newslint("baseline", "--with", "languagetool", "--ignore", "verb-form", "a.txt").code == 0
    assert FOUND in Path("newslint-baseline.json").read_text()
    assert found("a.txt", f"Rain fell.\n\n{WENT}\n", *WITH) == []
    assert found("a.txt", "The clerk has eaten early.\n", *WITH) == ["a.txt:1:1: unused-ignore"]


def test_ours_come_first_where_both_speak_of_a_place() -> None:
    Path("a.txt").write_text("Police shut the the bridge.")
    every = ("--with", "languagetool", "--languagetool-rules", "all", "--output-format", "json")
    told = json.loads(newslint("check", *every, "a.txt").out)
    diagnostics = told["files"][0]["diagnostics"]
    assert [d["rule"] for d in diagnostics] == ["double-word"]
    assert "languagetool/ENGLISH_WORD_REPEAT_RULE: Possible" in json.dumps(diagnostics)


def test_repairs_are_unsafe_and_quoted_words_are_let_be() -> None:
    said = "“The clerk has eat early,” she said. The clerk has eat early.\n"
    Path("a.txt").write_text(said)
    assert newslint("fix", "--with", "languagetool", "a.txt").code == 1
    assert Path("a.txt").read_text() == said
    newslint("fix", "--with", "languagetool", "--unsafe-fixes", "a.txt")
    assert Path("a.txt").read_text() == "“The clerk has eat early,” she said. The clerk has eaten early.\n"


def test_names_acronyms_and_quoted_words_are_no_misspellings() -> None:
    text = (
        "Peter Zwolkovic met the Vrdlkian envoy. Zwolkovic spoke for the BDZKF of “grmpfling” and of "
        "Vrdlkian wine, which was a sucess. Krzvn stayed away.\n"
    )
    lines = newslint_words(text)
    assert lines == ["sucess", "Krzvn"]


def test_a_finding_has_the_page_of_its_rule() -> None:
    Path("a.txt").write_text(WENT)
    told = json.loads(newslint("check", *WITH, "--output-format", "json", "a.txt").out)
    pages = [d["url"] for d in told["files"][0]["diagnostics"]]
    assert pages == ["https://community.languagetool.org/rule/show/HAVE_PART_AGREEMENT?lang=en"]


def newslint_words(text: str) -> list[str]:
    Path("a.txt").write_text(text)
    told = json.loads(
        newslint(
            "check", "--select", "languagetool/MORFOLOGIK_RULE_EN_US", "--output-format", "json", "a.txt"
        ).out
    )
    return [d["quote"] for d in told["files"][0]["diagnostics"]]


def test_half_a_character_does_no_harm() -> None:
    text = '{"body_text": "\\ud83c The clerk has eat early."}\n'
    assert found("a.json", text) == [f"a.json:1:{text.index('eat ') + 1}: {FOUND}"]


def test_an_answer_is_known_again_without_a_server(
    monkeypatch: pytest.MonkeyPatch, languagetool_home: Path
) -> None:
    monkeypatch.delenv("NEWSLINT_LT_URL")
    monkeypatch.setenv("NEWSLINT_LT_HOME", str(languagetool_home))
    first = found("a.txt", WENT, *WITH)

    def never(*_: object) -> None:
        raise AssertionError("a server was asked")

    monkeypatch.setattr(Client, "__init__", never)
    assert found("a.txt", WENT, *WITH) == first == [f"a.txt:1:15: {FOUND}"]
    assert "LanguageTool answers" in newslint("cache", "show").out
    assert newslint("cache", "clear").code == 0
    again = newslint("check", *WITH, "a.txt")
    assert again.code == 3
    assert "a server was asked" in again.out + again.err


def test_every_curated_rule_is_one_that_the_server_has(languagetool_url: str) -> None:
    from urllib.request import urlopen

    with urlopen(f"{languagetool_url}/v2/configinfo?language=en-US") as answer:  # noqa: S310
        known = {rule["ruleId"] for rule in json.load(answer)["rules"]}
    assert set(curation().rules) <= known
    assert {gated.rule for gated in gated_rules()} <= known - set(curation().rules)
    assert curation().version == version(home())
    assert all(worth.clean <= 12 for worth in curation().rules.values())
    assert all(worth.injected + worth.marked >= 2 for worth in curation().rules.values())


SPUN = (
    "The mayor mentioned that folks were nonetheless there.\n\nHe stated it, a baker mentioned, as a result "
    "of the rain.\n\nNobody came, she mentioned, as he instructed them.\n\n"
)
GATED = "Each roles went to the baker with out a vote.\n"


def test_more_rules_run_in_an_article_that_is_judged_spun() -> None:
    def gated(text: str, *args: str) -> list[str]:
        lines = found("a.txt", text, *(args or WITH))
        names = {f"languagetool/{each.rule}" for each in gated_rules()}
        return [line for line in lines if line.split(" ")[1] in names]

    assert gated(SPUN + GATED) == ["a.txt:7:1: languagetool/EACH_EVERY_NNS"]
    assert gated(GATED) == []
    assert gated(SPUN + GATED, *WITH, "--ignore", "languagetool/EACH_EVERY_NNS") == []
    assert gated(SPUN + GATED, *ONLY, FOUND) == []


def test_gated_rules_were_right_in_the_articles_they_run_in() -> None:
    assert all(each.found >= 3 and each.correct >= 0.9 * each.found for each in gated_rules())
    assert "Runs in articles judged spun" in newslint("explain", "languagetool/EACH_EVERY_NNS").out


def test_explain_and_config_tell_of_it() -> None:
    told = newslint("explain", FOUND)
    assert told.code == 0
    assert "rule/show/HAVE_PART_AGREEMENT" in told.out
    assert "per million words of clean news" in told.out
    assert newslint("explain", "languagetool/lower").code == 2
    Path("a.txt").write_text(WENT)
    assert "asked at http://127.0.0.1" in newslint("config", "--with", "languagetool", "a.txt").out
    assert "not asked" in newslint("config", "a.txt").out


def test_matches_are_in_code_points(languagetool_url: str) -> None:
    matches = Client(languagetool_url, 60).check("🍐 Teh 🍐🍐 clerk.", RuleChoice())
    assert [match.at.of("🍐 Teh 🍐🍐 clerk.") for match in matches][:1] == ["Teh"]


def test_names_are_told_apart() -> None:
    names = ("double-word", "languagetool", "languagetool/EN_A_VS_AN", "languagetool-x", "languagetool/lower")
    assert own_rules(names) == ("double-word", "languagetool-x", "languagetool/lower")
    assert languagetool_rules(names) == ("languagetool", "languagetool/EN_A_VS_AN")
    assert ids(languagetool_rules(names)) == {"EN_A_VS_AN"}


def test_what_is_wished_for() -> None:
    kept = frozenset(curation().rules)
    some = min(kept)
    gated = frozenset((each.verdict, each.rule) for each in gated_rules())

    def asked(
        select: str = "", extend: str = "", ignore: str = "", *, everything: bool = False
    ) -> RuleChoice:
        parts = {"select": select, "extend": extend, "ignore": ignore}
        return choose_rules(**{key: names.split() for key, names in parts.items()}, everything=everything)

    assert asked() == asked("double-word") == asked("languagetool") == RuleChoice(kept, gated=gated)
    assert asked("languagetool/X_Y") == RuleChoice(frozenset({"X_Y"}))
    assert asked(extend="languagetool/X_Y") == RuleChoice(kept | {"X_Y"}, gated=gated)
    assert asked(ignore=f"languagetool/{some}") == RuleChoice(kept - {some}, gated=gated)
    assert asked(ignore="languagetool", everything=True) == RuleChoice(frozenset())
    assert asked(ignore=f"languagetool/{some}", everything=True) == RuleChoice(None, frozenset({some}))


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('engines = ["languagetol"]', "engines"),
        ("[languagetool]\ntimeuot = 3", "unknown key “languagetool.timeuot”; did you mean “timeout”?"),
        ('[languagetool]\nrules = "some"', "languagetool.rules"),
        ("languagetool = true", "languagetool"),
    ],
)
def test_a_wrong_table_is_told_of(table: str, told: str) -> None:
    Path("newslint.toml").write_text(table)
    with pytest.raises(schema.ConfigError, match=told):
        schema.read(Path("newslint.toml"))


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:8081", True),
        ("http://localhost:1", True),
        ("http://[::1]:8081", True),
        ("https://languagetool.example", False),
        ("http://127.0.0.1.example", False),
        ("http://10.0.0.1", False),
    ],
)
def test_what_is_this_machine(url: str, here: bool) -> None:
    assert client.loopback(url) is here


def test_a_proxy_of_the_environment_is_passed_by(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert found("a.txt", WENT) == [f"a.txt:1:15: {FOUND}"]
