"""The live report in a real browser: drop a file in, answer what is asked, move a slider, and see the break-even change."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from browser.test_report_in_browser import FLAGS, WATCH
from fotavtrykk import config, decide
from fotavtrykk.project import Project
from fotavtrykk.serve.app import Live
from fotavtrykk.text.serve import TEXT
from serve.living import living
from serve.living import measured as measured  # a fixture

pytestmark = pytest.mark.browser
PAGES = ("", "answers", "beliefs", "what-if?save=900000")
ODD = "deal_id,outcome,closed,value,currency\n1,Gevinst,2026-01-05,100000,NOK\n2,Tapt,2026-02-05,50000,NOK\n"
DROP = """
([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  document.querySelector("[data-drop]").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}
"""


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def live(measured: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    folder = tmp_path_factory.mktemp("live") / "firm"
    shutil.copytree(measured, folder)
    with living(folder, "nb") as found:
        yield found


def enter(browser, live: Live, **more: object):
    """A new browser with a link of its own."""
    page = browser.new_context(**more).new_page()
    page.said = []
    page.add_init_script(WATCH)
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    live.gate.used = False
    page.goto(live.gate.link)
    page.wait_for_url("**/nb/")
    return page


def test_a_file_is_dropped_asked_about_answered_and_loaded(browser, live):
    page = enter(browser, live)
    assert page.evaluate("document.cookie") == ""  # no script can read it
    page.evaluate(DROP, ["vunnet og tapt.csv", ODD])
    card = page.locator("article.file")
    card.wait_for()
    assert "vunnet og tapt.csv" in card.inner_text() and "Gevinst (1)" in card.inner_text()
    card.get_by_label("Gevinst (1)").select_option("won")
    card.get_by_role("button", name="Lagre svarene").click()
    page.get_by_text(TEXT["nb"]["was.saved"]).wait_for()
    assert "Gevinst (1)" not in page.locator("article.file").inner_text()
    page.get_by_role("button", name="Dette stemmer: importer").click()
    page.get_by_text("2 av 2 poster importert").wait_for()
    known = config.read(live.folder / config.NAME)
    assert known.words["outcome"] == {"gevinst": "won"}
    assert page.said == [] and page.evaluate("window.broken") == []
    page.context.close()


def test_a_slider_changes_the_break_even_and_nothing_else(browser, live):
    from playwright.sync_api import expect

    before = (live.folder / config.NAME).read_bytes()
    page = enter(browser, live)
    page.get_by_role("link", name="Hva om").first.click()
    if decide.shown(Project.existing(live.folder)[0]) is None:
        page.get_by_role("button", name="Vis tallene nå").click()
    page.get_by_label("Beløp å spare", exact=True).first.fill("900 000")
    expect(page.locator("#result")).to_contain_text("lønner seg")
    said = page.locator("#result .row").nth(1).inner_text()
    with page.expect_response(lambda response: "part=result" in response.url) as answered:
        page.locator("#w-margin + input[type=range]").evaluate(
            "slider => { slider.value = '0.2'; slider.dispatchEvent(new Event('input', { bubbles: true })) }"
        )
    assert answered.value.status == 200
    expect(page.locator("#result .row").nth(1)).not_to_have_text(said)
    assert page.locator("#w-margin").input_value() == "0,2"
    new = page.locator("#result .row").nth(1).inner_text()
    assert "lønner seg" in new and new != said
    assert page.locator("[data-told]").inner_text() == page.locator("[data-pinned]").text_content()
    page.get_by_role("link", name="English").click()  # what was tried goes along
    page.wait_for_url("**/en/what-if?**")
    assert page.locator("#w-margin").input_value() == "0,2" and "pays" in page.locator("#result").inner_text()
    page.locator("details summary", has_text=TEXT["en"]["whatif.move"]).first.click()
    page.locator("[name='move_to.sales']").select_option("marketing")
    with page.expect_response(
        lambda response: "part=result" in response.url and "move.sales=1" in response.url
    ):
        page.locator("[name='move.sales']").fill("1")
    expect(page.locator("#result")).to_contain_text(re.compile(r"1 of \d+ positions from Sales to Marketing"))
    page.locator("[name='merge.marketing']").select_option(
        "sales"
    )  # other functions: the whole page is asked for
    page.wait_for_url("**merge.marketing=sales**")
    assert "they do different things" in page.locator("#result").inner_text()
    assert (
        page.locator("#w-margin").input_value() == "0,2"
        and page.locator("[name='merge.marketing']").input_value() == "sales"
    )
    assert (live.folder / config.NAME).read_bytes() == before
    assert page.said == [] and page.evaluate("window.broken") == []
    page.context.close()


def test_without_script_the_forms_do_the_same(browser, live):
    decide.show(Project.existing(live.folder)[0])
    page = enter(browser, live, java_script_enabled=False)
    page.set_input_files("#chosen", [{"name": "x.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"}])
    page.get_by_role("button", name=TEXT["nb"]["upload"]).click()
    assert "x.csv" in page.locator("article.file").inner_text()
    page.get_by_role("button", name="Legg bort").click()
    page.get_by_role("link", name="Hva om").first.click()
    page.fill("#w-save", "900000")
    page.get_by_role("button", name="Regn ut").click()
    assert (
        "lønner seg" in page.locator("#result").inner_text()
        and page.locator("input[type=range]").count() == 0
    )
    page.goto(page.url.partition("/nb/")[0] + "/nb/answers")
    page.get_by_label("Sluttpakke").fill("40 000")
    page.get_by_role("button", name="Lagre").click()
    assert TEXT["nb"]["was.saved"] in page.locator(".note").inner_text()
    assert config.read(live.folder / config.NAME).economy.severance == 40_000
    page.context.close()


@pytest.mark.parametrize(("lang", "scheme", "width"), [("nb", "light", 360), ("en", "dark", 1280)])
def test_every_page_can_be_read_by_everybody(browser, live, lang, scheme, width):
    from axe_playwright_python.sync_playwright import Axe

    decide.show(Project.existing(live.folder)[0])
    page = enter(
        browser, live, color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True
    )
    page.set_input_files("#chosen", [{"name": "annet.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"}])
    page.get_by_role("button", name=TEXT["nb"]["upload"]).click()
    page.locator("article.file").wait_for()
    for path in PAGES:
        page.goto(f"http://127.0.0.1:{live.gate.port}/{lang}/{path}")
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        violations = Axe().run(page).response["violations"]
        assert not [(one["id"], one["nodes"][0]["html"][:200]) for one in violations], path
    for one in list(live.uploads):
        live.uploads.pop(one).path.unlink()
    page.context.close()
