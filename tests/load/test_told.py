"""What an import says of a file: what it lacks, what its words may mean, what is wrong with it, and what becomes of the others."""

from __future__ import annotations

from datetime import date

import pytest
from test_laws import HEAD, TODAY, A, bring, project, rows

from fotavtrykk import imports, tell_files
from fotavtrykk.errors import CANNOT_ANSWER, USAGE, UserError
from fotavtrykk.imports import Loaded, Wish

MESSY = "Salgsnr;Status;Opprettet dato;Avslutta den;Nysalg\n1;Vunnet;2026-01-01;2026-02-01;Ja\n2;Fakturert;2026-01-01;;Nei\n"


def test_a_file_that_is_refused_keeps_no_other_from_being_taken(tmp_path):
    folder = project(tmp_path / "p")
    told: list[Loaded] = []
    paths = []
    for name, text in (("a.csv", "en;to\n1;2\n"), ("b.csv", A), ("c.csv", HEAD + "1;kanskje;;;;;;\n")):
        paths.append(tmp_path / name)
        paths[-1].write_text(text)
    with pytest.raises(UserError) as error:
        imports.bring(paths, folder, Wish(), TODAY, told.append)
    assert [one.state for one in told] == ["refused", "loaded", "refused"] and len(rows(folder, "deals")) == 2
    assert "a.csv" in error.value.nb and "c.csv" in error.value.nb and error.value.exit_code == CANNOT_ANSWER
    assert told[2].taken[0].unknown == {("outcome", "kanskje"): 1}


@pytest.mark.parametrize("rule", [{"closd": "Avslutta den"}, {"closed": "Avsluta den"}])
def test_a_rule_for_a_column_or_a_heading_that_is_not_there_is_refused_with_the_nearest(tmp_path, rule):
    folder = project(tmp_path / "p")
    with pytest.raises(UserError) as error:
        bring(folder, MESSY, source="deals", columns=rule)
    near = "closed" if "closd" in rule else "Avslutta den"
    assert near in error.value.en and near in error.value.nb and error.value.exit_code == USAGE


def test_words_of_the_firms_own_mean_what_the_firm_says(tmp_path):
    folder = project(
        tmp_path / "p", '[words.kind]\nJa = "new"\nNei = "expansion"\n[words.outcome]\nfakturert = "won"\n'
    )
    bring(folder, MESSY, source="deals", columns={"kind": "Nysalg", "closed": "Avslutta den"})
    assert [(row["kind"], row["outcome"]) for row in rows(folder, "deals")] == [
        ("new", "won"),
        ("expansion", "won"),
    ]


def test_a_meaning_that_a_column_cannot_have_is_refused_with_those_that_it_can(tmp_path):
    folder = project(tmp_path / "p", '[words.kind]\nJa = "won"\n')
    with pytest.raises(UserError) as error:
        bring(folder, MESSY, source="deals", columns={"kind": "Nysalg"})
    assert "words.kind" in error.value.nb and "renewal" in error.value.en


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_what_cannot_be_told_for_want_of_a_column_is_said_with_the_heading_that_may_be_it(tmp_path, lang):
    folder = project(tmp_path / "p")
    (done,) = bring(folder, MESSY, dry_run=True)
    said = tell_files.loaded(done, lang)
    assert '--as deals --columns "closed=Avslutta den"' in said and "[words.outcome]" in said
    assert ("uten verdi" if lang == "nb" else "without a value") in said


def test_a_deal_closed_before_it_was_created_is_kept_as_it_stands(tmp_path):
    folder = project(tmp_path / "p")
    bring(folder, HEAD + "1;won;2026-02-01;2026-01-01;;;;\n")
    assert [(row["outcome"], row["closed"]) for row in rows(folder, "deals")] == [("won", date(2026, 1, 1))]


@pytest.mark.parametrize(
    ("said", "taken"),
    [("1,23457E+11", False), ("1.2e+05", False), ("1E10", True), ("000123", True), ("E+1", True)],
)
def test_what_is_left_of_a_long_number_is_no_id(tmp_path, said, taken):
    folder = project(tmp_path / "p")
    bring(folder, HEAD + f"{said};won;;;;;;\n", accept_rejects=True)
    assert len(rows(folder, "deals")) == taken
    assert [row["reason"] for row in rows(folder, "rejects")] == ([] if taken else ["number_as_id"])


@pytest.mark.parametrize(("said", "number"), [("+1", 1.0), ("+0,5", 0.5), ("\u22121", -1.0)])
def test_a_change_may_have_its_sign(tmp_path, said, number):
    folder = project(tmp_path / "p")
    bring(folder, f"date;function;change\n2026-01-01;sales;{said}\n")
    assert [row["change"] for row in rows(folder, "staff_changes")] == [number]


@pytest.mark.parametrize("where", ["toml", "option"])
def test_what_is_known_only_after_the_outcome_is_mapped_by_nobody(tmp_path, where):
    folder = project(tmp_path / "p", '[crm.columns]\nsegment = "Duration"\n' if where == "toml" else "")
    with pytest.raises(UserError) as error:
        bring(
            folder,
            "deal_id;outcome;Duration\n1;won;90\n",
            source="deals",
            columns={"segment": "Duration"} if where == "option" else {},
        )
    assert (
        "Duration" in error.value.nb
        and ("fotavtrykk.toml" if where == "toml" else "--columns") in error.value.en
    )


def test_a_file_that_lacks_its_key_is_told_what_it_is_nearest_to(tmp_path):
    folder = project(tmp_path / "p")
    with pytest.raises(UserError) as error:
        bring(folder, "Saksnr;Status;Opprettet;Lukket;Beløp;Valuta\n1;Vunnet;2026-01-01;2026-02-01;5;NOK\n")
    for said in (error.value.en, error.value.nb):
        assert "(deals)" in said and "deal_id" in said and '--as deals --columns "deal_id=Saksnr"' in said


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_sources_without_a_direction_are_listed_to_be_told(tmp_path, lang):
    folder = project(tmp_path / "p", '[crm]\ndirections = { Messe = "outbound" }\n')
    lines = "".join(f"{n};won;2026-02-01;{('Messe', 'Søk', 'Søk')[n % 3]};\n" for n in range(9))
    (done,) = bring(folder, "deal_id;outcome;closed;source;direction\n" + lines)
    said = tell_files.loaded(done, lang)
    assert 'directions = { "Søk" = "…" }' in said and "6" in said and "Messe" not in said
    (done,) = bring(
        folder, "deal_id;outcome;closed;source;direction\n" + lines.replace("Søk;", "Søk;inbound")
    )
    assert "directions" not in tell_files.loaded(done, lang)


def test_words_of_a_column_that_no_file_has_are_refused_with_the_nearest(tmp_path):
    folder = project(tmp_path / "p", '[words.kinde]\nJa = "new"\n')
    with pytest.raises(UserError) as error:
        bring(folder, A)
    assert "words.kind." in error.value.en and "words.kinde" in error.value.nb


def test_what_a_named_source_lacks_is_told_by_its_own_columns(tmp_path):
    folder = project(tmp_path / "p")
    with pytest.raises(UserError) as error:
        bring(folder, "a;b\n1;2\n", source="deals", columns={"deal_id": "a"})
    assert "no heading is known to be outcome" in error.value.en and '--columns "outcome=b"' in error.value.nb


def test_of_a_file_of_which_nothing_was_understood_the_problem_is_told_once(tmp_path):
    folder, told = project(tmp_path / "p"), []
    (tmp_path / "a.csv").write_text("en;to\n1;2\n")
    with pytest.raises(UserError):
        imports.bring([tmp_path / "a.csv"], folder, Wish(), TODAY, told.append)
    assert (
        [tell_files.loaded(one, "nb") for one in told]
        == [""]
        == [tell_files.rejected(one, "en") for one in told]
    )


@pytest.mark.parametrize(("end", "taken"), [("\n", 2), ("", 1)])
def test_the_last_record_of_a_file_that_may_be_cut_is_refused_where_it_is_short(tmp_path, end, taken):
    folder = project(tmp_path / "p")
    bring(folder, HEAD + "1;won;2026-01-01;;;;;\n2;won;2026-01-01;" + end, accept_rejects=True)
    assert len(rows(folder, "deals")) == taken
    assert [row["line"] for row in rows(folder, "rejects")] == [3] * (2 - taken)


@pytest.mark.parametrize(
    ("heading", "known"),
    [
        ("Sum (kr)", True),
        ("Beløp [i kroner]", True),
        ("Verdi:", True),
        ("Sum (EUR)", False),
        ("Sum (vektet)", False),
    ],
)
def test_a_heading_is_known_with_its_currency_and_its_full_stop_and_no_other_of_its_brackets(
    tmp_path, heading, known
):
    folder = project(tmp_path / "p", 'currency = "NOK"\n')
    bring(folder, f"Salgsnr.;Status;Kundenr.;{heading}\n1;Vunnet;7;100,50\n", accept_mapping=True)
    ((deal, account, value),) = [(row["deal"], row["account"], row["value"]) for row in rows(folder, "deals")]
    assert deal and account and value == (100.5 if known else None)
