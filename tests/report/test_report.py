"""The report is one safe file, complete in both languages."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from fotavtrykk import lenses, registry, report
from fotavtrykk.blocks import Measure
from fotavtrykk.tables import LENSES
from report.sample import HOSTILE, SITE, empty, rows

LANGS = ("nb", "en")


def text_of(html: str, selector: str = "body") -> str:
    node = LexborHTMLParser(html).css_first(selector)
    return " ".join(node.text(separator=" ").replace("\u00a0", " ").split())


@pytest.fixture(scope="module", params=LANGS)
def html(request: pytest.FixtureRequest) -> str:
    return report.render(rows(), request.param)


def test_nothing_is_asked_for_and_nothing_runs(html: str) -> None:
    tree = LexborHTMLParser(html)
    assert not tree.css("script, link, iframe, img, object, embed, form, base, audio, video, use, image")
    attributes = {name for node in tree.css("*") for name in node.attributes}
    assert not {name for name in attributes if name == "style" or name.startswith("on") or "src" in name}
    assert not re.search(r"url\(|@import", tree.css_first("style").text())


def test_the_policy_allows_the_one_style_and_nothing_else(html: str) -> None:
    tree = LexborHTMLParser(html)
    (style,) = tree.css("style")
    digest = base64.b64encode(hashlib.sha256(style.text().encode()).digest()).decode()
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_links_lead_to_http_or_within_the_page(html: str) -> None:
    tree = LexborHTMLParser(html)
    for node in tree.css("a"):
        href = node.attributes["href"]
        if href.startswith("#"):
            assert tree.css_first(f'[id="{href[1:]}"]') is not None, href
        else:
            assert href.startswith(("https://", "http://"))
            assert node.attributes["rel"].split() == ["noopener", "noreferrer", "nofollow"]


def test_ids_are_unique_and_headings_in_order(html: str) -> None:
    tree = LexborHTMLParser(html)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_hostile_text_is_shown_as_text(html: str) -> None:
    shown = text_of(html)
    for text in (
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "{quote} {place}",
        "' onmouseover='alert(1)",
        "&lt;b&gt;",
    ):
        assert text in shown
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b\x7f-\x9f\ud800-\udfff]", html)
    html.encode()


def test_what_is_found_is_isolated_from_the_sentence_around_it(html: str) -> None:
    tree = LexborHTMLParser(html)
    assert any(node.text() == "\u05e9\u05dc\u05d5\u05dd" for node in tree.css("bdi"))
    assert "Z\u0301\u0301\u0301\u0301<" in html and "\u0301" * 5 not in html


def test_missing_words_and_figures_are_said_to_be_missing() -> None:
    said = text_of(report.render(rows(), "nb"))
    assert "(uten tekst)" in said and "feil –" in said and "None" not in said


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "nb",
            (
                "1 234 sider lest av 1 260",
                "3. november 2026",
                "Ikke målt, trenger kundenes spørsmål",
                "Gjør dette",
            ),
        ),
        (
            "en",
            (
                "1,234 pages read of 1,260",
                "3 November 2026",
                "Not measured, needs the customers' questions",
                "Do this",
            ),
        ),
    ],
)
def test_first_screen_says_what_where_and_three_changes(lang: str, words: tuple[str, ...]) -> None:
    page = report.render(rows(hostile=False), lang)
    first = LexborHTMLParser(page).css_first("#first_screen")
    said = text_of(page, "#first_screen")
    assert all(word in said for word in (*words, "www.sample.example"))
    assert len(first.css(".changes li")) == 3 and len(first.css(".card")) == 5


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("state", ["complete", "interrupted", "stopped", "empty"])
def test_every_way_to_end_has_its_sentence(state: str, lang: str) -> None:
    assert registry.text("chapters", "first_screen", lang)[state] in report.render(rows(state), lang)


def test_caps_are_named_with_their_figures() -> None:
    said = text_of(report.render(rows("capped"), "nb"), ".line")
    assert "antall sider (1 200 igjen), varianter av samme adresse (3 utelatt)" in said


def test_what_an_interruption_left_is_not_blamed_on_a_cap() -> None:
    said = [text_of(report.render(rows(state), "en"), "#reading") for state in ("interrupted", "capped")]
    assert "Not reached: reading ended first" in said[0] and "Not reached" not in said[1]


@pytest.mark.parametrize("lang", LANGS)
def test_an_audit_that_read_nothing_says_why(lang: str) -> None:
    page = report.render(empty(), lang)
    first = registry.text("chapters", "first_screen", lang)
    assert first["empty"] in page and first["none_unread"] in page and page.count(first["unread"]) == 5
    assert registry.text("chapters", "reading", lang)["dns"] in page
    for lens in LENSES:
        said = text_of(page, f"#{lens}")
        assert registry.text("chapters", lens, lang)["unread"] in said
        assert registry.text("chapters", lens, lang)["not_applicable"] not in said


def test_a_report_without_any_rows_but_the_run_is_still_a_report() -> None:
    assert "www.sample.example" in report.render({"runs": rows()["runs"]}, "nb")


def test_long_lists_are_folded_and_cut_with_a_word() -> None:
    tree = LexborHTMLParser(report.render(rows(counts=(400, 50, 6, 5)), "nb"))
    cut, whole, few, all_ = (tree.css_first(f"#{id_}") for id_ in list(registry.shelf("checks"))[:4])
    assert (
        len(cut.css(".items li")) == 50 and cut.css_first(".more").text() == "… og 350 til, se findings.json."
    )
    assert cut.css_first("summary").text() == "Vis 47 til"
    assert len(whole.css(".items li")) == 50 and not whole.css(".more")
    assert few.css_first("summary").text() == "Vis 3 til" and not all_.css("details")


def test_every_check_and_measure_is_told_whatever_became_of_it(html: str) -> None:
    tree = LexborHTMLParser(html)
    said = " ".join(node.text(separator=" ") for node in tree.css(".listing"))
    lang = tree.css_first("html").attributes["lang"]
    for row in rows()["check_runs"]:
        if row["state"] == "found":
            assert tree.css_first(f"#{row['check']}") is not None
        else:
            assert registry.text("checks", str(row["check"]), lang)["name"] in said
    assert "robots_access" in said and "ValueError: <b>broken</b>" in said


def test_a_check_says_what_it_cannot_see_also_when_clean(html: str) -> None:
    tree = LexborHTMLParser(html)
    lang = tree.css_first("html").attributes["lang"]
    said = tree.body.text(separator=" ")
    for row in rows()["check_runs"]:
        if row["state"] in ("found", "clean"):
            assert registry.text("checks", str(row["check"]), lang)["blind"] in said


def test_findings_stand_in_the_order_of_worth() -> None:
    tree = LexborHTMLParser(report.render(rows(), "nb"))
    ranks = {str(row["check"]): row["rank"] for row in rows()["priorities"]}
    for lens in ("found", "trust", "friction"):
        shown = [ranks[node.attributes["id"]] for node in tree.css(f"#{lens} article.finding")]
        assert shown == sorted(shown) and shown


def test_an_interval_is_shown_where_pages_were_sampled() -> None:
    given = rows()
    row = next(row for row in given["measures"] if row["measure"] == "attributed_share")
    row |= {"value": 0.4, "low": 0.31, "high": 0.493}
    assert "95 % intervall: 31 % til 49 %." in text_of(report.render(given, "nb"))


def test_periods_stand_in_their_order_and_what_was_put_together_last() -> None:
    base = {
        "measure": "outbound_by_quarter",
        "lens": "journey",
        "unit": "share",
        "main": False,
        "low": None,
        "high": None,
        "state": "measured",
    }
    parts = (("all", 0.2), ("2025-Q4", 0.9), ("few", 0.95), ("2026-Q1", 0.1), ("2025-Q3", 0.5))
    (block,) = lenses.measures(
        [base | {"segment": name, "k": 9.0, "n": 45.0, "value": value} for name, value in parts]
    )
    assert isinstance(block, Measure)
    assert [bar.name.key.partition(".")[2] for bar in block.bars] == ["2025-Q3", "2025-Q4", "2026-Q1", "few"]


def test_a_checklist_shows_what_fails_first() -> None:
    given = rows()
    base = next(row for row in given["measures"] if row["measure"] == "evidence_ledger")
    facts = [base | {"segment": f"{item}.{state}", "k": k, "n": 1.0, "value": k}
             for item, state, k in (("phone", "verified", 1.0), ("orgnr", "missing", 0.0))]  # fmt: skip
    given["measures"] = [base, *facts]
    marks = LexborHTMLParser(report.render(given, "en")).css("#trust .marks li")
    assert [node.text().strip() for node in marks] == [
        "Organisation number: missing",
        "Telephone number: can be verified",
    ]
    assert [node.css_first("svg").attributes["aria-label"] for node in marks] == ["no", "yes"]


def test_persons_are_said_not_to_be_looked_at_on_a_strangers_site() -> None:
    given = rows()
    given["runs"][0]["own"] = False
    said = registry.text("chapters", "people", "nb")["stranger"]
    assert said in report.render(given, "nb") and said not in report.render(rows(), "nb")


def test_unread_addresses_are_grouped_by_reason_most_first() -> None:
    tree = LexborHTMLParser(report.render(rows(), "en"))
    groups = [(node.css_first("h3").text(), node.css_first(".figure").text()) for node in tree.css(".unread")]
    assert groups[0] == ("The page does not exist (HTTP 404)", "2")
    assert ("robots.txt says that the page is not to be read", "1") in groups and (
        "For another reason",
        "1",
    ) in groups
    assert "Rule: Disallow: /<b>" in text_of(tree.html, "#reading")


@pytest.mark.parametrize(
    ("state", "status", "detail", "en", "nb"),
    [
        ("read", 200, "", "robots.txt was read and is obeyed.", "robots.txt ble lest og følges."),
        ("read", 200, "html", "At /robots.txt there is a web page.", "Under /robots.txt ligger en nettside."),
        ("allowed_all", 404, "HTTP 404", "There is no robots.txt", "Det finnes ingen robots.txt"),
        ("allowed_all", 403, "HTTP 403", "not handed out (HTTP 403)", "ikke utlevert (HTTP 403)"),
        ("allowed_all", 302, "HTTP 302", "redirects without end", "sendes videre uten ende"),
        (
            "forbidden_all",
            503,
            "HTTP 503",
            "could not be read, so nothing",
            "kunne ikke leses, og da er ingenting",
        ),
    ],
)
def test_what_robots_txt_was_is_said(state: str, status: int, detail: str, en: str, nb: str) -> None:
    given = rows()
    seen = {"robots_state": state, "robots_status": status, "robots_detail": detail}
    given["hosts"] = [dict(host) | (seen if host["preferred"] else {}) for host in given["hosts"]]
    assert en in report.render(given, "en") and nb in report.render(given, "nb")


def test_what_was_left_out_and_bad_sitemaps_are_said() -> None:
    given = rows()
    given["runs"] = [
        dict(given["runs"][0]) | {"state": "capped", "caps": "cap:known=1000; cap:sitemaps=7; cap:requests=9"}
    ]
    given["unread"] = [
        {"url": f"{SITE}kart.xml", "state": "failed", "reason": "sitemap", "detail": "<b>", "found_on": None}
    ]
    en, nb = (" ".join(text_of(report.render(given, lang), "body").split()) for lang in ("en", "nb"))
    for said in ("known addresses (more than 1,000)", "number of sitemaps (7 left)", "number of requests (9 addresses left)",
                 "More than 1,000 addresses are known.", "7 were not fetched", "The sitemap could not be read", "Fault: <b>"):  # fmt: skip
        assert said in en, said
    for said in ("antall kjente adresser (flere enn 1 000)", "antall nettstedskart (7 igjen)", "7 ble ikke hentet",
                 "Nettstedskartet lot seg ikke lese", "Feil: <b>"):  # fmt: skip
        assert said in nb, said


def test_pages_read_in_part_are_no_whole_reading() -> None:
    given = rows()
    given["unread"] = [
        {
            "url": f"{SITE}stor/",
            "state": "partial",
            "reason": "part:size",
            "detail": "size",
            "found_on": None,
        },
        {
            "url": f"{SITE}dyp/",
            "state": "partial",
            "reason": "part:depth",
            "detail": "depth",
            "found_on": None,
        },
        {"url": f"{SITE}skjult/", "state": "waiting", "reason": "links", "detail": None, "found_on": SITE},
    ]
    page = report.render(given, "en")
    assert "but 3 pages not in full" in page and "2 pages were read only in part" in page
    assert "One address was not read" in page and "Everything that could be read was read." not in page
    groups = [node.text() for node in LexborHTMLParser(page).css(".unread h3")]
    assert any("too big" in group for group in groups) and any("too deep" in group for group in groups)


def test_findings_json_holds_everything() -> None:
    text = report.findings_json(rows())
    data = json.loads(text)
    assert len(data["findings"]) == len(rows()["findings"])
    assert data["runs"][0]["started_at"] == "2026-11-03T09:30:00"
    assert {row["quote"] for row in data["findings"]} == set(HOSTILE)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b\x7f-\x9f]", text)
    text.encode()


def test_files_are_written_whole(tmp_path) -> None:
    paths = report.write(rows(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "findings.json",
        "report.en.html",
        "report.nb.html",
    ]
    assert [path.read_text("utf-8") for path in paths] == [
        report.render(rows(), "nb"), report.render(rows(), "en"), report.findings_json(rows())
    ]  # fmt: skip


def test_the_same_rows_give_the_same_bytes() -> None:
    assert report.render(rows(), "nb") == report.render(rows(), "nb")


def test_thousands_of_findings_stay_a_small_file() -> None:
    count = len(registry.shelf("checks"))
    many = rows(hostile=False, counts=(5000 // count + 1,))
    assert len(many["findings"]) >= 5000
    assert max(len(report.render(many, lang).encode()) for lang in LANGS) < 600_000
