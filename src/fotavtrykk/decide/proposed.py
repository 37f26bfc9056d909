"""What is asked for by name: --cut, --move and --keep read against what the firm has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf

from fotavtrykk import optioned
from fotavtrykk.decide.facts import Facts, Team
from fotavtrykk.decide.options import Cut, Move, Option
from fotavtrykk.economy import DECISION
from fotavtrykk.errors import CANNOT_ANSWER, USAGE, UserError


def own(facts: Facts, asked: str, moved: Sequence[str], keep: Sequence[str] = ()) -> Option | None:
    """The option that was asked for by --cut and --move.

    Raises UserError where a name or number is not the firm's, a function that is to be kept (`keep`) is touched, or less than a minimum left.
    """
    cuts = tuple(_asked(facts, word) for word in optioned.words(asked, _called(facts)))
    merged: dict[str, Cut] = {}
    for cut in cuts:
        one = merged.get(cut.function, Cut(cut.function, away=cut.away))
        if one.away != cut.away:
            raise _not_both(cut.function)
        count, lines = one.positions + cut.positions, one.lines + cut.lines
        merged[cut.function] = Cut(cut.function, count, lines, cut.away)
    moves = tuple(_move(facts, word) for word in moved)
    taken = {name: cut.positions for name, cut in merged.items()}
    for move in moves:
        taken[move.source] = taken.get(move.source, 0) + move.positions
    for name, count in taken.items():
        if name in keep:
            raise _kept(name)
        _within(facts.team(name), count, f"--cut {asked}" + "".join(f" --move {word}" for word in moved))
    return Option(tuple(merged.values()), moves, "own") if merged or moves else None


def _called(facts: Facts) -> dict[str, Team]:
    """The functions by what they may be called: their names, their labels and those of what was merged into them."""
    names = {team.name: team for team in facts.teams}
    return names | {text: team for team in facts.teams for text in (*team.label.values(), *team.also)}


def _asked(facts: Facts, word: str) -> Cut:
    name = optioned.names(_called(facts))
    hit = re.fullmatch(
        rf"(?P<name>{name}|[^=:]+)(?:=(?P<count>[1-9]\d*)(?:@(?P<away>\d+(?:\.\d+)?))?|:(?P<line>\w+))", word, re.IGNORECASE,
    )  # fmt: skip
    if not hit:
        raise UserError(
            en=f"--cut {word} is not FUNCTION=POSITIONS, FUNCTION=POSITIONS@MONTHS (a temporary lay-off) or FUNCTION:COST, for example "
            "sales=2,marketing:ads or sales=2@6.",
            nb=f"--cut {word} er ikke FUNKSJON=STILLINGER, FUNKSJON=STILLINGER@MÅNEDER (permittering) eller FUNKSJON:KOSTNAD, for eksempel "
            "sales=2,marketing:ads eller sales=2@6.",
            exit_code=USAGE,
        )
    team = known(facts, hit["name"], "--cut")
    if hit["line"]:
        if hit["line"] not in team.lines:
            raise UserError(
                en=f"--cut {word}: {team.name} has no cost of that kind. It has: {', '.join(sorted(team.lines)) or 'none'}.",
                nb=f"--cut {word}: {team.name} har ingen kostnad av det slaget. Den har: {', '.join(sorted(team.lines)) or 'ingen'}.",
                exit_code=USAGE,
            )
        return Cut(team.name, 0, (hit["line"],))
    _within(team, int(hit["count"]), f"--cut {word}")
    return Cut(team.name, int(hit["count"]), away=_away(facts, hit["away"], word) if hit["away"] else inf)


def _away(facts: Facts, said: str, word: str) -> float:
    """For how many months people are laid off. Raises UserError where it is too short or long, or nobody said what the employer pays."""
    months, (least, most) = float(said), DECISION["layoff_months"]
    if not least <= months <= most:
        raise UserError(
            en=f"--cut {word}: a temporary lay-off lasts from {least:g} to {most:g} months, not {months:g}.",
            nb=f"--cut {word}: En permittering varer fra {least:g} til {most:g} måneder, ikke {months:g}.",
            exit_code=USAGE,
        )
    if facts.economy.layoff_employer_days is None:
        raise UserError(
            en=f"--cut {word}: a temporary lay-off cannot be priced before [decision] layoff_employer_days in fotavtrykk.toml says for how "
            "many working days the employer pays.",
            nb=f"--cut {word}: En permittering kan ikke prises før [decision] layoff_employer_days i fotavtrykk.toml sier hvor mange "
            "arbeidsdager arbeidsgiveren betaler.",
            exit_code=CANNOT_ANSWER,
        )
    return months


def _not_both(function: str) -> UserError:
    return UserError(
        en=f"--cut: {function} is both laid off for a time and cut, or for different times. Ask for one of them at a time.",
        nb=f"--cut: {function} er både permittert og kuttet, eller permittert for ulike tider. Spør om én av delene om gangen.",
        exit_code=USAGE,
    )


def _move(facts: Facts, word: str) -> Move:
    name = rf"{optioned.names(_called(facts))}|[^:=]+"
    hit = re.fullmatch(rf"(?P<source>{name}):(?P<target>{name})=(?P<count>[1-9]\d*)", word, re.IGNORECASE)
    if not hit:
        raise UserError(
            en=f"--move {word} is not FROM:TO=POSITIONS, for example sales_outbound:sales_inbound=1.",
            nb=f"--move {word} er ikke FRA:TIL=STILLINGER, for eksempel sales_outbound:sales_inbound=1.",
            exit_code=USAGE,
        )
    source, target = known(facts, hit["source"], "--move"), known(facts, hit["target"], "--move")
    if source is target:
        raise UserError(
            en=f"--move {word}: {source.name} is where they are; they go nowhere else. Name another function.",
            nb=f"--move {word}: {source.name} er der de er; de kommer ingen andre steder. Oppgi en annen funksjon.",
            exit_code=USAGE,
        )
    _within(source, int(hit["count"]), f"--move {word}")
    return Move(source.name, target.name, int(hit["count"]))


def _kept(name: str) -> UserError:
    return UserError(
        en=f"--keep {name} and a cut or a move of {name} contradict one another. Leave one of them out.",
        nb=f"--keep {name} og et kutt eller en flytting i {name} motsier hverandre. Ta bort den ene.",
        exit_code=USAGE,
    )


def _within(team: Team, count: int, said: str) -> None:
    if count > team.most:
        raise UserError(
            en=f"{said}: at most {team.most} positions of {team.name} may go (minimum {team.size.min_fte:g} of {team.fte:g}; "
            "a unit of fewer than three people is budget only).",
            nb=f"{said}: Høyst {team.most} stillinger i {team.name} kan gå (nedre grense {team.size.min_fte:g} av {team.fte:g}; "
            "en enhet med færre enn tre ansatte vises bare som budsjett).",
            exit_code=USAGE,
        )


def known(facts: Facts, name: str, said: str) -> Team:
    """The team of that name or label. Raises UserError, naming the nearest, where there is none."""
    import difflib

    from fotavtrykk.fields import folded

    names = {folded(name): team for name, team in _called(facts).items()}
    if folded(name) in names:
        return names[folded(name)]
    near = (difflib.get_close_matches(folded(name), list(names), 1, 0.0) or [""])[0]
    nearest = names[near].name if near else "–"
    raise UserError(
        en=f"{said}: there is no function {name}; the nearest is {nearest}.",
        nb=f"{said}: Det finnes ingen funksjon {name}; den nærmeste er {nearest}.",
        exit_code=USAGE,
    )
