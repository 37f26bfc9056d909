"""Who is named on a small firm's pages: spellings put together, namesakes kept apart, the firm and its customers no persons."""

from __future__ import annotations

import pytest

from experts import sites
from harness import Case, tables
from smallsites import page


def named(pages: dict[str, str], staff=None):
    links = " ".join(f'<a href="{path}">side</a>' for path in pages)
    front = {
        "/": page(f"<h1>Nordvik</h1><p>{links} Vi fører regnskap for små bedrifter på Sørvestlandet.</p>")
    }
    return sites.seen(tables(Case("x", front | pages)), staff)


def test_persons_with_what_the_site_says_of_them():
    found = {one.name: one for one in sites.seen(sites.rows()).persons}
    assert set(found) == {"Kari Hansen", "Ole Dahl", "Liv Moe"}
    one = found["Kari Hansen"]
    assert (one.title, one.status, len(one.written), one.topics) == (
        "Regnskapsfører",
        "shown",
        2,
        ("merverdiavgift",),
    )
    assert one.url.endswith("/folk/kari-hansen/") and one.data == {
        "id",
        "title",
        "knows_about",
        "works_for",
        "profile_page",
    }


def test_a_person_under_several_spellings_is_one():
    pages = {
        "/folk/kari-hansen/": sites.profile("kari-hansen", name="Kari Nilsen Hansen"),
        "/artikler/a/": sites.article("kari-hansen", 1, "Av KARI HANSEN."),
        "/artikler/b/": sites.article("kari-hansen", 2, 'Av <span class="author">Kari N. Hansen</span>.'),
        "/artikler/c/": sites.article("kari-hansen", 3, "Skrevet av Kari Hansen."),
    }
    persons = named(pages).persons
    assert [one.name for one in persons] == ["Kari Nilsen Hansen"]
    assert set(persons[0].spellings) >= {"Kari N. Hansen", "Kari Hansen"} and len(persons[0].written) >= 2


def test_two_of_one_name_are_kept_apart_by_their_pages():
    link = 'Av <a rel="author" href="/folk/kari-hansen-2/">Kari Hansen</a>.'
    pages = {
        "/folk/kari-hansen/": sites.profile("kari-hansen"), "/folk/kari-hansen-2/": sites.profile("ole-dahl", name="Kari Hansen"),
        "/artikler/a/": sites.article("kari-hansen", 1), "/artikler/b/": sites.article("ole-dahl", 2, link),
        "/artikler/c/": sites.article("liv-moe", 1, "Av Kari Hansen."),
    }  # fmt: skip
    found = named(pages)
    assert [(one.name, one.others, len(one.written)) for one in found.persons] == [("Kari Hansen", 1, 1)] * 2
    assert len({one.id for one in found.persons}) == 2 and {one.title for one in found.persons} == {
        "Regnskapsfører",
        "Lønnsrådgiver",
    }
    assert [url.rpartition("/artikler/")[2] for url in found.unclear] == ["c/"]


def test_the_same_person_in_two_languages_or_with_one_address_is_one():
    mail = "<p>kari.hansen@nordvik.example</p>"
    same = {
        "/folk/kari-hansen/": sites.profile("kari-hansen", mail),
        "/en/people/kari/": sites.profile("kari-hansen", mail),
    }
    assert len(named(same).persons) == 1


@pytest.mark.parametrize(
    "data",
    [
        '{"@context":"https://schema.org","@type":"Article","headline":"x","author":"Nordvik Regnskap"},{"@type":"Organization","name":"Nordvik Regnskap AS"}',
        '{"@context":"https://schema.org","@type":"Product","name":"x","review":{"@type":"Review","reviewer":{"@type":"Person","name":"Kari Kunde"}}}',
    ],
)
def test_the_firm_and_its_customers_are_no_persons(data):
    head = f'<script type="application/ld+json">[{data}]</script>'
    assert (
        named(
            {"/artikler/a/": page("<h1>Om avgift</h1><p>Avgift regnes av tollverdien.</p>", head=head)}
        ).persons
        == []
    )


def test_a_site_without_people_has_none():
    assert named({"/om/": page("<h1>Om oss</h1><p>Vi fører regnskap.</p>")}).persons == []


def test_the_staff_list_marks_whom_it_names_and_counts_whom_no_page_does():
    staff = [
        {"name": "KARI HANSEN", "url": None, "title": None}, {"name": "x", "url": "http://www.nordvik.example/folk/ole-dahl", "title": None},
        {"name": "Per Borte", "url": None, "title": None},
    ]  # fmt: skip
    found = sites.seen(sites.rows(), staff)
    assert {one.name: one.status for one in found.persons} == {
        "Kari Hansen": "staff",
        "Ole Dahl": "staff",
        "Liv Moe": "shown",
    }
    assert found.absent == 1
