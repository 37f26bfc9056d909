"""A result of attribution in words, for the terminal and for notebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from math import isnan
from typing import TYPE_CHECKING

from fotavtrykk.text.attribution import TEXT

if TYPE_CHECKING:
    from fotavtrykk.credit.result import Credited, Row

MOST = 20  # rows told in words; the frame has all
Notes = Sequence[tuple[str, Mapping[str, object]]]


def note(key: str, values: Mapping[str, object], lang: str) -> str:
    """One thing that must be known, as a sentence."""
    told = {name: _value(one, lang) for name, one in values.items()}
    return TEXT[lang][f"note.{key}"].format(**told)


def _value(value: object, lang: str) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return _number(value, lang) if isinstance(value, int | float) else str(value)


def _number(value: float, lang: str, decimals: int = 0) -> str:
    from fotavtrykk import report

    return report.number(value, lang, decimals)


def _share(value: float, lang: str) -> str:
    return f"{_number(100 * value, lang, 1)}{' %' if lang == 'nb' else '%'}"


def head(found: Credited, lang: str) -> str:
    """The model, in words."""
    return TEXT[lang][f"model.{found.model}"].format(order=found.order)


def base(found: Credited, lang: str) -> str:
    """How much there was to look at."""
    text = TEXT[lang]["base"].format(wins=_number(found.wins, lang), nulls=_number(found.nulls, lang))
    return (
        text if not found.worth else f"{text} {TEXT[lang]['worth'].format(worth=_number(found.worth, lang))}"
    )


def closing(found: Credited, accounts: bool, lang: str) -> list[str]:
    """What the figures do not mean."""
    text = TEXT[lang]
    drawn = text["drawn.accounts" if accounts else "drawn.rows"]
    told = any(not isnan(row.low) for row in found.rows)
    return [
        text["credited"],
        text["trials"],
        text["interval"].format(what=drawn) if told else text["no_interval"],
    ]


def summary(found: Credited, notes: Notes, lang: str, accounts: bool) -> str:
    """The whole result as text."""
    text = TEXT[lang]
    lines = [f"{head(found, lang)}. {base(found, lang)}"]
    for unit in ("channel", "function"):
        rows = _ranked(found, unit)
        if rows:
            lines.append(text[f"unit.{unit}"])
            lines += [_line(row, lang) for row in rows[:MOST]]
        if len(rows) > MOST:
            lines.append(text["more"].format(n=len(rows) - MOST))
    lines += closing(found, accounts, lang)
    if notes:
        lines += [text["notes"], *(f"- {note(key, values, lang)}" for key, values in notes)]
    return "\n".join(lines)


def _ranked(found: Credited, unit: str) -> list[Row]:
    rows = [row for row in found.rows if row.unit == unit and row.outcome == "won"]
    return sorted(rows, key=lambda row: (-row.credit, row.name))


def _line(row: Row, lang: str) -> str:
    low, high = (_share(one, lang) for one in (row.low, row.high)) if not isnan(row.low) else ("", "")
    return TEXT[lang]["line" if low else "line_bare"].format(
        name=row.name, share=_share(row.share, lang), low=low, high=high, credit=_number(row.credit, lang, 1)
    )


def html(found: Credited, notes: Notes, lang: str, accounts: bool) -> str:
    """The whole result as HTML: names are escaped, nothing is fetched."""
    text = TEXT[lang]
    parts = [f"<div lang='{lang}'><p><b>{escape(head(found, lang))}</b><br>{escape(base(found, lang))}</p>"]
    for unit in ("channel", "function"):
        rows = _ranked(found, unit)
        if rows:
            heads = "".join(
                f"<th scope='col'>{text[f'html.{one}']}</th>" for one in ("name", "credit", "share", "range")
            )
            body = "".join(_html_row(row, lang) for row in rows)
            caption = f"<caption>{escape(text[f'unit.{unit}'])}</caption>"
            parts.append(f"<table>{caption}<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>")
    parts += [f"<p>{escape(one)}</p>" for one in closing(found, accounts, lang)]
    if notes:
        items = "".join(f"<li>{escape(note(key, values, lang))}</li>" for key, values in notes)
        parts.append(f"<p>{text['notes']}</p><ul>{items}</ul>")
    return "".join(parts) + "</div>"


def _html_row(row: Row, lang: str) -> str:
    ends = "–" if isnan(row.low) else f"{_share(row.low, lang)} – {_share(row.high, lang)}"
    return (
        f"<tr><th scope='row'>{escape(row.name)}</th><td>{_number(row.credit, lang, 1)}</td>"
        f"<td>{_share(row.share, lang)}</td><td>{ends}</td></tr>"
    )
