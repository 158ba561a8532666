"""A browser, and a page in it that must complain of nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium of the system, or else the one that Playwright installs."""
    api = pytest.importorskip("playwright.sync_api", reason="pip install playwright")
    with api.sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        found = shutil.which("chromium") or (own if Path(own).exists() else None)
        if not found:
            pytest.skip("Chromium is missing; `playwright install chromium` installs it")
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def open_page(browser: Browser, address: str, scheme: str) -> Iterator[tuple[Page, list[str]]]:
    """A page in light or dark, and the list of what it complains of, asks or loads, to be looked at."""
    context = browser.new_context(color_scheme=scheme, accept_downloads=True)
    page = context.new_page()
    events: list[str] = []
    page.on("console", lambda message: events.append(message.text))
    page.on("pageerror", lambda error: events.append(str(error)))
    page.on("dialog", lambda dialog: (events.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda asked: events.append(asked.url))
    page.goto(address)
    yield page, events
    context.close()


CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)") return colour;
    }
    return "white";
  };
  const poor = [];
  for (const element of document.body.querySelectorAll("*")) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!hasText || !element.checkVisibility() || element.disabled) continue;
    const pair = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
    const contrast = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (contrast < 4.5) poor.push([element.outerHTML.slice(0, 80), contrast]);
  }
  return poor;
}"""
UNNAMED = (
    "[...document.querySelectorAll('input, select, textarea')].filter((one) => !one.labels.length).length"
)


def poor_contrasts(page: Page) -> list[object]:
    """The elements whose text has less contrast than WCAG 2 asks for, with what they have."""
    return list(page.evaluate(CONTRAST))


def unnamed_controls(page: Page) -> int:
    """How many controls have no label."""
    return int(page.evaluate(UNNAMED))
