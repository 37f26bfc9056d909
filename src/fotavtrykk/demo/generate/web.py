"""The demo firm's events on the web, as GA4 exports them through BigQuery: NDJSON, put together in Arrow, a quarter a file.

Older events lack the newer structs: up to the end of 2023 the source stands among the parameters alone, then as collected too, and from July
2024 on as the session's last click, which gives a visit without a source that of the visit before. Whole numbers are strings, and
what is absent is left out. Who said no to cookies leaves events without a browser or a session.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from fotavtrykk.demo.generate.buyers import (
    BEGIN,
    CHANNELS,
    DAY,
    DAYS,
    DIRECT,
    NO_PAGE,
    PACE,
    PAGES,
    World,
    pages,
)  # fmt: skip
from fotavtrykk.demo.generate.draws import Bools, Draws, Ints, spread
from fotavtrykk.demo.generate.known import FAIR, TABLETS, Known, contact_id, day_of, utc, visitor_ids
from fotavtrykk.demo.generate.moves import Moves

_STRANGERS, _ORIGIN = 2000, "https://www.rimtun.example"
_COLLECTED, _LAST_CLICK = (
    day.toordinal() - BEGIN.toordinal() for day in (BEGIN.replace(2024, 1, 1), BEGIN.replace(2024, 7, 17))
)
_SOURCES = {
    "Organic Search": ("google", "organic", "https://www.google.com/"),
    "Organic Social": ("linkedin.com", "referral", "https://www.linkedin.com/"),
    "Paid Search": ("google", "cpc", "https://www.google.com/"),
    "AI Assistant": ("chatgpt.com", "referral", "https://chatgpt.com/"),
    "Referral": ("bransjebladet.example", "referral", "https://bransjebladet.example/"),
    "Direct": ("(direct)", "(none)", ""),
    "Email": ("nyhetsbrev", "email", ""),
}
_GROUPS = {"AI Assistant": "Referral"}  # what Google called it until 2026
_NAMES = ("session_start", "first_visit", "page_view", "form_submit")
_START, _FIRST, _VIEW, _SENT = range(4)
_PLACES = [_ORIGIN + quote(path) for path in PAGES]
_NOTHING = ""


def _param(key: str, value: str, kind: str = "string_value") -> str:
    return f'{{"key":"{key}","value":{{"{kind}":"{value}"}}}}'


# What is said of each channel, in their order: the page before, the parameters, what was collected, and the session's last click.
_REFERRERS = [
    f",{_param('page_referrer', before)}" if before else _NOTHING for _, _, before in _SOURCES.values()
]
_PARAMS = [
    _NOTHING if source == "(direct)" else f",{_param('source', source)},{_param('medium', medium)}"
    for source, medium, _ in _SOURCES.values()
]
_COLLECTED_ = [
    _NOTHING if source == "(direct)"
    else ',"collected_traffic_source":{"gclid":"Cj0KCQ"}' if medium == "cpc"
    else f',"collected_traffic_source":{{"manual_source":"{source}","manual_medium":"{medium}"}}'
    for source, medium, _ in _SOURCES.values()
]  # fmt: skip
_CLICKED = [
    f',"session_traffic_source_last_click":{{"cross_channel_campaign":{{"source":"{source}","medium":"{medium}",'
    f'"default_channel_group":"{_GROUPS.get(name, name)}"}}}}'
    for name, (source, medium, _) in _SOURCES.items()
]
_FORM = f",{_param('form_id', 'kontakt')}"
_CONSENT = (
    ',"privacy_info":{"analytics_storage":"No","ads_storage":"No"}',
    ',"privacy_info":{"analytics_storage":"Yes","ads_storage":"No"}',
)
_TAIL = (
    ',"device":{"category":"desktop"},"geo":{"country":"Norway"},"stream_id":"7310021","platform":"WEB"}\n'
)


@dataclass(frozen=True)
class Sessions:
    """Visits as the web analytics see them, also of strangers; `user` is the person, or -1."""

    browser: Ints
    user: Ints
    at: Ints
    channel: Ints
    pages: Ints
    form: Bools
    stored: Bools
    at_end: Bools
    throughout: Bools


def sessions(seed: int, made: World, seen: Known, moved: Moves, scale: int) -> Sessions:
    """The visits of leads, of strangers, of those who tried the tablets at the fair, of guests and after a change of job, in order of time."""
    draws, visits, number = Draws(seed, 3), made.visits, _STRANGERS * scale
    before = visits.at < DAYS * DAY
    own = Sessions(
        visits.browser, visits.person, visits.at, visits.channel, visits.pages, visits.form, seen.stored, seen.at_end, seen.throughout,
    )  # fmt: skip
    base = 2 * int(made.leads.people.sum())
    none, all_ = np.zeros(number, bool), np.ones(number, bool)
    strange = Sessions(
        base + np.arange(number), np.full(number, -1), draws.below(DAYS, number) * DAY + 7 * 3600 + draws.below(9 * 3600, number),
        draws.pick(list(CHANNELS.values()), number), pages(draws, none, none), none, all_, none, none,
    )  # fmt: skip
    fair = seen.fair.ravel()
    tablet, place = np.divmod(np.arange(len(fair)), seen.fair.shape[1])
    none, all_ = np.zeros(len(fair), bool), np.ones(len(fair), bool)
    at = (FAIR + place % 2) * DAY + 9 * 3600 + place * 1800 + tablet * 60
    lent = Sessions(
        base + number + tablet, fair, at, np.full(len(fair), DIRECT), pages(draws, none, none), none, all_, none, all_,
    )  # fmt: skip
    guests = Draws(seed, 8)
    lent_out = _logged_in(guests, moved.browser, moved.guest, moved.lent_at)
    anew = base + number + TABLETS + np.arange(len(moved.person))
    elsewhere = _logged_in(guests, anew, moved.person, moved.read_at)
    kept = (*((column[before]) for column in vars(own).values()),)
    both = [
        np.concatenate(parts)
        for parts in zip(
            kept, *(vars(one).values() for one in (strange, lent, lent_out, elsewhere)), strict=True
        )
    ]
    order = np.argsort(both[2], kind="stable")
    return Sessions(*(column[order] for column in both))


def _logged_in(draws: Draws, browser: Ints, user: Ints, at: Ints) -> Sessions:
    """Visits in which the site knew the user all through."""
    none, all_ = np.zeros(len(at), bool), np.ones(len(at), bool)
    return Sessions(
        browser, user, at, np.full(len(at), DIRECT), pages(draws, none, none), none, all_, none, all_
    )


@dataclass(frozen=True)
class _Sides:
    """What stands beside each visit: the names of its browser and user, its number in the browser, its last source, its begin."""

    visitor: pa.Array
    user: pa.Array
    nth: Ints
    source: Ints
    begin: Ints


@dataclass(frozen=True)
class _Events:
    """Events in order of time: the visit of each, its page's number in it, what was done, and when."""

    of: Ints
    page: Ints
    kind: Ints
    micros: Ints


def visitors(every: Sessions) -> tuple[list[str], Ints]:
    """What GA4 calls each browser that accepted cookies, by its number, and those numbers."""
    browsers, first = np.unique(every.browser[every.stored], return_index=True)
    return visitor_ids(browsers, utc(every.at[every.stored][first])), browsers


def files(every: Sessions) -> Iterator[tuple[str, bytes]]:
    """The export, file by file: name and content."""
    names, browsers = visitors(every)
    place = np.searchsorted(browsers, every.browser)
    known = pa.array(names).take(pa.array(np.minimum(place, len(names) - 1)))
    users = pa.array([contact_id(one) for one in range(int(every.user.max()) + 1)])
    sides = _Sides(
        known,
        users.take(pa.array(np.maximum(every.user, 0))),
        _ordinal(every),
        _carried(every),
        utc(every.at),
    )
    quarters = np.array([(day_of(day).year - 2000) * 4 + (day_of(day).month - 1) // 3 for day in range(DAYS)])
    quarter = quarters[every.at // DAY]
    for one in np.unique(quarter).tolist():
        yield (
            f"ga4-events-{2000 + one // 4}-q{one % 4 + 1}.json",
            _lines(every, np.flatnonzero(quarter == one), sides),
        )


def _ordinal(every: Sessions) -> Ints:
    """Which visit of its browser each is, from 1."""
    order = np.argsort(every.browser, kind="stable")
    _, counts = np.unique(every.browser, return_counts=True)
    found = np.empty(len(order), np.int64)
    found[order] = spread(counts)[1] + 1
    return found


def _carried(every: Sessions) -> Ints:
    """The channel of the last visit of the same browser that had a source, up to this one."""
    order = np.argsort(every.browser, kind="stable")
    browser, channel = every.browser[order], every.channel[order]
    fresh = np.concatenate(([True], browser[1:] != browser[:-1]))
    since = np.maximum.accumulate(np.where(fresh | (channel != DIRECT), np.arange(len(order)), 0))
    found = np.empty(len(order), np.int64)
    found[order] = channel[since]
    return found


def _events(every: Sessions, chosen: Ints, sides: _Sides) -> _Events:
    """The events of the chosen visits: a begin, the first of a browser, the pages, and a form that was sent."""
    first = (sides.nth[chosen] == 1) & every.stored[chosen]
    read = (every.pages[chosen] != NO_PAGE).sum(axis=1)
    at, place = spread(1 + first + read + every.form[chosen])
    view = place - 1 - first[at]
    sent = view == read[at]
    kind = np.where(place == 0, _START, np.where(view < 0, _FIRST, np.where(sent, _SENT, _VIEW)))
    page = np.clip(view, 0, read[at] - 1)
    micros = (sides.begin[chosen][at] + (page + sent) * PACE) * 1_000_000 + place
    order = np.argsort(micros, kind="stable")
    return _Events(chosen[at][order], page[order], kind[order], micros[order])


def _lines(every: Sessions, chosen: Ints, sides: _Sides) -> bytes:
    """The events of the chosen visits, each as a line of JSON."""
    events = _events(every, chosen, sides)
    of, kind = events.of, events.kind
    stored, day, channel = every.stored[of], every.at[of] // DAY, every.channel[of]
    era = (day >= _COLLECTED).astype(np.int64) + (day >= _LAST_CLICK)
    landed = (events.page == 0) & (kind != _SENT)
    dates = [f"{day_of(one):%Y%m%d}" for one in range(DAYS)]
    session = [
        '{"key":"ga_session_id","value":{"int_value":"', _text(sides.begin[of]), '"}},{"key":"ga_session_number","value":{"int_value":"',
        _text(sides.nth[of]), '"}},',
    ]  # fmt: skip
    parts = [
        '{"event_date":"', _of(dates, day), '","event_timestamp":"', _text(events.micros), '","event_name":"', _of(_NAMES, kind),
        '","event_params":[', _where(stored, session), '{"key":"page_location","value":{"string_value":"',
        _of(_PLACES, every.pages[of, events.page]), '"}}', _of(("", *_REFERRERS), np.where(landed, 1 + channel, 0)),
        _of(("", *_PARAMS), np.where(landed, 1 + channel, 0)), _of(("", _FORM), kind == _SENT), "]",
        _where(_named(every, events), [',"user_id":"', sides.user.take(pa.array(of)), '"']),
        _where(stored, [',"user_pseudo_id":"', sides.visitor.take(pa.array(of)), '"']), _of(_CONSENT, stored),
        _of(("", *_COLLECTED_), np.where((era > 0) & landed, 1 + channel, 0)),
        _of(("", *_CLICKED), np.where((era > 1) & stored, 1 + sides.source[of], 0)), _TAIL,
    ]  # fmt: skip
    return _bytes(_joined(parts))


def _named(every: Sessions, events: _Events) -> Bools:
    """Where the site knew the user: all through the visit, or at its last event."""
    of = events.of
    read = (every.pages[of] != NO_PAGE).sum(axis=1)
    final = np.where(every.form[of], events.kind == _SENT, (events.kind == _VIEW) & (events.page == read - 1))
    return np.asarray(every.throughout[of] | (every.at_end[of] & final))


def _joined(parts: Sequence[object]) -> pa.Array:
    return pc.binary_join_element_wise(*map(_large, parts), pa.scalar("", pa.large_string()))


def _text(numbers: Ints) -> pa.Array:
    return pc.cast(pa.array(numbers), pa.string())


def _of(values: Sequence[str], places: Ints | Bools) -> pa.Array:
    return pa.array(values).take(pa.array(places.astype(np.int64)))


def _where(holds: Bools, parts: Sequence[object]) -> pa.Array:
    """The parts joined where it holds, else nothing."""
    return pc.if_else(pa.array(holds), _joined(parts), pa.scalar("", pa.large_string()))


def _large(part: object) -> pa.Array:
    return pa.scalar(part, pa.large_string()) if isinstance(part, str) else pc.cast(part, pa.large_string())


def _bytes(lines: pa.Array) -> bytes:
    """The texts of an array one after another: that is how Arrow keeps them."""
    begin, end = np.frombuffer(lines.buffers()[1], np.int64)[[lines.offset, lines.offset + len(lines)]]
    return bytes(memoryview(lines.buffers()[2])[begin:end])
