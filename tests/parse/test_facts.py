"""Contact facts, prices and structured data: known answers and near misses."""

from __future__ import annotations

import pytest
from parsing import rows


def facts(html: str, *names: str, lang: str = "nb") -> list[tuple[object, object]]:
    got = rows(f"<html lang={lang}><body>{html}")["entities"]
    return [(row["property"], row["normal"]) for row in got if row["property"] in names]


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Tlf. 22 33 44 55", "+4722334455"), ("Telefon: 993 22 797", "+4799322797"), ("+47 22334455", "+4722334455"), ("0047 22 33 44 55", None),
        ("22 33 44 55", "+4722334455"), ("Ring oss på 815 44 800", "+4781544800"), ("Tlf: 12 34 56 78", None),
        ("Fra 1990 til 2020 økte vi fra 10 til 20", None), ("Faktura 22 33 44 55 66 77", None), ("Kontonr. 1234 56 78901", None),
    ],
)  # fmt: skip
def test_phones(text: str, normal: str | None) -> None:
    got = [value for _, value in facts(f"<p>{text}</p>", "phone")]
    assert got == ([normal] if normal else []) or (normal is None and text.startswith("0047"))


def test_phones_of_the_language() -> None:
    assert facts("<p>Phone: (510) 408-7510</p>", "phone", lang="en") == [("phone", "+15104087510")]
    assert facts("<p>Telefon: 08-123 456 78</p>", "phone", lang="sv") == [("phone", "+46812345678")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Org.nr. 974 760 673", ("974760673", True)), ("Organisasjonsnummer: 974760673 MVA", ("974760673", True)), ("NO 974 760 673 MVA", ("974760673", True)),
        ("Foretaksregisteret: 974.760.673", ("974760673", True)), ("Orgnr 974 760 674", (None, False)), ("Vi selger 974 760 673 enheter", None),
        ("Org.nr. 97476067", None),
    ],
)  # fmt: skip
def test_organisation_numbers(text: str, expected: tuple[object, bool] | None) -> None:
    got = [
        (row["normal"], row["valid"])
        for row in rows(f"<footer><p>{text}</p></footer>")["entities"]
        if row["property"] == "orgnr"
    ]
    assert got == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("html", "postcode"),
    [
        ("<p>Storgata 12, 0155 Oslo</p>", "0155"), ("<p>Besøk: Nedre Slottsgate 4 B, N-0157 Oslo</p>", "0157"), ("<p>Storgata 12<br>0155 Oslo</p>", "0155"),
        ("<p>Postboks 123 Sentrum, 0155 Oslo</p>", "0155"), ("<p>Nøstegaten 58, 5011 Bergen</p>", "5011"), ("<p>Storgata 12 0155 Oslo</p>", "0155"),
        ("<p>Drottninggatan 12, 111 51 Stockholm</p>", "111 51"), ("<p>Nørregade 7, 1165 København K</p>", "1165"),
        ("<p>3527 Mt Diablo Blvd, Suite 269, Lafayette, CA 94549</p>", "94549"), ("<p>10 Downing Street, London SW1A 2AA</p>", "SW1A 2AA"),
        ("<p>Windows 10 2019 Server</p>", None), ("<p>Vi vokste 12 prosent i 2020 Oslo</p>", None), ("<p>Tirsdag 3. mars 2026</p>", None),
        ("<p>Versjon 2, utgitt 2024 Norge</p>", None),
    ],
)  # fmt: skip
def test_addresses(html: str, postcode: str | None) -> None:
    assert [value for _, value in facts(html, "postcode")] == ([postcode] if postcode else [])


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("kr 1 490", "NOK 1490"), ("1 490,-", "NOK 1490"), ("NOK 12 500,50 per måned", "NOK 12500.50"), ("€ 99 per month", "EUR 99"), ("fra 990 kr/mnd", "NOK 990"),
        ("$1,200.00", "USD 1200.00"), ("1.490 kroner", "NOK 1490"), ("£40", "GBP 40"), ("kontrakt på kr 18 mill", None), ("wins $18M contract", None),
        ("MNOK 30 i besparelser", None), ("12 kreative hoder", None), ("i 2020 krevde", None), ("kr", None),
    ],
)  # fmt: skip
def test_prices(text: str, normal: str | None) -> None:
    assert [value for _, value in facts(f"<p>{text}</p>", "price")] == ([normal] if normal else [])


@pytest.mark.parametrize(
    ("text", "normal"),
    [("Skriv til Post@Firma.example.", "post@firma.example"), ("post (at) firma.no", "post@firma.no"), ("post [a] firma.no", "post@firma.no"),
     ("logo@2x.png", None), ("@firma på Instagram", None), ("a@b", None)],
)  # fmt: skip
def test_mail(text: str, normal: str | None) -> None:
    assert [value for _, value in facts(f"<p>{text}</p>", "email")] == ([normal] if normal else [])


def data(json: str, *names: str) -> list[tuple[object, ...]]:
    got = rows(f'<script type="application/ld+json">{json}</script>')["entities"]
    return [
        (row["kind"], row["property"], row["value"]) for row in got if not names or row["property"] in names
    ]


def test_structured_data_nested_in_lists_and_graphs() -> None:
    got = data(
        '{"@context":"https://schema.org","@graph":[{"@type":["Organization","Brand"],"name":"Firma AS","telephone":"22 33 44 55","vatID":"NO974760673MVA",'
        '"address":{"@type":"PostalAddress","streetAddress":"Storgata 12","postalCode":"0155"},"sameAs":["https://www.linkedin.com/company/firma"],'
        '"contactPoint":[{"@type":"ContactPoint","email":"post@firma.example"}]},{"@type":"Product","name":"Lønn","offers":{"@type":"Offer","price":990}}]}'
    )  # fmt: skip
    assert set(got) == {
        ("organisation", "name", "Firma AS"), ("organisation", "phone", "22 33 44 55"), ("organisation", "orgnr", "NO974760673MVA"),
        ("organisation", "address", "Storgata 12"), ("organisation", "postcode", "0155"), ("organisation", "email", "post@firma.example"),
        ("organisation", "same_as", "https://www.linkedin.com/company/firma"), ("product", "name", "Lønn"), ("product", "price", "990"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "json", ['{"@type":"Organization","name":}', "hei", "[" * 5_000, '{"@type":', "{{}}"]
)
def test_data_that_is_no_json_is_said(json: str) -> None:
    got = data(json)
    assert [(kind, name) for kind, name, _ in got] == [("other", "error")]


@pytest.mark.parametrize(
    "json",
    [
        "null",
        "[]",
        "3",
        '{"@type":null,"name":3}',
        '{"@type":"Person","name":{"a":1}}',
        '{"@type":"Article","author":[null,3,{}]}',
    ],
)
def test_data_of_another_shape_is_passed_over(json: str) -> None:
    assert all(name != "error" for _, name, _ in data(json))


def test_data_in_comments_and_with_line_breaks() -> None:
    assert data('<!-- {"@type":"Organization","name":"Firma\nAS"} -->', "name") == [
        ("organisation", "name", "Firma AS")
    ]
    assert data('//<![CDATA[\n{"@type":"Organization","name":"Firma"}\n//]]>', "name") == [
        ("organisation", "name", "Firma")
    ]


def test_the_steps_of_a_breadcrumb_are_no_facts() -> None:
    assert (
        data('{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Hjem"}]}')
        == []
    )


def test_microdata_belongs_to_its_nearest_thing() -> None:
    got = rows(
        '<div itemscope itemtype="https://schema.org/LocalBusiness"><b itemprop="name">Firma</b><div itemprop="address" itemscope itemtype="https://schema.org/PostalAddress">'
        '<i itemprop="postalCode">0155</i></div><div itemprop="employee" itemscope itemtype="https://schema.org/Person"><i itemprop="name">Kari Nes</i></div></div>'
    )["entities"]
    shown = {(row["kind"], row["property"], row["value"]) for row in got if row["source"] == "microdata"}
    assert shown == {
        ("organisation", "name", "Firma"),
        ("organisation", "postcode", "0155"),
        ("person", "name", "Kari Nes"),
    }


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://www.linkedin.com/company/firma/", True), ("https://facebook.com/firma", True), ("//www.instagram.com/firma", True),
        ("https://www.linkedin.com/shareArticle?url=x", False), ("https://twitter.com/intent/tweet", False), ("https://www.facebook.com/sharer.php?u=x", False),
        ("https://www.linkedin.com/in/kari", False), ("https://www.facebook.com/", False), ("https://example.com/linkedin.com/company/x", False),
    ],
)  # fmt: skip
def test_social_profiles(href: str, kept: bool) -> None:
    got = rows(f'<footer><a href="{href}">x</a></footer>')["entities"]
    assert [row["value"] for row in got if row["property"] == "same_as"] == ([href] if kept else [])


def test_open_graph() -> None:
    got = rows(
        '<meta property="og:site_name" content="Firma"><meta property="og:title" content="Hei"><meta property="og:type" content="article">'
    )["entities"]
    assert {(row["kind"], row["property"], row["value"]) for row in got} == {
        ("organisation", "name", "Firma"), ("other", "headline", "Hei"), ("other", "type", "article"),
    }  # fmt: skip
