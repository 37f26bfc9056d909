"""Relations that checks and measures share, against rows made by hand and an independent search."""

from __future__ import annotations

from collections import deque

import ibis
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fotavtrykk import relations
from fotavtrykk.tables import TABLES

HOME = "https://nordvik.example"


@pytest.fixture(scope="module")
def engine():
    return ibis.duckdb.connect()


def table(engine, name, rows):
    return engine.create_table(f"x_{name}", TABLES[name].arrow(rows), overwrite=True)


def world(engine, *, pages, links=(), forms=(), entities=(), fetches=()):
    rows = {"pages": pages, "links": links, "forms": forms, "entities": entities, "fetches": fetches}
    return {name: table(engine, name, list(some)) for name, some in rows.items()}


def page(path, **more):
    return {"url": HOME + path, "type": "other", "truncated": "", **more}


def link(source, target, **more):
    row = {"url": HOME + source, "target": HOME + target, "internal": True, "scheme": "https", "href": target}
    return {**row, **more}


def steps(engine, **rows):
    answer = relations.clicks(**world(engine, **rows)).to_pyarrow().to_pylist()
    return {row["url"].removeprefix(HOME): row["clicks"] for row in answer}


def test_fewest_clicks_follow_redirects_and_stop_at_four(engine):
    found = steps(
        engine,
        pages=[page("/kontakt", type="contact"), *(page(f"/{n}") for n in range(1, 7)), page("/alene")],
        links=[
            link("/1", "/gammel-kontakt"),
            *(link(f"/{n}", f"/{n - 1}") for n in range(2, 7)),
            link("/6", "/6"),
            link("/3", "/4"),
        ],
        fetches=[{"url": f"{HOME}/gammel-kontakt", "final_url": f"{HOME}/kontakt", "state": "redirected"}],
    )
    assert found == {
        "/kontakt": 0,
        "/1": 1,
        "/2": 2,
        "/3": 3,
        "/4": 4,
        "/5": None,
        "/6": None,
        "/alene": None,
    }


@pytest.mark.parametrize(
    ("way", "rows"),
    [
        (
            "mail",
            {"links": [link("/", "/", scheme="mailto", href="mailto:post@nordvik.example", internal=False)]},
        ),
        ("telephone", {"links": [link("/", "/", scheme="tel", href="tel:+4751234567", internal=False)]}),
        ("form", {"forms": [{"url": f"{HOME}/", "purpose": "contact", "control": "email"}]}),
        ("number", {"entities": [{"url": f"{HOME}/", "property": "phone", "valid": True, "place": "main"}]}),
    ],
)
def test_ways_to_a_person(engine, way, rows):
    assert steps(engine, pages=[page("/")], **rows) == {"/": 0}, way


@pytest.mark.parametrize(
    ("way", "rows"),
    [
        ("sharing", {"links": [link("/", "/", scheme="mailto", href="MAILTO:?subject=x", internal=False)]}),
        ("search form", {"forms": [{"url": f"{HOME}/", "purpose": "search", "control": "search"}]}),
        ("empty form", {"forms": [{"url": f"{HOME}/", "purpose": "contact", "control": None}]}),
        (
            "bad number",
            {"entities": [{"url": f"{HOME}/", "property": "phone", "valid": False, "place": "main"}]},
        ),
        ("in data", {"entities": [{"url": f"{HOME}/", "property": "phone", "valid": True, "place": "head"}]}),
        ("elsewhere", {"links": [link("/", "/kontakt", internal=False)]}),
    ],
)
def test_what_is_no_way_to_a_person(engine, way, rows):
    found = steps(engine, pages=[page("/"), page("/kontakt", type="contact")], **rows)
    assert found["/"] is None, way


def search(size, hops, doors):
    """Breadth-first from the doors against the links: an independent answer."""
    far = dict.fromkeys(doors, 0)
    queue = deque(doors)
    while queue:
        at = queue.popleft()
        for source, target in hops:
            if target == at and source not in far:
                far[source] = far[at] + 1
                queue.append(source)
    return {n: (far[n] if far.get(n, 9) <= relations.MAX_CLICKS else None) for n in range(size)}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(1, 9).flatmap(
        lambda size: st.tuples(
            st.just(size),
            st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=16),
            st.sets(st.integers(0, size - 1), max_size=2),
        )
    )
)
def test_clicks_agree_with_an_independent_search(engine, graph):
    size, hops, doors = graph
    found = steps(
        engine,
        pages=[page(f"/{n}", type="contact" if n in doors else "other") for n in range(size)],
        links=[link(f"/{one}", f"/{other}") for one, other in hops],
    )
    assert {int(path[1:]): clicks for path, clicks in found.items()} == search(size, hops, doors)


def test_standing_pages(engine):
    rows = [
        page("/a"),
        page("/b", canonical=f"{HOME}/b"),
        page("/c", canonical=f"{HOME}/a"),
        page("/d", noindex="meta"),
        page("/e", truncated="depth"),
        page("/f", truncated=None),
    ]
    kept = relations.standing(table(engine, "pages", rows)).url.to_pyarrow().to_pylist()
    assert sorted(kept) == [f"{HOME}/a", f"{HOME}/b", f"{HOME}/f"]


def test_articles_are_no_lists(engine):
    kept = ["/blogg/a/", "/blogg/a/amp", "/blogg/b", "/slik/gjor/du"]
    lists = ["/blogg", "/blogg/tag/lonn", "/blogg/Kategori/", "/nyheter/page/2"]
    rows = [page(path, type="article") for path in kept + lists] + [page("/c"), page("/d", type="front")]
    found = relations.articles(table(engine, "pages", rows)).url.to_pyarrow().to_pylist()
    assert sorted(found) == [HOME + path for path in kept]


def test_front_page(engine):
    rows = [page("/", type="front"), page("/en/", type="front"), page("/a")]
    assert relations.front(table(engine, "pages", rows)).to_pyarrow().to_pylist() == [{"subject": f"{HOME}/"}]
    assert relations.front(table(engine, "pages", [page("/a")])).to_pyarrow().num_rows == 0


def fact(path, kind, value, *, normal=None, place="footer", source="text", **more):
    row = {"url": HOME + path, "kind": "organisation", "property": kind, "value": value, "place": place}
    return {**row, "normal": normal or value, "source": source, "valid": True, **more}


def torn(engine, *facts):
    types = {f"{HOME}/": "front", f"{HOME}/kontakt": "contact"}
    pages = [
        {**page(""), "url": url, "type": types.get(url, "other")}
        for url in sorted({row["url"] for row in facts})
    ]
    tables = world(engine, pages=pages, entities=facts)
    answer = relations.conflicts(tables["pages"], tables["entities"]).to_pyarrow().to_pylist()
    return [(row["property"], {row["quote"], row["other_quote"]}) for row in answer]


def data(path, kind, value, **more):
    return fact(path, kind, value, place="head", source="jsonld", **more)


@pytest.mark.parametrize("kind", ["phone", "orgnr", "postcode", "name"])
def test_two_frames_contradict_each_other(engine, kind):
    assert torn(engine, fact("/", kind, "111"), fact("/om", kind, "222")) == [(kind, {"111", "222"})]


def test_a_wrong_organisation_number_contradicts_and_a_wrong_telephone_number_does_not(engine):
    wrong = fact("/om", "orgnr", "222", valid=False)
    assert torn(engine, fact("/", "orgnr", "111"), wrong) == [("orgnr", {"111", "222"})]
    assert torn(engine, fact("/", "phone", "111"), fact("/om", "phone", "222", valid=False)) == []


def test_structured_data_against_what_is_shown(engine):
    assert torn(engine, fact("/", "phone", "111"), data("/", "phone", "222")) == [("phone", {"111", "222"})]
    assert torn(engine, fact("/", "phone", "111"), data("/", "phone", "111")) == []
    shown = fact("/", "phone", "222", place="main")
    assert torn(engine, fact("/", "phone", "111"), data("/", "phone", "222"), shown) == []


def test_offices_departments_and_persons_do_not_contradict(engine):
    both = [fact("/", "phone", "111"), fact("/", "phone", "222"), fact("/om", "phone", "111")]
    assert torn(engine, *both) == []
    three = [fact(path, "phone", number) for path, number in (("/", "111"), ("/om", "222"), ("/a", "333"))]
    assert torn(engine, *three) == []
    offices = [fact("/kontakt", "phone", number, place="main") for number in ("111", "222")]
    assert torn(engine, *offices) == []
    person = {**fact("/kontakt", "phone", "222", place="main"), "kind": "person"}
    assert torn(engine, fact("/", "phone", "111"), person) == []
    elsewhere = fact("/blogg", "phone", "222", place="main")
    assert torn(engine, fact("/", "phone", "111"), elsewhere) == []


def test_a_name_with_its_legal_form_is_the_same_name(engine):
    assert torn(engine, fact("/", "name", "Nordvik"), fact("/om", "name", "Nordvik AS")) == []


def test_two_sets_of_data_are_two_things(engine):
    assert torn(engine, data("/", "phone", "111"), data("/om", "phone", "222")) == []


def test_e_mail_addresses_may_differ(engine):
    assert torn(engine, fact("/", "email", "post@a.no"), fact("/om", "email", "salg@a.no")) == []


def test_privacy_links(engine):
    rows = [
        link("/", "/personvern", anchor="Slik gjør vi det"),
        link("/", "/a", anchor="Privacy policy"),
        link("/", "/b", anchor=None),
        link("/", "/vilkar", anchor="Vilkår"),
    ]
    found = relations.privacy_links(table(engine, "links", rows)).target.to_pyarrow().to_pylist()
    assert sorted(found) == [f"{HOME}/a", f"{HOME}/personvern"]


def test_a_folder_and_its_file_are_one_address():
    import ibis

    given = [
        "https://x.no/a/index.html",
        "https://x.no/a/",
        "https://x.no/a/INDEX.html",
        "https://x.no/index.php",
        "https://x.no/myindex.html",
    ]
    table = ibis.memtable({"url": given})
    found = table.select("url", plain=relations.folder(table.url)).to_pyarrow().to_pydict()
    plain = [
        "https://x.no/a/",
        "https://x.no/a/",
        "https://x.no/a/INDEX.html",
        "https://x.no/",
        "https://x.no/myindex.html",
    ]
    assert dict(zip(found["url"], found["plain"], strict=True)) == dict(zip(given, plain, strict=True))
