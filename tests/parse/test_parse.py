"""Known answers for every part of a page, and hostile input."""

from __future__ import annotations

from datetime import date

import pytest
from parsing import SITE, page, rows

from fotavtrykk import parse
from fotavtrykk.parse import contacts, dates, people
from fotavtrykk.parse.signature import signature
from fotavtrykk.tables import TABLES


def test_head() -> None:
    got = page(
        '<html lang="nb-NO"><head><title> Lønn \n og moms </title><meta name=Description content=" Vi kan. ">'
        '<link rel="canonical" href="http://firma.example/x?utm_source=a"><meta name="ROBOTS" content="NoIndex,follow"></head>'
        "<body><h1></h1><h1>Hei</h1><h2>Der</h2>"
    )
    assert (got["title"], got["description"], got["h1"], got["h1_count"], got["headings"]) == (
        "Lønn og moms",
        "Vi kan.",
        "Hei",
        2,
        2,
    )
    assert (got["canonical"], got["canonicals"], got["noindex"], got["lang_declared"]) == (
        "https://www.firma.example/x",
        1,
        "meta",
        "nb",
    )


@pytest.mark.parametrize(
    ("header", "expected"),
    [("noindex", "header"), ("googlebot: noindex", "header"), ("bingbot: noindex", None), ("all", None)],
)
def test_noindex_in_the_header(header: str, expected: str | None) -> None:
    assert (
        page("<p>x", headers=(("content-type", "text/html"), ("X-Robots-Tag", header)))["noindex"] == expected
    )


def test_links_with_place_text_and_target() -> None:
    got = rows(
        '<body><header><nav><a href="/om">Om</a></nav></header><main><p><a href="http://firma.example/A%7e?x#y">Les <b>mer</b></a>'
        '<a href="/b"><img src=x alt="Bilde"></a><a href="/c" aria-label="Navn"></a><a href="mailto:a@firma.example">Skriv</a>'
        '<a href="http://[">Feil</a><a href="//andre.example/">Ut</a></main><footer><a href="tel:+4722334455">Ring</a></footer>',
        "/mappe/",
    )["links"]
    shown = [(row["target"], row["internal"], row["scheme"], row["anchor"], row["place"]) for row in got]
    assert shown == [
        ("https://www.firma.example/om", True, "https", "Om", "nav"),
        ("https://www.firma.example/A~?x", True, "http", "Les mer", "main"),
        ("https://www.firma.example/b", True, "https", "Bilde", "main"),
        ("https://www.firma.example/c", True, "https", "Navn", "main"),
        (None, False, "mailto", "Skriv", "main"),
        (None, False, "invalid", "Feil", "main"),
        ("https://andre.example/", False, "https", "Ut", "main"),
        (None, False, "tel", "Ring", "footer"),
    ]


def test_the_crawler_and_the_parser_see_the_same_addresses() -> None:
    html = b'<base href="/under/"><a href="x">1</a><a href="/y#z">2</a><link rel=canonical href="/z"><meta http-equiv=refresh content="0; url=/v">'
    found = dict(parse.links(html, SITE.start, ""))
    assert found == {
        "https://www.firma.example/under/x": "link", "https://www.firma.example/y": "link",
        "https://www.firma.example/z": "canonical", "https://www.firma.example/v": "link",
    }  # fmt: skip
    assert {row["target"] for row in rows(html)["links"]} <= set(found)


def test_forms() -> None:
    got = rows(
        '<form method=POST action="/send"><label for=n>Navn *</label><input id=n name=n><label>E-post <input type=email name=e required></label>'
        '<input placeholder="Telefon" name=t><input type=hidden name=h><input type=radio name=r value=1 aria-label=Ja>'
        "<input type=radio name=r value=2><textarea name=m aria-labelledby=n2></textarea><span id=n2>Melding</span><button>Send</button></form><form></form>"
    )["forms"]
    shown = [(row["control"], row["label"], row["label_source"], row["required"]) for row in got[:-1]]
    assert shown == [
        ("text", "Navn *", "label", True), ("email", "E-post", "label", True), ("text", "Telefon", "placeholder", False),
        ("radio", "Ja", "aria", False), ("textarea", "Melding", "aria", False),
    ]  # fmt: skip
    assert {row["purpose"] for row in got[:-1]} == {"contact"} and got[0]["method"] == "post"
    assert got[-1]["form_no"] == 1 and got[-1].get("control") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Publisert 3. november 2026", date(2026, 11, 3)), ("03.11.2026", date(2026, 11, 3)), ("Nov 3, 2026", date(2026, 11, 3)),
        ("2026-11-03T23:30:00+01:00", date(2026, 11, 3)), ("den 3 mars 2026", date(2026, 3, 3)), ("13/11/2026", date(2026, 11, 13)),
        ("11/13/2026", date(2026, 11, 13)), ("4/4/2026", date(2026, 4, 4)), ("03/04/2026", None), ("31.02.2026", None), ("uke 12", None),
        ("3rd of May, 2026", date(2026, 5, 3)), ("1.2.3.2026", None),
    ],
)  # fmt: skip
def test_dates(text: str, expected: date | None) -> None:
    found = dates.find(text)
    assert (found[0] if found else None) == expected


def test_where_a_date_is_taken_from() -> None:
    data = '<script type="application/ld+json">{"@type":"Article","datePublished":"2026-02-03","dateModified":"2026-03-04","author":{"@type":"Person","name":"Kari Nes"}}</script>'
    got = page(f"<head>{data}</head><main><p>1. januar 2020</p></main>", "/blogg/x")
    assert (got["published"], got["modified"], got["date_source"], got["bylines"]) == (
        date(2026, 2, 3),
        date(2026, 3, 4),
        "jsonld",
        1,
    )
    byline = "<main><h1>X</h1><p>Av Kari Nes, 2. mars 2026</p></main>"
    assert page(byline, "/blogg/x")["published"] == date(2026, 3, 2)
    assert (
        page(
            "<main><p>Avtalen gjelder fra 2. mars 2026 og frem til neste sommer for alle som har bestilt.</p></main>"
        )["published"]
        is None
    )


@pytest.mark.parametrize(
    ("digits", "valid"),
    [
        ("974760673", True),
        ("974760674", False),
        ("983412767", contacts.mod11("983412767")),
        ("123456785", False),
        ("97476067", False),
    ],
)
def test_mod_11(digits: str, valid: bool) -> None:
    assert contacts.mod11(digits) is valid


def test_facts_in_the_text() -> None:
    got = rows(
        "<footer><p>Firma AS · Org.nr. 974 760 673 MVA · Storgata 12, 0155 Oslo · Tlf. 22 33 44 55 · post@firma.example</p></footer>"
    )["entities"]
    shown = {(row["property"], row["normal"]) for row in got}
    assert {
        ("orgnr", "974760673"),
        ("postcode", "0155"),
        ("phone", "+4722334455"),
        ("email", "post@firma.example"),
    } <= shown
    assert not [
        row
        for row in rows("<p>Fra 1990 til 2020 økte vi fra 10 til 20.</p>")["entities"]
        if row["property"] == "phone"
    ]


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Kari Nordmann", True),
        ("Jean-Luc van Dijk", True),
        ("Les Mer", False),
        ("Nordvik AS", False),
        ("kari nordmann", False),
        ("Kari", False),
    ],
)
def test_names(text: str, yes: bool) -> None:
    assert people.is_name(text) is yes


TEAM = (
    "<main><h1>Teamet</h1>"
    + "".join(
        f"<div><h3>{name}</h3><p>{title}</p></div>"
        for name, title in (("Kari Nes", "Daglig leder"), ("Ola Vik", "Utvikler"))
    )
    + "</main>"
)


def test_persons_on_a_team_page_and_none_for_strangers() -> None:
    own = [row["value"] for row in rows(TEAM, "/team/")["entities"] if row["kind"] == "person"]
    assert own == ["Kari Nes", "Daglig leder", "Ola Vik", "Utvikler"]
    strange = rows(TEAM + "<p>Av Kari Nes</p>", "/team/", people_too=False)
    assert "Kari" not in str(strange["entities"]) and strange["pages"][0]["bylines"] == 1


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        ("/", "<h1>Firma</h1>", "front"), ("/en/", "<h1>Firm</h1>", "front"), ("/kontakt/", "<h1>Kontakt oss</h1>", "contact"),
        ("/personvern", "<h1>Personvern</h1>", "legal"), ("/blogg/x", "<h1>X</h1><p>Av Kari Nes, 2. mars 2026</p>" + "<p>ord " * 200, "article"),
        ("/kunder/kaia", "<h1>Kaia</h1>", "case"), ("/tjenester/lonn", "<h1>Lønn</h1>", "product"), ("/tags/x/", "<h1>x</h1>", "listing"),
        ("/om-oss", "<h1>Om oss</h1>", "other"), ("/team/", TEAM, "person"),
    ],
)  # fmt: skip
def test_page_types(path: str, body: str, expected: str) -> None:
    assert page(f"<body>{body}", path)["type"] == expected


def test_passages_keep_to_their_bounds_and_say_where_they_stand() -> None:
    html = (
        "<main><h1>A</h1>"
        + "".join(f"<h2>Del {part}</h2><p>{'ord ' * 90}</p>" for part in range(4))
        + f"<p>{'lang ' * 700}</p></main>"
    )
    got = rows(html)["passages"]
    assert all(row["words"] <= 200 for row in got) and all(row["words"] >= 60 for row in got[:-1])
    assert got[0]["heading_path"] == "A > Del 0" and sum(row["words"] for row in got) >= 4 * 90 + 700


def test_a_short_section_that_is_joined_with_the_next_keeps_its_heading() -> None:
    html = f"<main><h1>A</h1><h2>Avtalekontroll</h2><p>{'ord ' * 30}</p><h2>Avtalelojalitet</h2><p>{'ord ' * 40}</p></main>"
    (one,) = rows(html)["passages"]
    assert one["heading_path"] == "A > Avtalekontroll" and "Avtalelojalitet" in one["text"]


TAGS = '<ul><li><a href="/t/a">Pris</a></li><li>« <a href="/b">Vi åpner i Tromsø</a></li></ul>'


@pytest.mark.parametrize(
    ("end", "foot"),
    [
        (TAGS, "Pris « Vi åpner i Tromsø"), (f"{TAGS}<p>Sist <a href='/c'>endret</a> i mars.</p>", None), ("", None),
        ("<p>Les mer om <a href='/c'>priser</a></p>", None), (f"<h2>Les også</h2>{TAGS}", "Pris « Vi åpner i Tromsø"),
    ],
)  # fmt: skip
def test_links_that_end_a_page_are_told_from_its_text(end: str, foot: str | None) -> None:
    *_, last = rows(f"<main><h1>A</h1><p>{'ord ' * 90}</p>{end}</main>")["passages"]
    assert last["foot"] == foot and (foot is None or str(last["text"]).endswith(foot))


def test_signatures_are_alike_for_texts_that_are_alike() -> None:
    words = [f"ord{number}" for number in range(300)]
    one, two = (
        signature(" ".join(words)),
        signature(" ".join([*words[:290], *["ni", "helt", "andre", "ord", "til", "slutt", "her"]])),
    )
    other = signature(" ".join(f"annet{number}" for number in range(300)))
    same = lambda a, b: sum(a[at : at + 8] == b[at : at + 8] for at in range(0, 512, 8)) / 64  # noqa: E731
    assert same(one, two) > 0.8 and same(one, other) < 0.1 and signature("for få ord") is None


def test_a_page_whose_parser_was_ended_is_a_row() -> None:
    got = parse.broken(SITE.start, "memory")
    assert got["pages"][0]["truncated"] == "memory" and TABLES["pages"].arrow(got["pages"]).num_rows == 1
