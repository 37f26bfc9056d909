"""Options are read by the names that the firm's functions have, whatever signs stand in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decide.test_decide import TOML, decided, headcount, project
from fotavtrykk import optioned, tell_decision
from fotavtrykk.decide.options import Cut, Move, Option

NAMES = ("Salg, Bergen", "F&U: drift", "Kl. 08:30", "A>B", "x=2", "marketing", "marketing@6")


@given(st.lists(st.sampled_from(NAMES), min_size=1, unique=True), st.data())
def test_what_is_written_is_read_again(names, data):
    cuts = [
        Cut(name, data.draw(st.integers(1, 9)), data.draw(st.sampled_from([(), ("ads",), ("ads", "travel")])))
        for name in names
    ]
    moves = (Move(NAMES[0], NAMES[1], 2),)
    key = Option(tuple(cuts), moves, "own").key
    read = optioned.parts(key, NAMES)
    wanted = [optioned.Part(cut.function, cut.positions) for cut in cuts]
    wanted += [optioned.Part(cut.function, line=line) for cut in cuts for line in cut.lines]
    wanted.append(optioned.Part(NAMES[0], 2, target=NAMES[1]))
    assert sorted(map(str, read)) == sorted(map(str, wanted))


def test_lists_of_names_and_words_of_nobody():
    assert optioned.words("Salg, Bergen, marketing", NAMES) == ["Salg, Bergen", "marketing"]
    assert optioned.words(" sales=2 ,, salg, bergen:ads", NAMES) == ["sales=2", "salg, bergen:ads"]
    assert optioned.words("", ()) == [] and optioned.parts("", ()) == []
    assert optioned.parts("sales=2@6", ()) == [optioned.Part("sales", 2, 6.0)]


@pytest.mark.parametrize("name", ["Marked, web", "Marked: web", "Marked > web", "Marked=web"])
def test_a_function_of_any_name_is_weighed_told_and_cut_by_hand(name: str, tmp_path: Path):
    people = headcount().replace("Marketing", f'"{name}"')
    costs = "month,function,kind,amount,currency\n" + "".join(
        f'2026-0{month},"{name}",ads,90000,NOK\n' for month in range(1, 10)
    )
    made = project(tmp_path, TOML.replace("Markedsføring", "Annet"), headcount=people, costs=costs)
    done = decided(made, cut=f"{name}=1,{name}:ads,sales=1", keep=())
    told = json.loads(json.dumps(tell_decision.decided_json(done), default=str))
    own = next(one for one in told["options"] if one["origin"] == "own")
    assert {"function": name, "cost": "ads"} in own["cuts"] and {"function": name, "positions": 1} in own[
        "cuts"
    ]
    assert name.replace(">", "&gt;") in done.reports[0].read_text("utf-8")
