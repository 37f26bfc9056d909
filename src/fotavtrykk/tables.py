"""The contract: every table of the project, each column with a sentence, a type and a unit.

Tables are the only interface between the parts. Times are UTC; every row carries the run that made it.
Text that comes from a site is kept as it was found and is never trusted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pyarrow as pa

Kind = Literal["string", "int", "float", "bool", "time", "date"]
Value = str | int | float | bool | None | object
Row = Mapping[str, Value]


@dataclass(frozen=True)
class Column:
    """One column: its name, its type, a sentence, and its unit where it has one."""

    name: str
    kind: Kind
    text: str
    unit: str = ""


@dataclass(frozen=True)
class Table:
    """One table: its name, a sentence and its columns in order."""

    name: str
    text: str
    columns: tuple[Column, ...]

    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]

    def schema(self) -> pa.Schema:
        """The same columns as an Arrow schema."""
        import pyarrow as pa

        types = {
            "string": pa.string(),
            "int": pa.int64(),
            "float": pa.float64(),
            "bool": pa.bool_(),
            "time": pa.timestamp("us"),
            "date": pa.date32(),
        }
        return pa.schema([(column.name, types[column.kind]) for column in self.columns])

    def arrow(self, rows: Iterable[Row]) -> pa.Table:
        """`rows` as an Arrow table of exactly this schema; a missing key becomes null.

        Raises `KeyError` when a row has a key that the table does not declare.
        """
        import pyarrow as pa

        rows = list(rows)
        known = set(self.names())
        for row in rows:
            if not known.issuperset(row):
                raise KeyError(f"{self.name}: undeclared column {sorted(set(row) - known)}")
        return pa.Table.from_pylist(rows, schema=self.schema())


def _table(name: str, text: str, *columns: tuple[str, Kind, str] | tuple[str, Kind, str, str]) -> Table:
    run = Column("run_id", "string", "The run that made the row.")
    return Table(name, text, (run, *(Column(*column) for column in columns)))


_CRAWL = (
    _table(
        "fetches",
        "One row per URL of the site that was asked for, refused, skipped or only heard of.",
        ("url", "string", "The URL's identity in the site (see urls.Site.key)."),
        ("state", "string", "read, redirected, http_error, failed, refused, skipped or waiting."),
        (
            "reason",
            "string",
            "Why it was not read: a short code such as robots, cap:pages, acts, address, timeout.",
        ),
        ("detail", "string", "What was seen, in words: the rule of robots.txt, the address, the error."),
        ("status", "int", "HTTP status of the answer to this URL; null where there was none."),
        ("location", "string", "Where a redirect points, as an absolute URL."),
        ("final_url", "string", "The URL at the end of the redirects, itself where there are none."),
        ("final_status", "int", "HTTP status at the end of the redirects; null where there was none."),
        ("chain", "string", "The URLs from this one to the last, separated by a blank."),
        ("hops", "int", "Redirects between this URL and the last.", "redirects"),
        ("depth", "int", "Clicks from the start page; null where no link path is known.", "clicks"),
        ("source", "string", "How it was first found: start, link, sitemap, canonical, redirect."),
        ("found_on", "string", "The URL on which it was first found."),
        ("in_sitemap", "bool", "A sitemap of the site lists it."),
        ("content_type", "string", "Media type of the answer, lower case, without parameters."),
        ("x_robots_tag", "string", "The header of that name."),
        ("last_modified", "string", "The header of that name."),
        ("requested_at", "time", "When it was asked for.", "UTC"),
        ("seconds", "float", "From the request to the end of the body.", "s"),
        ("wire_bytes", "int", "Size of the body as sent.", "bytes"),
        ("bytes", "int", "Size of the body decoded.", "bytes"),
        ("truncated", "string", "length or time where the body was cut, else empty."),
        ("secure", "bool", "It was read over TLS with a certificate that holds."),
        ("warc", "string", "File of the WARC record, below the run's crawl folder."),
        ("offset", "int", "Where the record begins in that file.", "bytes"),
    ),
    _table(
        "hosts",
        "One row per host name and scheme of the site that was tried.",
        ("host", "string", "Host name, with its port where that is not the usual one."),
        ("scheme", "string", "http or https."),
        ("preferred", "bool", "The site's pages are read from this one."),
        ("state", "string", "ok, redirects, failed or not_tried."),
        ("detail", "string", "Where it redirects to, or what went wrong."),
        (
            "certificate",
            "string",
            "ok, or what is wrong with it: expired, self_signed, wrong_host, untrusted; empty for http.",
        ),
        ("hsts", "bool", "The answer carried Strict-Transport-Security."),
        ("robots_status", "int", "HTTP status of robots.txt; null where there was no answer."),
        ("robots_state", "string", "read, allowed_all (4xx), forbidden_all (5xx, cut) or not_tried."),
        (
            "robots_detail",
            "string",
            "What was seen: an HTTP status, an error, or html where robots.txt is a web page.",
        ),
        ("crawl_delay", "float", "Crawl-delay asked for.", "s"),
    ),
    _table(
        "robots_access",
        "May this agent read this URL, by RFC 9309?",
        ("url", "string", "URL of the site."),
        ("agent", "string", "Product token of the crawler."),
        ("class", "string", "ours, search, training or user."),
        ("allowed", "bool", "It may."),
        ("rule", "string", "The rule that decided, as written."),
    ),
    _table(
        "sitemaps",
        "One row per page that a sitemap lists, and one per sitemap that is not as it should be.",
        ("sitemap", "string", "URL of the sitemap."),
        ("url", "string", "The URL's identity in the site; as written where it is not of the site."),
        ("internal", "bool", "It is of the site."),
        ("lastmod", "string", "Date of change as written."),
        (
            "problem",
            "string",
            "What is wrong with the sitemap itself, which then stands as url too; else null.",
        ),
    ),
    _table(
        "pages",
        "One row per HTML page that was read (status 200), also where the parser had to give up.",
        ("url", "string", "The URL's identity in the site."),
        ("type", "string", "front, article, case, product, person, contact, legal, listing or other."),
        ("title", "string", "Text of the first <title>; null where there is none."),
        ("description", "string", "Content of the meta description; null where there is none."),
        ("h1", "string", "Text of the first <h1>; null where there is none."),
        ("h1_count", "int", "Number of <h1>.", "headings"),
        ("headings", "int", "Number of headings with text, h1 to h6.", "headings"),
        (
            "canonical",
            "string",
            "Canonical URL, absolute (site identity where it is of the site); null where none.",
        ),
        ("canonicals", "int", "Number of different canonical URLs given.", "URLs"),
        ("noindex", "string", "Where it is kept out of search: meta, header or null."),
        ("lang_declared", "string", "<html lang> as a two-letter code, lower case; null where none."),
        (
            "lang",
            "string",
            "Language of the main text: nb, nn, en, sv, da, de, other; null where there is too little text.",
        ),
        ("lang_confidence", "float", "The detector's confidence.", "0-1"),
        ("words", "int", "Words of the main text.", "words"),
        ("text", "string", "All visible text of the page, blanks folded, at most 200,000 characters."),
        ("published", "date", "Date of publication stated by the page; null where none."),
        ("modified", "date", "Date of change stated by the page; null where none."),
        ("date_source", "string", "Where the date was found: jsonld, microdata, meta, time, text."),
        ("date_text", "string", "The date as written."),
        ("bylines", "int", "Named authors found (persons; the firm itself does not count).", "authors"),
        ("charset", "string", "Character set used to decode."),
        (
            "signature",
            "string",
            "MinHash of the main text's word 5-grams: 64 values of 8 hex digits; null under 20 words.",
        ),
        (
            "truncated",
            "string",
            "Why the parser gave up or cut: depth, size, time, memory, error; else empty.",
        ),
        (
            "code",
            "string",
            "Text within code, pre, samp and kbd, blanks folded as in text; null where there is none.",
        ),
    ),
    _table(
        "links",
        "One row per link with an address on a page.",
        ("url", "string", "The page it stands on."),
        ("link_no", "int", "Its number on the page, from 0."),
        ("href", "string", "As written."),
        (
            "target",
            "string",
            "Where it leads, absolute, without fragment (site identity where it is of the site).",
        ),
        ("internal", "bool", "It leads to the same site."),
        ("scheme", "string", "http, https, mailto, tel or other; invalid where it is no URL."),
        (
            "anchor",
            "string",
            "Text of the link, else the alternative text of its image, its aria-label or title.",
        ),
        ("rel", "string", "The rel attribute, lower case."),
        ("place", "string", "nav, header, footer, aside or main."),
        (
            "name",
            "string",
            "Accessible name: aria-labelledby or aria-label before the text; null where it is the anchor.",
        ),
    ),
    _table(
        "images",
        "One row per image on a page.",
        ("url", "string", "The page it stands on."),
        ("src", "string", "As written, resolved; data: cut to its type."),
        ("alt", "string", "Alternative text; null where the attribute is missing."),
        ("place", "string", "nav, header, footer, aside or main."),
    ),
    _table(
        "forms",
        "One row per control that a visitor must see or fill in; a form without any has one row with null control.",
        ("url", "string", "The page it stands on."),
        ("form_no", "int", "The form's number on the page, from 0."),
        ("purpose", "string", "contact, newsletter, search, login, comment or other."),
        ("action", "string", "Where it sends, absolute."),
        ("method", "string", "get or post."),
        ("control_no", "int", "The control's number in the form, from 0."),
        ("name", "string", "Its name attribute."),
        (
            "control",
            "string",
            "text, email, tel, textarea, select, checkbox, radio, file, ...; radio groups count once.",
        ),
        ("label", "string", "Its accessible name; null where it has none."),
        (
            "label_source",
            "string",
            "label, aria, title, placeholder or null. A placeholder alone is no label.",
        ),
        ("required", "bool", "It is marked as required (attribute, aria or an asterisk in the label)."),
        ("autocomplete", "string", "Its autocomplete token."),
        ("captcha", "bool", "The form has a captcha."),
    ),
    _table(
        "entities",
        "Facts that a page states: one row per property of a thing.",
        ("url", "string", "The page."),
        ("entity_no", "int", "Number of the thing on the page, from 0."),
        ("kind", "string", "organisation, person, article, product, place, event, offer or other."),
        ("source", "string", "jsonld, microdata, opengraph, meta, byline, team, text or tel/mailto link."),
        (
            "property",
            "string",
            "name, title, email, phone, orgnr, address, postcode, author, price, url, same_as, logo, ...",
        ),
        ("value", "string", "As written."),
        ("normal", "string", "In one form (E.164, nine digits, lower case); null where it is not valid."),
        ("valid", "bool", "It has the right form (organisation number: mod-11)."),
        ("quote", "string", "The words around it, as seen on the page; at most 200 characters."),
        ("place", "string", "nav, header, footer, aside, main or head."),
    ),
    _table(
        "passages",
        "The main text cut at headings: 60 to 200 words where the text allows it.",
        ("url", "string", "The page."),
        ("passage_no", "int", "Its number on the page, from 0."),
        ("heading_path", "string", "The headings above it, joined by ' > '."),
        ("text", "string", "The text."),
        ("words", "int", "Its words.", "words"),
    ),
)

_DERIVED = (
    _table(
        "spans",
        "Places in the text of a page that a check's scan found.",
        ("check", "string", "The check."),
        ("url", "string", "The page."),
        ("start", "int", "First character in pages.text.", "characters"),
        ("end", "int", "Character after the last.", "characters"),
        ("quote", "string", "The words found."),
    ),
    _table(
        "check_runs",
        "One row per check: did it run, on how many things, what did it find?",
        ("check", "string", "The check."),
        ("lens", "string", "found, relevant, people, trust or friction."),
        ("severity", "string", "info, low, high or critical."),
        ("state", "string", "found, clean, not_measured, not_applicable or error."),
        ("reason", "string", "The table that is missing, or the error in words."),
        ("examined", "int", "Things examined.", "things"),
        ("found", "int", "Things found.", "things"),
        ("seconds", "float", "Time taken.", "s"),
    ),
    _table(
        "findings",
        "One row per thing that a check found.",
        ("check", "string", "The check."),
        ("lens", "string", "found, relevant, people, trust or friction."),
        ("severity", "string", "info, low, high or critical."),
        ("subject", "string", "The URL that the finding is about."),
        ("quote", "string", "The words found, as they stand on the site; untrusted."),
        ("place", "string", "Where: another URL, or a place on the page."),
        ("number", "float", "The figure that the finding turns on, where there is one."),
    ),
    _table(
        "measures",
        "One row per measure and segment.",
        ("measure", "string", "The measure."),
        ("lens", "string", "found, relevant, people, trust or friction."),
        ("segment", "string", "all, or the part that the row is about."),
        ("k", "float", "Numerator."),
        ("n", "float", "Denominator."),
        ("value", "float", "The measure's value."),
        ("low", "float", "Lower end of the 95 % interval; null in a census."),
        ("high", "float", "Upper end of the 95 % interval; null in a census."),
        ("unit", "string", "share, clicks, fields, items or pages."),
        ("main", "bool", "It is the lens's main measure, shown on the first screen."),
        ("state", "string", "measured, not_measured, not_applicable or error."),
        ("reason", "string", "What is missing, or the error in words."),
    ),
    _table(
        "priorities",
        "The changes in order of worth (formula in priorities.py).",
        ("rank", "int", "1 is worth most."),
        ("check", "string", "The check whose findings the change would end."),
        ("score", "float", "The formula's value."),
        ("pages", "int", "Pages affected.", "pages"),
        ("findings", "int", "Findings that it would end.", "findings"),
        ("example", "string", "A page affected, nearest to contact."),
    ),
    _table(
        "unread",
        "The site's URLs that were known and not read, or read only in part, and why.",
        ("url", "string", "The URL."),
        ("state", "string", "As in fetches; partial where only a part of the page was read."),
        (
            "reason",
            "string",
            "As in fetches; parse where the page could not be analysed, part:size or part:depth where it was cut, "
            "links where only a page whose links could not be read in time leads to it.",
        ),
        ("detail", "string", "As in fetches."),
        ("found_on", "string", "As in fetches."),
    ),
    _table(
        "runs",
        "One row per run of the project.",
        ("command", "string", "audit."),
        ("start_url", "string", "The URL asked for."),
        ("site", "string", "Origin and prefix that were audited."),
        ("own", "bool", "The site is the user's own; persons may be looked at."),
        ("started_at", "time", "Begin.", "UTC"),
        ("ended_at", "time", "End.", "UTC"),
        ("state", "string", "complete, capped, interrupted, stopped (disk, error) or empty."),
        ("caps", "string", "Caps that cut the crawl, with their figures, separated by a semicolon."),
        ("pages_read", "int", "HTML pages read with status 200.", "pages"),
        ("pages_known", "int", "URLs of the site heard of by link or sitemap.", "URLs"),
        ("requests", "int", "Requests made.", "requests"),
        ("version", "string", "Version of fotavtrykk."),
    ),
)

TABLES: dict[str, Table] = {table.name: table for table in (*_CRAWL, *_DERIVED)}
PARSED: tuple[str, ...] = ("pages", "links", "images", "forms", "entities", "passages")
LENSES: tuple[str, ...] = ("found", "relevant", "people", "trust", "friction")
SEVERITIES: tuple[str, ...] = ("info", "low", "high", "critical")
PAGE_TYPES: tuple[str, ...] = (
    "front",
    "article",
    "case",
    "product",
    "person",
    "contact",
    "legal",
    "listing",
    "other",
)
