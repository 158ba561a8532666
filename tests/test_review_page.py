"""The page of `newslint report` in a browser: by mouse and by key, in light and dark."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from commands import newslint
from pages import open_page, poor_contrasts, unnamed_controls

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TEXT = """\
Council backs the new bridge </script><script>alert(1)</script>

Police shut the the bridge , he said. <img src=x onerror=alert(2)>

He left.. so did we.
"""
CHOOSABLE = 3


@pytest.fixture(params=["light", "dark"])
def page(
    request: pytest.FixtureRequest, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Page]:
    """A report that is open in the browser; anything that the page complains of, asks or loads fails."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert newslint("report", "--html", "page.html", "a.txt").code == 1
    address = (tmp_path / "page.html").as_uri()
    with open_page(browser, address, request.param) as (opened, events):
        yield opened
        assert events == [address]


def tally(page: Page) -> str:
    return page.inner_text("#tally")


def save(page: Page) -> Path:
    with page.expect_download() as download:
        page.click("#save")
    assert download.value.suggested_filename == "newslint-decisions.json"
    file = Path("decisions.json").absolute()
    download.value.save_as(file)
    return file


def test_keys_decide_and_the_decisions_are_applied(page: Page) -> None:
    assert tally(page) == f"0 accepted, 0 left as is, {CHOOSABLE} undecided"
    for key in "jar2":
        page.keyboard.press(key)
    assert tally(page) == "2 accepted, 1 left as is, 0 undecided"
    assert newslint("apply", save(page)).code == 0
    assert Path("a.txt").read_text("utf-8") == TEXT.replace("the the", "the").replace("left..", "left…")


def test_a_decision_can_be_taken_back(page: Page) -> None:
    for key in "jaku":
        page.keyboard.press(key)
    assert tally(page).startswith("0 accepted")
    assert json.loads(save(page).read_text("utf-8"))["files"] == []


def test_clicks_decide(page: Page) -> None:
    page.click("#accept-safe")
    assert tally(page) == "2 accepted, 0 left as is, 1 undecided"
    page.locator("a.mark").first.click()
    assert page.evaluate("document.activeElement.id") == "f1"
    page.get_by_label("Leave as it is").first.check()
    assert tally(page) == "1 accepted, 1 left as is, 1 undecided"
    assert newslint("apply", save(page)).code == 0
    assert Path("a.txt").read_text("utf-8") == TEXT.replace("bridge ,", "bridge,")


def test_keys_can_be_switched_off(page: Page) -> None:
    page.get_by_text("Keys, and what to do").click()
    page.get_by_label("Use single keys").uncheck()
    for key in "ja":
        page.keyboard.press(key)
    assert tally(page).startswith("0 accepted")


def test_the_page_fits_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_colours_follow_the_system(page: Page) -> None:
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    is_dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert ground == ("rgb(22, 24, 27)" if is_dark else "rgb(255, 255, 255)")


def test_text_has_enough_contrast_and_controls_have_names(page: Page) -> None:
    page.get_by_text("Keys, and what to do").click()
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("r")
    for rule in page.locator("details[id^='rule-']").all():
        rule.locator("summary").click()
    assert poor_contrasts(page) == []
    assert unnamed_controls(page) == 0
