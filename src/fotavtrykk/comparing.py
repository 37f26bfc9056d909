"""The section of a chapter that holds the firm's answers beside those of competitors: rows are chosen, ordered and rounded, nothing more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Entry, Listing, Prose, Say, Share, Side, Sides, Site, Voice
from fotavtrykk.tables import Row, Value
from fotavtrykk.text.competitors import REASONS

PAIRS, SHOWN = 10, 15


def blocks(tables: Mapping[str, Sequence[Row]], chapter: str) -> list[Block]:
    """The section; where nobody is named as a competitor, how to name one. The chapter's TEXT holds that of text/competitors.py."""
    sites, made = tables["competitors"], tables["comparisons"]
    title = Say(chapter, "vs.title")
    if not sites:
        return [Prose(Say(chapter, "vs.none"), title)]
    out: list[Block] = [Prose(Say(chapter, "vs.how"), title)]
    compared = [row for row in sites if row["n"] is not None]
    if compared:
        entries = (Entry(_site(row, chapter), tuple(_figures(row, chapter))) for row in compared)
        out.append(Listing(Say(chapter, "vs.sites"), tuple(entries)))
    if left := [row for row in sites if row["n"] is None]:
        entries = (Entry(_site(row, chapter), (_why(row, chapter),)) for row in left)
        out.append(Listing(Say(chapter, "vs.unread"), tuple(entries)))
    if not made:
        return out
    own = {row["question"]: row for row in tables["answers"]}
    weight = {row["question"]: lenses.number(row["demand"]) or 0.0 for row in tables["asked"]}
    by: dict[Value, list[Row]] = {}
    for row in made:
        by.setdefault(row["question"], []).append(row)
    order = sorted(by, key=lambda id_: (-weight[id_], str(id_)))
    texts = {row["question"]: Site(row["text"]) for row in tables["asked"]}
    for gap in ("contestable", "white_space"):
        mine = [id_ for id_ in order if by[id_][0]["gap"] == gap]
        if not mine:
            out.append(Prose(Say(chapter, f"vs.no_{gap}")))
            continue
        shown = tuple(_side(texts[id_], own[id_], by[id_], chapter) for id_ in mine[:SHOWN])
        more = Say(chapter, "vs.more", {"n": len(mine) - SHOWN}) if len(mine) > SHOWN else None
        out.append(Sides(Say(chapter, f"vs.{gap}", {"n": len(mine)}), shown, more))
    told = {id_ for id_ in order if by[id_][0]["gap"] is not None}
    first = [id_ for id_ in order if id_ not in told][:PAIRS]
    if first:
        pairs = tuple(_side(texts[id_], own[id_], by[id_], chapter) for id_ in first)
        out.append(Sides(Say(chapter, "vs.pairs", {"n": len(pairs)}), pairs))
    return out


def _site(row: Row, chapter: str) -> Say:
    return Say(chapter, "vs.site", {"site": Site(row["site"])})


def _why(row: Row, chapter: str) -> Say:
    """Why a site is in no figure: why it was not read; where it was, none of its pages holds text to judge."""
    reason = str(row["reason"] or "no_text")
    known = f"reason.{reason}" in REASONS["en"]
    detail = row["detail"] if known else f"{reason}: {row['detail'] or ''}"
    return Say(chapter, f"reason.{reason}" if known else "reason.other", {"detail": Site(detail or "")})


def _figures(row: Row, chapter: str) -> Iterator[Say]:
    values = {
        name: Share(lenses.number(row[name]) or 0.0)
        for name in ("share", "low", "high", "own", "own_low", "own_high")
    }
    if row["share"] is None:
        yield Say(chapter, "vs.no_share")
    elif row["low"] is None:
        yield Say(chapter, "vs.share_one", values)
    else:
        yield Say(chapter, "vs.share", values | {"n": row["n"]})
        yield _ahead(row, chapter)
    yield Say(chapter, "vs.counts", {name: row[name] for name in ("wins", "ties", "losses", "untold")})
    if row["share"] is not None:
        yield Say(
            chapter,
            "vs.expected",
            {
                name: round(lenses.number(row[f"expected_{name}"]) or 0.0)
                for name in ("wins", "ties", "losses")
            },
        )
    yield Say(chapter, "vs.read", {"pages": row["pages"], "day": row["day"]})
    if row["state"] == "capped":
        yield Say(chapter, "vs.capped")


def _ahead(row: Row, chapter: str) -> Say:
    """Who answers more, in percentage points; nobody where the interval holds nothing."""
    points, low, high = (lenses.number(row[name]) or 0.0 for name in ("ahead", "ahead_low", "ahead_high"))
    if low > 0:
        values = {"points": points, "low": low, "high": high}
    elif high < 0:
        values = {"points": -points, "low": -high, "high": -low}
    else:
        values = {"low": -low, "high": high}
    key = "vs.ahead" if low > 0 else "vs.behind" if high < 0 else "vs.even"
    return Say(chapter, key, {name: round(100 * value) for name, value in values.items()})


def _side(text: Site, own: Row, theirs: Sequence[Row], chapter: str) -> Side:
    """A question with what the firm says to it, what each of the others says, and who answers best."""
    voices = [_voice(Say(chapter, "vs.mine", {"state": _state(own, chapter)}), own)]
    for row in theirs:
        who = Say(chapter, "vs.theirs", {"state": _state(row, chapter), "site": host(row["site"])})
        voices.append(_voice(who, row, _outcome(row, chapter)))
    return Side(Say(chapter, "vs.question", {"text": text}), tuple(voices))


def _voice(who: Say, row: Row, verdict: Say | None = None) -> Voice:
    """What is called not answered is not quoted: the nearest passage would stand there as if it were an answer."""
    if not row["quote"] or row["state"] == "not_answered":
        return Voice(who, verdict=verdict)
    return Voice(who, Site(row["quote"]), Site(row["url"] or ""), verdict)


def _state(row: Row, chapter: str) -> Say:
    return Say(chapter, f"vs.state.{row['state']}")


def host(site: Value) -> Site:
    """A site by its host and prefix, without the scheme."""
    return Site(str(site).partition("://")[2].rstrip("/"))


def _outcome(row: Row, chapter: str) -> Say:
    outcome = str(row["outcome"])
    if row["win"] is None:
        return Say(chapter, "vs.unjudged")
    shares = {name: Share(lenses.number(row[name]) or 0.0) for name in ("win", "tie", "loss")}
    return Say(
        chapter,
        f"vs.{outcome}",
        shares if outcome == "cannot_tell" else {"chance": shares[outcome]},
    )
