"""The injector that knows no rule: its damage is where it says, and the figures are counted rightly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import unseen_damage
from commands import newslint

from newslint.linter.linter import Linter
from newslint.rules import selection
from newslint.testing.injector.catalogue import FAMILIES, VARIANTS
from newslint.testing.injector.inject import inject
from newslint.testing.injector.measurement import (
    Means,
    Measurement,
    VariantFigures,
    by_family,
    summarize,
)
from newslint.testing.injector.model import Alteration, Damage, Outcome, apply, restore

SEEDS = Path(__file__).parents[1] / "seeds"
ARTICLES = [file.read_text("utf-8") for file in sorted(SEEDS.glob("*.fixed.txt"))]
BRIDGE = "Police shut the the bridge on Monday. Nobody was hurt, the mayor said. He left by boat."


@pytest.fixture
def clean(tmp_path):
    folder = tmp_path / "clean"
    folder.mkdir()
    (folder / "ferry.txt").write_text(ARTICLES[0], "utf-8")
    (folder / "notes.md").write_text("# Notes\n", "utf-8")
    return folder


@pytest.mark.parametrize("family", FAMILIES)
def test_damage_is_where_it_says_and_can_be_undone(family):
    members = [variant for name, variant in VARIANTS.items() if name.startswith(f"{family}/")]
    assert members
    outcomes = [(variant, outcome) for variant in members for outcome in inject(variant, ARTICLES, 5, 1)]
    assert len(outcomes) > 0.6 * len(members)
    for variant, outcome in outcomes:
        assert outcome.damages, variant.name
        for damage in outcome.damages:
            assert outcome.text[damage.start : damage.end] == damage.quote, variant.name
            assert variant.near_miss or damage.quote.strip(), variant.name
            assert variant.near_miss or damage.quote != damage.fixed, variant.name
        assert restore(outcome).split() == outcome.clean.split(), variant.name


def test_every_variant_belongs_to_a_family():
    assert {name.partition("/")[0] for name in VARIANTS} == set(FAMILIES)
    assert sum(variant.near_miss for variant in VARIANTS.values()) > 50


def test_the_same_seed_makes_the_same_damage():
    variant = VARIANTS["repeats/anaphora"], VARIANTS["numbers/percent-twice"]
    one, same, other = ([list(inject(v, ARTICLES, seed, 3)) for v in variant] for seed in (1, 1, 2))
    assert one == same != other


def test_each_outcome_has_an_article_of_its_own():
    outcomes = list(inject(VARIANTS["words/typo"], ARTICLES, 1, 100))
    assert 1 < len(outcomes) <= len(ARTICLES)
    assert len({outcome.clean[:40] for outcome in outcomes}) == len(outcomes)


def test_alterations_must_not_overlap():
    with pytest.raises(ValueError, match="overlap"):
        apply("one two", [Alteration(0, 5, "a"), Alteration(4, 6, "b")])


def measure(*damages: Damage, near_miss: bool = False, text: str = BRIDGE) -> Measurement:
    measurement = Measurement(
        Linter(selection.select(["double-word"])), {"repeats/any": VariantFigures(near_miss)}
    )
    measurement.add("repeats/any", Outcome("", text, damages))
    return measurement


def place(quote: str, fixed: str, *, certain: bool = True, safe: bool = True, text: str = BRIDGE) -> Damage:
    start = text.index(quote)
    return Damage(start, start + len(quote), quote, fixed, certain, safe)


def test_found_and_fixed_are_counted():
    double, boat = place("the the", "the"), place("boat", "bus")
    measurement = measure(double, boat)
    assert measurement.variants["repeats/any"] == VariantFigures(False, 2, 1, 2, 1)
    (surprise,) = measurement.surprises
    assert (surprise.near_miss, surprise.context.endswith("He left by ⟦boat⟧.")) == (False, True)


def test_only_what_is_certain_and_safe_counts_as_fixable():
    for certain, safe in ((True, False), (False, True)):
        figures = measure(place("the the", "the", certain=certain, safe=safe)).variants["repeats/any"]
        assert (figures.found, figures.fixable, figures.fixed) == (1, 0, 0)


def test_a_fix_beside_other_damage_counts():
    text = BRIDGE.replace("bridge", "brdige")
    figures = measure(place("the the", "the"), place("brdige", "bridge", text=text), text=text)
    assert figures.variants["repeats/any"] == VariantFigures(False, 2, 1, 2, 1)


def test_a_near_miss_that_is_reported_counts_against_the_rules():
    reported = measure(place("the the", "the the"), near_miss=True)
    silent = measure(place("boat", "boat"), near_miss=True)
    assert reported.variants["repeats/any"] == VariantFigures(True, 1, 1)
    assert [surprise.near_miss for surprise in reported.surprises] == [True]
    assert silent.variants["repeats/any"] == VariantFigures(True, 1, 0)
    assert silent.surprises == []


def test_a_finding_much_longer_than_the_damage_finds_nothing():
    paragraph = (
        "The ferry of the town came back on Monday after eleven weeks in the yard, and nobody on the quay "
        "could say what the work had cost or who was going to pay for it."
    )
    text = f"{paragraph}\n\n{paragraph}\n\nThe band went on playing until noon."
    linter = Linter(selection.select(["repeated-paragraph"]))
    start = text.rindex(paragraph)
    for end, found in ((start + 9, 0), (start + len(paragraph), 1)):
        measurement = Measurement(linter, {"any": VariantFigures(False)})
        measurement.add("any", Outcome("", text, (Damage(start, end, text[start:end], "", True, False),)))
        assert measurement.variants["any"].found == found


def test_variants_count_alike():
    figures = {
        "seams/often": VariantFigures(False, 100, 100, 50, 25),
        "seams/seldom": VariantFigures(False, 2, 0),
        "seams/never": VariantFigures(False),
        "seams/resembling": VariantFigures(True, 4, 1),
        "words/one": VariantFigures(False, 4, 1, 4, 1),
    }
    assert summarize(figures) == Means(3, (1 + 0 + 0.25) / 3, (0.5 + 0.25) / 2, 1, 4, 1)
    assert by_family(figures) == {
        "seams": Means(2, 0.5, 0.5, 1, 4, 1),
        "words": Means(1, 0.25, 0.25, 0, 0, 0),
    }
    assert summarize({}) == Means(0, None, None, 0, 0, 0)


def test_the_section_replaces_the_former_one_only():
    page = f"# Quality\n\n{unseen_damage.TITLE}\n\nold\n\n## Next\n\nkept\n"
    text = unseen_damage.section({"seams/any": VariantFigures(False, 4, 3, 2, 1)})
    assert "| seams | 1 | 0.75 | 0.50 | 0 | 0 of 0 |\n| all | 1 |" in text
    assert unseen_damage.replace(page, text) == f"# Quality\n\n{text}\n## Next\n\nkept\n"
    with pytest.raises(ValueError, match="no “"):
        unseen_damage.replace("# Quality\n", text)
    assert unseen_damage.TITLE in unseen_damage.PAGE.read_text("utf-8")


@pytest.fixture
def few_variants(monkeypatch):
    for name in set(VARIANTS) - {"repeats/anaphora", "seams/stop-doubled", "words/typo"}:
        monkeypatch.delitem(VARIANTS, name)


@pytest.mark.usefixtures("few_variants")
def test_bench_reports_each_variant_and_the_means(clean):
    asked = ("bench", "--honest", clean, "--per-variant", 1, "--seed", 2, "--select", "double-period")
    text, record = newslint(*asked), newslint(*asked, "--output-format", "json", "--missed")
    assert (text.code, record.code) == (0, 0)
    assert text.out == newslint(*asked).out
    assert "notes.md: skipped: not plain text" in text.err
    found = json.loads(record.out)
    assert set(found["variants"]) == set(VARIANTS)
    assert found["variants"]["seams/stop-doubled"]["found"] >= 1
    assert found["all"]["variants"] == 2
    assert set(found["families"]) == {"repeats", "seams", "words"}
    for name in (*VARIANTS, "all"):
        assert f"\n{name} " in text.out
    shown = [line.split(":")[0] for line in record.err.splitlines() if "⟦" in line]
    assert "words/typo" in shown
    assert [one["variant"] for one in found["missed"]] == shown


def test_options_of_one_bench_are_refused_by_the_other(clean, tmp_path):
    floor = newslint("bench", "--honest", clean, "--write-floor", tmp_path / "floor.json")
    seed = newslint("bench", clean, "--seed", 3)
    assert (floor.code, seed.code) == (2, 2)
    assert "--write-floor cannot be used with --honest" in floor.err
    assert "--seed needs --honest" in seed.err


def test_a_directory_without_articles_is_refused(tmp_path):
    refused = newslint("bench", "--honest", tmp_path)
    assert refused.code == 2
    assert "no article in plain text" in refused.err


@pytest.mark.usefixtures("few_variants")
def test_an_unknown_rule_is_refused(clean):
    refused = newslint("bench", "--honest", clean, "--select", "no-such-rule")
    assert refused.code == 2
    assert "no-such-rule" in refused.err
