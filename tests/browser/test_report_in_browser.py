"""The report in a real browser: nothing asked for, nothing run, nothing cut off, readable for everybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fotavtrykk import report
from report.sample import rows

pytestmark = pytest.mark.browser
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("report")
    report.write(rows(), folder)
    return {lang: folder / f"report.{lang}.html" for lang in ("nb", "en")}


@pytest.mark.parametrize("lang", ["nb", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(browser, files, lang: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(color_scheme=scheme, bypass_csp=True)
    page.goto(files[lang].as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    violations = Axe().run(page).response["violations"]
    page.close()
    assert not [
        (v["id"], v["nodes"][0]["html"][:200]) for v in violations if v["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_sticks_out(browser, files, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(files["nb"].as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= width


def test_nothing_is_asked_for_and_nothing_runs(browser, files) -> None:
    page = browser.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append("dialog") or dialog.dismiss())
    page.goto(files["nb"].as_uri())
    page.close()
    assert asked == [files["nb"].as_uri()] and not said


def test_the_first_screen_prints_on_one_page(browser, files) -> None:
    page = browser.new_page()
    page.goto(files["nb"].as_uri())
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 1010})  # A4 less its margins, in CSS pixels
    height = page.evaluate("document.querySelector('#first_screen').getBoundingClientRect().height")
    page.close()
    assert height <= 1010


def test_the_evidence_opens_by_keyboard(browser, files) -> None:
    page = browser.new_page()
    page.goto(files["en"].as_uri())
    page.locator("details:not([open]) summary").first.focus()
    before = page.locator("details[open]").count()
    page.keyboard.press("Enter")
    after = page.locator("details[open]").count()
    page.close()
    assert after == before + 1
