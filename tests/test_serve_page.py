"""The page of `newslint serve` in a browser, with articles that mean harm."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pages import open_page, poor_contrasts, unnamed_controls

from newslint.config.settings import Settings
from newslint.review.desk import Desk
from newslint.review.page_server import MAX_BYTES, PageServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SEEDS = Path(__file__).parent.parent / "seeds"
TEXT = """\
Council backs the new bridge </script><script>alert(1)</script>

Police shut the the bridge , he said. <img src=x onerror=alert(2)> I \u202edesrever\u202c that.

He left.. so did we. </textarea><a href="javascript:alert(3)">x</a>
"""
FIXED = (
    TEXT.replace("the the", "the").replace("bridge ,", "bridge,").replace("\u202e", "").replace("\u202c", "")
)


@pytest.fixture(scope="module")
def server() -> Iterator[PageServer]:
    serving = PageServer(Desk(Settings(isolated=True)))
    thread = threading.Thread(target=serving.serve_forever, args=(0.01,))
    thread.start()
    yield serving
    serving.shutdown()
    serving.server_close()
    thread.join()


@pytest.fixture(params=["light", "dark"])
def page(
    request: pytest.FixtureRequest,
    browser: Browser,
    server: PageServer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Page]:
    """The page; what it complains of, asks or loads from elsewhere fails, and so does a file that is left."""
    monkeypatch.chdir(tmp_path)
    with open_page(browser, server.url, request.param) as (opened, events):
        opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield opened
        assert [event for event in events if not event.startswith((server.url, "blob:"))] == []
        assert opened.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert list(tmp_path.iterdir()) == []


def paste(page: Page, text: str) -> None:
    page.get_by_label("Article").fill(text)
    page.get_by_role("button", name="Check", exact=True).click()
    page.wait_for_selector("#result:not([hidden])")


def drop(page: Page, name: str, data: bytes) -> None:
    """Drop a file on the page, as a person does."""
    transfer = page.evaluate_handle(
        """([name, bytes]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(bytes)], name));
          return transfer;
        }""",
        [name, list(data)],
    )
    page.dispatch_event("body", "dragover", {"dataTransfer": transfer})
    page.dispatch_event("body", "drop", {"dataTransfer": transfer})


def copy(page: Page) -> str:
    page.get_by_role("button", name="Copy text").click()
    page.wait_for_selector("#notes >> text=Copied.")
    return str(page.evaluate("navigator.clipboard.readText()"))


def download(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as started:
        page.get_by_role("button", name="Download file").click()
    return started.value.suggested_filename, started.value.path().read_bytes()


def test_a_hostile_article_is_fixed_and_does_nothing(page: Page) -> None:
    paste(page, TEXT)
    assert page.inner_text("#articles h4") == TEXT.splitlines()[0]
    assert page.locator("#articles :is(script, img, iframe, textarea)").count() == 0
    assert page.locator("#articles a:not([href^='#'])").count() == 0
    assert "U+202E" in page.inner_text("#articles .text >> text=desrever")
    assert "\u202e" not in page.inner_text("#articles")
    page.get_by_role("button", name="Accept all safe fixes").click()
    assert copy(page) == FIXED
    assert download(page) == ("pasted.txt", FIXED.encode())


def test_single_decisions_are_applied_by_key_and_checked_again(page: Page) -> None:
    paste(page, TEXT)
    page.locator(".card").first.focus()
    page.keyboard.press("a")
    page.keyboard.press("r")
    assert "1 accepted, 1 left as is" in page.inner_text("#tally")
    page.get_by_role("button", name="Apply and check again").click()
    page.wait_for_selector("#notes >> text=Applied 1 fix.")
    assert "the the" not in page.inner_text("#articles")
    assert "bridge ," in page.inner_text("#articles .text >> text=bridge ,")
    page.get_by_role("button", name="Back").click()
    assert page.get_by_label("Article").input_value() == TEXT.replace("the the", "the")


def test_keys_are_letters_in_the_text(page: Page) -> None:
    paste(page, TEXT)
    page.get_by_role("button", name="Back").click()
    page.get_by_label("Article").fill("")
    page.keyboard.type("jar12nuk")
    assert page.get_by_label("Article").input_value() == "jar12nuk"
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#result:not([hidden])")
    assert page.inner_text("#summary") == "0 findings"


def test_a_word_file_is_dropped_and_comes_back_fixed(page: Page) -> None:
    data = (
        SEEDS / next(path.name for path in SEEDS.glob("*.docx") if ".fixed." not in path.name)
    ).read_bytes()
    drop(page, "story.docx", data)
    page.wait_for_selector(".card")
    assert page.get_by_role("button", name="Copy text").is_hidden()
    page.get_by_role("button", name="Accept all safe fixes").click()
    name, fixed = download(page)
    assert name == "story.docx"
    assert fixed[:2] == b"PK"
    assert fixed != data


def test_a_file_is_chosen(page: Page) -> None:
    file = {"name": "story.md", "mimeType": "text/markdown", "buffer": b"Police **shut** the the bridge.\n"}
    page.get_by_label("or open a file").set_input_files(files=[file])  # type: ignore[list-item]
    page.wait_for_selector(".card")
    page.get_by_role("button", name="Accept all safe fixes").click()
    assert download(page) == ("story.md", b"Police **shut** the bridge.\n")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("broken.docx", b"PK\x03\x04 but no more", "Error: "),
        ("zeros.txt", b"Police\0shut the the bridge.", "NUL"),
        ("latin.txt", b"A caf\xe9 closed.", "not utf-8"),
        ("<img src=x onerror=alert(4)>\u202e.txt", b"\0", "<img src=x onerror=alert(4)>U+202E.txt"),
    ],
)
def test_a_broken_file_is_told_of_and_can_be_left(page: Page, name: str, data: bytes, why: str) -> None:
    drop(page, name, data)
    page.wait_for_selector("#articles .error")
    assert why in page.inner_text("#articles")
    assert page.inner_text("#summary") == "Not checked."
    assert page.get_by_role("button").all_inner_texts() == ["Back"]
    page.get_by_role("button", name="Back").click()
    assert page.inner_text("#summary").startswith("Paste an article")
    paste(page, TEXT)
    assert page.locator(".card").count() > 2


def test_pasted_zeros_are_told_of(page: Page) -> None:
    page.evaluate("document.getElementById('text').value = 'Police\\0shut the the bridge.'")
    page.get_by_role("button", name="Check", exact=True).click()
    page.wait_for_selector("#articles >> text=NUL")


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(page: Page) -> None:
    page.evaluate(
        f"""() => {{
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array({MAX_BYTES})], "big.txt"));
          document.body.dispatchEvent(new DragEvent("drop", {{ dataTransfer: transfer, bubbles: true }}));
        }}"""
    )
    page.wait_for_selector("#problem >> text=larger than 20 MB, the limit")
    assert page.get_by_label("Article").is_visible()


def test_the_page_says_that_the_server_has_ended(browser: Browser) -> None:
    serving = PageServer(Desk(Settings(isolated=True)))
    thread = threading.Thread(target=serving.serve_forever, args=(0.01,))
    thread.start()
    with open_page(browser, serving.url, "light") as (page, _):
        serving.shutdown()
        serving.server_close()
        thread.join()
        page.get_by_label("Article").fill(TEXT)
        page.get_by_role("button", name="Check", exact=True).click()
        page.wait_for_selector("#problem >> text=is it still running in the terminal?")
        assert page.get_by_label("Article").input_value() == TEXT


def test_unsaved_decisions_are_not_lost_without_a_question(page: Page) -> None:
    paste(page, TEXT)
    page.get_by_role("button", name="Accept all safe fixes").click()
    asked = "() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert page.evaluate(asked)
    copy(page)
    assert not page.evaluate(asked)


def test_the_page_fits_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    paste(page, TEXT)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_text_has_enough_contrast_and_controls_have_names(page: Page) -> None:
    assert poor_contrasts(page) == []
    paste(page, TEXT)
    page.get_by_role("button", name="Accept all safe fixes").click()
    page.locator("details").first.click()
    assert poor_contrasts(page) == []
    assert unnamed_controls(page) == 0


def test_five_megabytes_are_checked(browser: Browser) -> None:
    line = "The ferry sailed for the island on Monday, and most of the passengers were asleep. "
    text = "\n\n".join([line * 4] * (5_000_000 // (len(line) * 4))) + "\n\nPolice shut the the bridge.\n"
    serving = PageServer(Desk(Settings(isolated=True, select=("double-word",))))
    thread = threading.Thread(target=serving.serve_forever, args=(0.01,))
    thread.start()
    with open_page(browser, serving.url, "light") as (page, events):
        page.set_default_timeout(600_000)
        page.evaluate("(text) => { document.getElementById('text').value = text; }", text)
        page.get_by_role("button", name="Check", exact=True).click()
        page.wait_for_selector(".card")
        page.get_by_role("button", name="Accept all safe fixes").click()
        assert download(page)[1] == text.replace("the the", "the").encode()
        assert [event for event in events if not event.startswith((serving.url, "blob:"))] == []
    serving.shutdown()
    serving.server_close()
    thread.join()
