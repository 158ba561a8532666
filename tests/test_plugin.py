"""A package of rules from elsewhere, really installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.rules import Case
from newslint.testing import assert_case, trials
from newslint.testing.renderers import FORMS

ROOT = Path(__file__).parents[1]
ACME = ROOT / "examples" / "newslint-acme"
SCORER = ROOT / "examples" / "newslint-scorer"
QUIETLY = ("--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation")
COPY = "He told the Acme Evening Courier that he would stay.\n"
RULES = "[newslint.rules]\nletters = letters_newslint.rules\n"
GARBLED = "The lengths of rope were gone, and so was the mnstrxng.\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pip put the examples: a package of rules, and one with a model."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", *QUIETLY, "--target", target, ACME, SCORER]
    subprocess.run(command, check=True)
    return target


def run(installed: Path, *args: str, module: str = "newslint") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", module, *args],
        cwd=installed,
        check=False,
        env={**os.environ, "PYTHONPATH": f"{installed}{os.pathsep}{ROOT}", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
    )


def test_its_rule_checks_when_selected(installed: Path) -> None:
    (installed / "article.txt").write_text(COPY)
    done = run(installed, "check", "--select", "acme/old-paper-name", "article.txt")
    assert done.returncode == 1, done.stderr
    assert "acme/old-paper-name" in done.stdout
    assert "“Acme Evening Courier” is now the Acme Courier" in done.stdout


def test_its_rule_is_off_until_selected(installed: Path) -> None:
    (installed / "article.txt").write_text(COPY)
    assert run(installed, "check", "article.txt").returncode == 0


def test_its_rule_repairs(installed: Path) -> None:
    (installed / "fixed.txt").write_text(COPY)
    done = run(installed, "fix", "--select", "acme/old-paper-name", "fixed.txt")
    assert done.returncode == 0, done.stderr
    assert (installed / "fixed.txt").read_text() == "He told the Acme Courier that he would stay.\n"


def test_its_rule_is_explained(installed: Path) -> None:
    done = run(installed, "explain", "acme/old-paper-name")
    assert done.returncode == 0, done.stderr
    assert "Our own paper is called by a name that it gave up." in done.stdout


def test_a_misspelt_rule_of_it_is_refused(installed: Path) -> None:
    done = run(installed, "check", "--select", "acme/old-paper-nam", "article.txt")
    assert done.returncode == 2
    assert "did you mean “acme/old-paper-name”?" in done.stderr


def test_their_own_tests_pass(installed: Path) -> None:
    folders = [str(package / "tests") for package in (ACME, SCORER)]
    options = ("-q", "-n0", "-p", "no:cacheprovider", "--import-mode=importlib")
    done = run(installed, *options, *folders, module="pytest")
    assert done.returncode == 0, done.stdout
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed
    assert int(passed[1]) >= 2 * len(FORMS)


def test_a_model_scores_words_for_a_rule(installed: Path) -> None:
    (installed / "article.txt").write_text(GARBLED)
    asked = ("check", "--select", "letters/doubted-word", "article.txt")
    done = run(installed, *asked)
    assert done.returncode == 1, done.stderr
    assert "“mnstrxng” does not belong here" in done.stdout
    assert "0.0003 false findings per 1,000 words" in done.stdout
    assert "“lengths” does not belong here" in done.stdout
    surer = run(installed, *asked, "--max-fp", "0.01")
    assert "mnstrxng" in surer.stdout
    assert "“lengths” does not" not in surer.stdout
    assert run(installed, *asked, "--max-fp", "0").returncode == 0


def test_a_rule_without_its_model_is_told_once(installed: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(installed, site)
    for points in site.glob("newslint_scorer*.dist-info/entry_points.txt"):
        points.write_text(points.read_text().partition("[newslint.providers]")[0] + RULES)
    for name in "ab":
        (site / f"{name}.txt").write_text(GARBLED)
    done = run(site, "check", "--select", "letters/doubted-word", "a.txt", "b.txt")
    assert done.returncode == 2, done.stderr
    assert "nothing would be checked; letters/doubted-word needs scorer" in done.stderr
    both = run(site, "check", "--select", "letters/doubted-word,double-word", "a.txt", "b.txt")
    assert both.returncode == 0, both.stderr
    assert both.stderr.count("letters/doubted-word skipped: install a package that provides “scorer”") == 1


BROKEN = {
    "wording/syntax.py": ("x = (\n", "SyntaxError: '(' was never closed (syntax.py, line 1)"),
    "wording/raises.py": ("raise ZeroDivisionError('of course')\n", "ZeroDivisionError: of course"),
    "wording/leaves.py": ("import sys\nsys.exit(0)\n", "SystemExit: 0"),
    "wording/panics.py": ("class Panic(BaseException): ...\nraise Panic('help')\n", "Panic: help"),
    "wording/misses.py": ("import not_installed_anywhere\n", "ModuleNotFoundError: No module named"),
    "wording/empty.py": ("", "empty.py holds no rule; a file holds one rule"),
    "wording/typo.toml": ("doc = 'x'\nphrase = []\n[[case]]\nwrnog = 1\n", "typo.toml: unknown key “wrnog”"),
    "wording/unmade.py": (
        "from newslint.rules import Case, Rule\n"
        "class Unmade(Rule):\n    '''A rule.'''\n    cases = (Case('⟦x⟧ y'),)\n"
        "    def __post_init__(self):\n        raise ValueError('not me')\n",
        "ValueError: not me",
    ),
}
"""Rules that cannot be used, each with what is said of it."""
NOISY = """
from newslint.rules import Case, Finding, Range, Rule

print("NOISE of the import")

class Noisy(Rule):
    \"\"\"A rule that prints.\"\"\"

    cases = (Case("⟦bridge⟧ x"),)

    def check_block(self, block):
        print("NOISE of the rule")
        yield Finding(Range(0, 3), "noisy")
"""


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where three packages of rules lie: one with broken rules, one that is broken, one that prints."""
    site = tmp_path_factory.mktemp("site")
    put(site / "harbor/rules", {name: text for name, (text, _) in BROKEN.items()})
    put(site / "noisy/rules", {"wording/noisy.py": NOISY})
    put(site / "gone/rules", {"wording/lost.py": NOISY})
    (site / "gone/__init__.py").write_text("print('NOISE of the package')\nraise RuntimeError('left')\n")
    for name in ("harbor", "noisy", "gone"):
        about = site / f"{name}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text(f"[newslint.rules]\n{name} = {name}.rules\n")
    (site / "a.txt").write_text("They saw the the end.\n")
    (site / "b.txt").write_text("They saw the the end.\n")
    return site


def put(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    for package in (folder.parent, folder, *(path for path in folder.iterdir() if path.is_dir())):
        (package / "__init__.py").touch()


@pytest.mark.parametrize("command", ["check", "fix"])
@pytest.mark.parametrize("processes", ["1", "2"])
def test_rules_that_cannot_be_imported_are_a_line_each(broken: Path, processes: str, command: str) -> None:
    names = [f"harbor/{Path(name).stem}" for name in BROKEN] + ["gone/lost", "gone/any"]
    selected = ",".join(["double-word", "noisy/noisy", *names])
    (broken / "a.txt").write_text("They saw the the end.\n")
    options = ("--output-format", "concise", "--no-cache", "-j", processes, "--select", selected)
    done = run(broken, command, *options, "a.txt", "b.txt")
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    for name, (_, said) in BROKEN.items():
        rule = f"harbor/{Path(name).stem}"
        (line,) = [line for line in done.stdout.splitlines() if f"rule {rule} " in line]
        assert line.startswith(f"{broken}/harbor/rules/{name}: error: rule {rule} cannot be used: ")
        assert said in line
    assert done.stdout.count("RuntimeError: left") == 2
    assert done.stdout.count("noisy/noisy") == 2
    assert "NOISE" not in done.stdout
    assert "NOISE of the rule" in done.stderr
    if command == "fix":
        assert (broken / "a.txt").read_text() == "They saw the end.\n"
        (broken / "b.txt").write_text("They saw the the end.\n")
    else:
        assert done.stdout.count("double-word") == 2


def test_broken_rules_are_let_be_where_nobody_selects_them(broken: Path) -> None:
    done = run(broken, "check", "-q", "--output-format", "concise", "b.txt", "--select", "double-word")
    assert (done.returncode, done.stderr) == (1, "")


def test_rules_lists_all_others(broken: Path) -> None:
    done = run(broken, "rules")
    assert done.returncode == 3
    assert "noisy/noisy" in done.stdout
    assert "double-word" in done.stdout
    assert "Traceback" not in done.stderr
    assert sum(line.startswith("newslint: ") for line in done.stderr.splitlines()) == len(BROKEN) + 1
    assert "package gone cannot be used: RuntimeError: left" in done.stderr
    explained = run(broken, "explain", "harbor/raises")
    assert (explained.returncode, "Traceback" in explained.stderr) == (3, False)
    assert "rule harbor/raises cannot be used: ZeroDivisionError: of course" in explained.stderr
    shown = run(broken, "config", "a.txt")
    assert (shown.returncode, "Traceback" in shown.stderr) == (0, False)


def test_a_trial_names_its_rule_form_and_case() -> None:
    trial = next(trial for trial in trials() if trial.name == "double-word")
    assert str(trial) == f"double-word, {trial.form.name}: Police shut the the bridge."


def test_a_case_that_fails_shows_both_texts() -> None:
    case = Case("Police shut ⟦the the⟧ bridge.", fixed="Police shut a bridge.")
    with pytest.raises(AssertionError) as failed:
        assert_case("double-word", case, FORMS[0])
    assert "Police shut the bridge." in str(failed.value)
    assert "Police shut a bridge." in str(failed.value)
