"""The firm's functions; those that `merge_into` of fotavtrykk.toml makes one are told and weighed as one, never alone (rule R2)."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fotavtrykk.economy import Size
from fotavtrykk.errors import UserError
from fotavtrykk.fields import folded

# What may be merged: functions that act on the same thing, in the same way.
_ALIKE = ({"marketing", "communication"}, {"service", "account"})


@dataclass(frozen=True)
class Function:
    """One of the firm's own functions: its name in both languages, its size, and which touches are its own.

    Where it is merged out of several, `parts` are their names, its own first, and `also` all that files may call them.
    """

    label: Mapping[str, str] = field(default_factory=dict)
    size: Size = field(default_factory=Size)
    owners: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    url_prefixes: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What tables call a function merged out of several; empty where it is one alone."""
        return " + ".join(self.parts)


def merged(path: Path, functions: Mapping[str, Function], wishes: Mapping[str, str]) -> dict[str, Function]:
    """The functions, those with a wish gone into the one that they name, directly or by way of others.

    Raises UserError where a target is unknown, names itself in the end, or does something else.
    """
    targets = {name: _known(path, name, said, functions) for name, said in wishes.items()}
    last = {name: _last(path, name, targets) for name in targets}
    out = {}
    for name, function in functions.items():
        if name not in targets:
            parts = [other for other in functions if last.get(other) == name]
            out[name] = _one(path, name, function, parts, functions) if parts else function
    return out


def _known(path: Path, name: str, said: str, functions: Mapping[str, Function]) -> str:
    names = {
        folded(text): one for one, function in functions.items() for text in (*function.label.values(), one)
    }
    if folded(said) in names and names[folded(said)] != name:
        return names[folded(said)]
    others = {text: one for text, one in names.items() if one != name}
    near = (
        others[(difflib.get_close_matches(folded(said), list(others), 1, 0.0) or list(others))[0]]
        if others
        else "–"
    )
    raise UserError(
        en=f"{path}: functions.{name}.merge_into is “{said}”, which is no other function; the nearest is {near}. Correct it or take it out.",
        nb=f"{path}: functions.{name}.merge_into er «{said}», og det er ingen annen funksjon; den nærmeste er {near}. Rett den eller ta den ut.",
    )


def _last(path: Path, name: str, targets: Mapping[str, str]) -> str:
    seen = [name]
    while seen[-1] in targets:
        seen.append(targets[seen[-1]])
        if seen[-1] in seen[:-1]:
            ring = " → ".join(seen[seen.index(seen[-1]) :])
            raise UserError(
                en=f"{path}: merge_into goes in a circle: {ring}. Take one of them out; the nearest is functions.{seen[-2]}.merge_into.",
                nb=f"{path}: merge_into går i ring: {ring}. Ta ut en av dem; den nærmeste er functions.{seen[-2]}.merge_into.",
            )
    return seen[-1]


def _one(
    path: Path, name: str, first: Function, parts: Sequence[str], functions: Mapping[str, Function]
) -> Function:
    """One function out of several: sizes added up, the longest notice, the rules of all; the rest as the first has it."""
    every = {name: first} | {part: functions[part] for part in parts}
    sizes = [one.size for one in every.values()]
    kinds = {size.kind for size in sizes if size.kind}
    if len(kinds) > 1 and not any(kinds <= some for some in _ALIKE):
        raise UserError(
            en=f"{path}: {', '.join(parts)} cannot be merged into {name}: they do different things ({', '.join(sorted(kinds))}). Merge functions "
            "of one kind.",
            nb=f"{path}: {', '.join(parts)} kan ikke slås sammen med {name}: De gjør ulike ting ({', '.join(sorted(kinds))}). Slå sammen "
            "funksjoner av samme slag.",
        )
    said = [size.fte for size in sizes if size.fte is not None]
    if said and len(said) < len(sizes):
        keys = ", ".join(
            f"functions.{one}.fte" for one, function in every.items() if function.size.fte is None
        )
        raise UserError(
            en=f"{path}: {keys} is missing, and merged functions are counted in one way. Say fte of all of them, or of none.",
            nb=f"{path}: {keys} mangler, og sammenslåtte funksjoner telles på én måte. Oppgi fte for alle, eller for ingen.",
        )
    size = replace(
        first.size, kind=first.size.kind or next(iter(sorted(kinds)), ""), fte=sum(said) if said else None,
        min_fte=sum(one.min_fte for one in sizes), notice_months=max(one.notice_months for one in sizes),
    )  # fmt: skip
    label = {
        lang: _named([one.label.get(lang, own) for own, one in every.items()], word)
        for lang, word in _AND.items()
    }
    also = [text for own, one in every.items() for text in (own, *one.label.values())]
    lists = {
        key: tuple(dict.fromkeys(item for one in every.values() for item in getattr(one, key)))
        for key in ("owners", "activities", "channels", "url_prefixes")
    }
    return replace(
        first, label=label, size=size, parts=tuple(every), also=tuple(dict.fromkeys(also)), **lists
    )


_AND = {"nb": "og", "en": "and"}


def _named(names: Sequence[str], word: str) -> str:
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
