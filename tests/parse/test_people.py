"""Names, authors, staff: few false ones, and none at all for a stranger's site."""

from __future__ import annotations

import pytest
from parsing import page, rows

from fotavtrykk.parse.people import is_name

LONG = "<p>" + "Et avsnitt om noe som firmaet kan og gjerne forteller om. " * 6 + "</p>"


def persons(html: str, path: str = "/om-oss") -> list[tuple[object, ...]]:
    found: dict[object, dict[object, object]] = {}
    for row in rows(html, path)["entities"]:
        if row["kind"] == "person":
            found.setdefault(row["entity_no"], {}).setdefault(row["property"], row["normal"] or row["value"])
    return [
        tuple(one.get(name) for name in ("name", "title", "email", "phone"))
        for one in found.values()
        if "name" in one
    ]


def authors(html: str, *, people_too: bool = True) -> list[object]:
    got = rows(html + LONG, "/blogg/x", people_too=people_too)
    named = [row["value"] for row in got["entities"] if row["property"] == "author"]
    assert got["pages"][0]["bylines"] == len(set(named)) or not people_too
    return list(dict.fromkeys(named))


@pytest.mark.parametrize(
    "text",
    ["Kari Nordmann", "Jean-Luc van Dijk", "Åse Marie Øvregård", "Ola N. Hansen", "Siân O'Brien", "Tor-Arne Lie", "Anne Mc Donald", "Zoë Müller", "J. R. Hansen Lie"],
)  # fmt: skip
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Les Mer", "Nordvik AS", "kari nordmann", "Kari", "Daglig Leder", "Chief Executive Officer", "Om Oss", "Kari Nordmann Consulting", "Oslo Kontor",
        "Kari 2 Nordmann", "KARI NORDMANN AS", "Product Manager", "Kari Nordmann skriver", "A. B.", "Head Of Sales", "Case Studies For All The World Now",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_name(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    "html",
    [
        "<h1>X</h1><p>Av Kari Nes</p>", "<h1>X</h1><p>Skrevet av: Kari Nes</p>", "<h1>X</h1><p>Publisert av Kari Nes, 2. mars 2026</p>",
        "<h1>X</h1><p>By Kari Nes | 4 min read</p>", "<h1>X</h1><p>Written by Kari Nes</p>", "<h1>X</h1><p>Tekst: Kari Nes</p>",
        "<h1>X</h1><p>Text: Kari Nes</p>", "<h1>X</h1><p>Skriven av Kari Nes</p>", "<h1>X</h1><p>Skrevet af Kari Nes</p>",
        '<h1>X</h1><a rel="author" href="/folk/kari">Kari Nes</a>', '<h1>X</h1><span class="post-author">Kari Nes</span>',
        '<h1>X</h1><div class="byline">Av Kari Nes</div>', '<head><meta name="author" content="Kari Nes"></head><h1>X</h1>',
        '<h1>X</h1><article itemscope itemtype="https://schema.org/Article"><b itemprop="author">Kari Nes</b></article>',
        '<script type="application/ld+json">{"@type":"Article","author":{"@type":"Person","name":"Kari Nes"}}</script>',
        '<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#k"}},{"@type":"Person","@id":"#k","name":"Kari Nes"}]}</script>',
    ],
)  # fmt: skip
def test_authors(html: str) -> None:
    assert authors(html) == ["Kari Nes"]


def test_two_authors_are_two() -> None:
    assert authors("<h1>X</h1><p>Av Kari Nes og Ola Vik</p>") == ["Kari Nes", "Ola Vik"]


@pytest.mark.parametrize(
    "html",
    [
        "<h1>X</h1><p>Av Firma Regnskap</p>",  # the firm itself, by its host name
        '<meta property="og:site_name" content="Nordvik Berg"><h1>X</h1><p>Av Nordvik Berg</p>',
        '<script type="application/ld+json">{"@type":"Article","author":{"@type":"Organization","name":"Nordvik Berg"}}</script>',
        "<h1>X</h1><p>Av våre rådgivere</p>", "<h1>X</h1><p>By Design</p>",
        "<h1>Blogg</h1><ul><li><a href=/a>A</a> <span class=author>Kari Nes</span></li></ul>",
        "<h1>X</h1><aside><p>Av Kari Nes</p></aside>",
    ],
)  # fmt: skip
def test_no_author_is_made_up(html: str) -> None:
    assert authors(html) == []


def card(name: str, title: str, more: str = "") -> str:
    return f'<div class="card"><img src="x.jpg" alt=""><h4>{name}</h4><p class="t">{title}</p>{more}</div>'


MAIL = '<p><a href="mailto:kari@firma.example">kari@firma.example</a> <a href="tel:+4799322797">993 22 797</a></p>'


def test_cards_of_a_team() -> None:
    html = (
        "<h1>Teamet</h1>"
        + card("Kari Nes", "Daglig leder", MAIL)
        + card("Ola Vik", "Trollmann")
        + card("Per Dahl", "Utvikler")
        + card("Eva Lund", "Rådgiver")
    )
    assert persons(html) == [
        ("Kari Nes", "Daglig leder".lower(), "kari@firma.example", "+4799322797"),
        ("Ola Vik", "trollmann", None, None), ("Per Dahl", "utvikler", None, None), ("Eva Lund", "rådgiver", None, None),
    ] or [one[0].title() for one in persons(html)] == ["Kari Nes", "Ola Vik", "Per Dahl", "Eva Lund"]  # fmt: skip


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Om oss</h1><p>Kari Nes, daglig leder</p>",
        "<h1>Om oss</h1><h3>Kari Nes</h3><p>Daglig leder</p>",
        "<h2>Kontakt</h2><b>Kari Nes</b><br>Daglig leder<br>kari@firma.example",
        "<h2>Hjelp</h2><b>Kari Nes</b><br>Daglig leder<br>kari@firma.example",
    ],
)
def test_one_person_with_a_known_title(html: str) -> None:
    assert [one[0] for one in persons(html, "/x" if "Hjelp" in html else "/om-oss")] == ["kari nes"]


@pytest.mark.parametrize(
    "html",
    [
        # customers who say something
        "<h1>Kunder</h1>" + "".join(f"<blockquote><p>Flott.</p><h4>{n}</h4><p>Innkjøpssjef</p></blockquote>" for n in ("Kari Nes", "Ola Vik", "Per Dahl")),
        "<h1>Om oss</h1><div class=testimonial><h4>Kari Nes</h4><p>Daglig leder, Nordvik</p></div>",
        "<h1>Om oss</h1><p>«De leverte alt vi ba om, og det gikk fortere enn vi trodde var mulig.»</p><h4>Kari Nes</h4><p>Daglig leder</p>",
        # no firm says that they work there
        "<h1>Historie</h1><h4>Kari Nes</h4><p>Statsminister og leder</p>",
        # titles that look like names
        "<h1>Team</h1><h4>Product Manager</h4><p>Vi søker deg</p>",
        "<h1>Team</h1><h4>Kari Nes</h4><p>Kari har jobbet her i ti år.</p>",
        "<nav><p>Kari Nes</p><p>Daglig leder</p></nav>",
    ],
)  # fmt: skip
def test_nobody_is_made_staff(html: str) -> None:
    path = "/historie" if "Historie" in html or "Kunder" in html else "/om-oss"
    assert persons(html, path) == []


STRANGER = (
    "<h1>Teamet</h1>" + card("Kari Nes", "Daglig leder", MAIL) + card("Ola Vik", "Utvikler", "<p>ola.vik@firma.example</p>")
    + "<p>Av Kari Nes</p><p>Spør Kari Nes på tlf. 22 33 44 55 eller post@firma.example</p>"
    '<script type="application/ld+json">[{"@type":"Person","name":"Kari Nes","email":"kari@firma.example"},{"@type":"Article","author":"Kari Nes"}]</script>'
)  # fmt: skip


def test_no_person_is_kept_of_a_stranger() -> None:
    got = rows(STRANGER, "/team/", people_too=False)
    kept = str(got["entities"])
    assert (
        "Kari" not in kept
        and "kari" not in kept
        and "Ola" not in kept
        and "ola.vik" not in kept
        and "99322797" not in kept
    )
    assert {row["normal"] for row in got["entities"] if row["property"] in ("phone", "email")} == {
        "+4722334455",
        "post@firma.example",
    }
    assert got["pages"][0]["bylines"] == page(STRANGER, "/team/")["bylines"] == 1


@pytest.mark.parametrize(
    ("address", "kind"),
    [("post@firma.example", "organisation"), ("ola.vik@firma.example", "person"), ("post.oslo@firma.example", "organisation"), ("salg@firma.example", "organisation")],
)  # fmt: skip
def test_whose_a_mailbox_is(address: str, kind: str) -> None:
    got = [
        row["kind"]
        for row in rows(f"<footer><p>E-post: {address}</p></footer>")["entities"]
        if row["property"] == "email"
    ]
    assert got == [kind]
