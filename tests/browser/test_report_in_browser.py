"""The report in a real browser: nothing asked for, nothing run, nothing cut off, readable for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fotavtrykk import registry, report
from report.sample import HOSTILE, SITE, empty, rows

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
WATCH = """
window.broken = [];
document.addEventListener('securitypolicyviolation', event => window.broken.push(event.violatedDirective));
"""
UNFOLD = "document.querySelectorAll('details').forEach(details => details.open = true)"


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Reports of the sample in both languages, of an audit that read nothing, and of the longest words we have."""
    folder = tmp_path_factory.mktemp("report")
    made = {
        "nb": report.render(rows(), "nb"),
        "en": report.render(rows(), "en"),
        "empty": report.render(empty(), "nb"),
        "wordy-nb": report.render(_wordy("nb"), "nb"),
        "wordy-en": report.render(_wordy("en"), "en"),
    }
    for name, html in made.items():
        (folder / f"{name}.html").write_text(html, "utf-8")
    return {name: folder / f"{name}.html" for name in made}


def _wordy(lang: str) -> dict[str, list[dict[str, object]]]:
    """The sample, cut by caps, with the three wordiest changes first, on a long address."""
    given = rows("capped", hostile=False, counts=(400,))

    def words(row: dict[str, object]) -> int:
        text = registry.text("checks", str(row["check"]), lang)
        return len(text["many"] + text["why"] + text["todo"])

    given["priorities"].sort(key=words, reverse=True)
    for rank, row in enumerate(given["priorities"], 1):
        row |= {"rank": rank, "example": f"{SITE}{'fagartikler/' * 8}"}
    return given


@pytest.fixture
def page(browser, request) -> Iterator[object]:
    opened = browser.new_page(**getattr(request, "param", {}))
    opened.add_init_script(WATCH)
    yield opened
    opened.close()


THEMES = [
    ("nb", "light"),
    ("en", "dark"),
    ("empty", "light"),
]  # each language and each theme; all of them in the long run
OTHERS = [("nb", "dark"), ("en", "light"), ("empty", "dark")]


@pytest.mark.parametrize(
    ("name", "scheme"), [*THEMES, *(pytest.param(*one, marks=pytest.mark.long) for one in OTHERS)]
)
def test_axe_finds_nothing_serious(browser, files, name: str, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = browser.new_page(color_scheme=scheme, bypass_csp=True)
    page.goto(files[name].as_uri())
    page.evaluate(UNFOLD)
    violations = Axe().run(page).response["violations"]
    page.close()
    assert not [(found["id"], found["impact"], found["nodes"][0]["html"][:200]) for found in violations]


@pytest.mark.parametrize("name", ["nb", "en", "wordy-nb"])
@pytest.mark.parametrize("width", [360, 768, 900, 1060, 1280])
def test_nothing_sticks_out(browser, files, width: int, name: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(files[name].as_uri())
    page.evaluate(UNFOLD)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= width


@pytest.mark.parametrize("name", ["nb", "en"])
def test_nothing_is_asked_for_and_nothing_runs(page, files, name: str) -> None:
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append("dialog") or dialog.dismiss())
    page.goto(files[name].as_uri())
    page.evaluate(UNFOLD)
    shown = page.evaluate("document.body.innerText")
    assert asked == [files[name].as_uri()] and said == []
    assert page.evaluate("window.broken") == []
    assert (
        page.evaluate(
            "document.querySelectorAll('script, img, iframe, [onerror], [onload], [onmouseover]').length"
        )
        == 0
    )
    for text in HOSTILE[:4]:
        assert text in shown


@pytest.mark.parametrize("name", ["nb", "wordy-nb", "wordy-en"])
def test_the_first_screen_prints_on_one_page(page, files, name: str) -> None:
    page.goto(files[name].as_uri())
    page.evaluate(
        "document.querySelectorAll('.chapter:not(.first_screen), .foot').forEach(part => part.remove())"
    )
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1
    assert b"/MediaBox [0 0 594" in pdf or b"/MediaBox [0 0 595" in pdf  # A4 is 595 points wide


def test_paper_says_how_much_it_leaves_out(page, files) -> None:
    page.goto(files["wordy-nb"].as_uri())
    page.emulate_media(media="print")
    first = page.locator("article.finding").first
    assert not first.locator("summary").is_visible()
    assert first.locator(".on-paper").inner_text() == "… og 397 til, se findings.json."


def test_the_keyboard_reaches_and_opens_the_evidence(page, files) -> None:
    page.goto(files["en"].as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") is True


def test_a_screen_reader_hears_landmarks_and_names(page, files) -> None:
    page.goto(files["en"].as_uri())
    assert [page.get_by_role(role).count() for role in ("navigation", "main", "contentinfo")] == [1, 1, 1]
    assert page.get_by_role("navigation", name="Contents").count() == 1
    assert page.get_by_role("region", name="Being found").count() == 1
    assert page.get_by_role("heading", level=1).inner_text() == "www.sample.example"
    checks = {str(row["check"]) for row in rows()["findings"]}
    assert page.get_by_role("article").count() == len(checks)
