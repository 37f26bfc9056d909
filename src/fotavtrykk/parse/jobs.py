"""What the workers do: top-level functions of one job each, which can be sent to another process."""

from __future__ import annotations

from pathlib import Path

from fotavtrykk import parse, warc
from fotavtrykk.tables import Row
from fotavtrykk.urls import Site

LinksJob = tuple[bytes, str, str]
PageJob = tuple[str, str, str, int, Site, bool]


def links(job: LinksJob) -> list[tuple[str, str]]:
    """The addresses that the crawler may follow, with link or canonical: see parse.links."""
    body, url, content_type = job
    return parse.links(body, url, content_type)


def page(job: PageJob) -> dict[str, list[Row]]:
    """The rows of one stored page: folder, its key, WARC file, offset, site, whether persons are looked at."""
    folder, _key, file, offset, site, people = job
    record = warc.read(Path(folder) / file, offset)
    return parse.page(record, site, people)
