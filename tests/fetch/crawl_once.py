"""A crawl in a process of its own, to be killed: python crawl_once.py PORT FOLDER CONCURRENCY."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from fetch.crawling import extract, options
from fotavtrykk.fetch import crawl

if __name__ == "__main__":
    port, folder, concurrency = sys.argv[1:]
    given = options(int(port), concurrency=int(concurrency))
    asyncio.run(crawl(given, Path(folder), extract, lambda _: None, asyncio.Event()))
