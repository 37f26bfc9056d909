"""Crawl speed and memory beside advertools, on the same site served by nginx on loopback, in turn.

    make bench                                  # 5 runs of 2,000 pages
    python benchmarks/crawl.py --runs 1 --pages 20000 --only ours

Prints, for each: pages a second, CPU a page (all processes of the run, summed), peak PSS; then the ratios.
advertools runs in its own environment (.venv-bench, from requirements-bench.lock). nginx is Debian's.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).parent.parent
HOST = "www.bench.example"
WORDS = """anlegg kunde varme kulde måler rapport styret service pumpe drift lager butikk pris tilbud avtale tekniker logg feil
strøm bygg leverandør temperatur målinger vinter sommer kontor verksted fryser kompressor""".split()

ADVERTOOLS = """
import sys, advertools
advertools.crawl(sys.argv[1], sys.argv[2], follow_links=True, allowed_domains=["127.0.0.1"],
    custom_settings={"LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS_PER_DOMAIN": 8, "ROBOTSTXT_OBEY": True, "DOWNLOAD_DELAY": 0})
"""
ALONE = """
import asyncio, sys
from pathlib import Path
from fotavtrykk import fetch, parse
async def extract(body, url, kind): return parse.links(body, url, kind)
rules = tuple(fetch.ConnectTo(h, 80, "127.0.0.1", int(sys.argv[3])) for h in ("www.bench.example", "bench.example"))
options = fetch.Options(sys.argv[1], delay=0, concurrency=8, connect_to=rules, limits=fetch.Limits(pages=50000))
asyncio.run(fetch.crawl(options, Path(sys.argv[2]), extract, lambda now: None, asyncio.Event()))
"""


def site(folder: Path, pages: int) -> None:
    """Pages of about 33 kB with 85 links each."""
    rng = random.Random(1)
    folder.mkdir()
    for at in range(pages):
        targets = [(2 * at + 1) % pages, (2 * at + 2) % pages, *(rng.randrange(pages) for _ in range(83))]
        links = "".join(
            f'<li><a href="/p{to}.html">Side {to} om {rng.choice(WORDS)}</a></li>' for to in targets
        )
        text = "".join(
            f"<h2>Del {part}</h2><p>{' '.join(rng.choices(WORDS, k=220))}.</p>" for part in range(16)
        )
        html = (
            f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Side {at}</title></head><body><nav><ul>{links}'
            f"</ul></nav><main><h1>Side {at}</h1>{text}</main><footer>Firma AS</footer></body></html>"
        )
        (folder / (f"p{at}.html" if at else "index.html")).write_text(html, "utf-8")


def nginx(folder: Path, root: Path, port: int) -> subprocess.Popen[bytes]:
    """Run nginx in the foreground on loopback; it ends with the benchmark."""
    conf = folder / "nginx.conf"
    conf.write_text(
        f"worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log; daemon off; events {{}}\n"
        f"http {{ access_log off; gzip on; include /etc/nginx/mime.types; server {{ listen 127.0.0.1:{port}; root {root}; }} }}\n"
    )
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    server = subprocess.Popen([binary, "-c", str(conf)], stderr=subprocess.DEVNULL)
    time.sleep(1)
    return server


def measured(command: list[str]) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds of every process of the command, peak summed PSS in MB."""
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    cpu: dict[int, float] = {}
    peak = 0
    while process.poll() is None:
        memory = 0
        with suppress(psutil.Error):
            top = psutil.Process(process.pid)
            for one in [top, *top.children(recursive=True)]:
                with suppress(psutil.Error):
                    times = one.cpu_times()
                    cpu[one.pid] = max(cpu.get(one.pid, 0.0), times.user + times.system)
                    memory += one.memory_full_info().pss
        peak = max(peak, memory)
        time.sleep(0.1)
    if process.returncode:
        sys.exit(f"{command[0]} … ended with {process.returncode}")
    return time.monotonic() - began, sum(cpu.values()), peak / 1e6


def commands(folder: Path, port: int, run: int, pages: int) -> dict[str, list[str]]:
    """What is measured, by name."""
    ours = str(Path(sys.executable).parent / "fotavtrykk")
    rules = [f"--connect-to={host}:80:127.0.0.1:{port}" for host in (HOST, HOST.removeprefix("www."))]
    made = {
        "ours": [
            ours, "audit", f"http://{HOST}/", "--own", "--delay=0", "--concurrency=8", f"--max-pages={pages + 10}",
            f"--out={folder}/ours{run}", *rules,
        ],
        "ours, crawl and WARC alone": [sys.executable, "-c", ALONE, f"http://{HOST}/", f"{folder}/alone{run}", str(port)],
    }  # fmt: skip
    peer = ROOT / ".venv-bench" / "bin" / "python"
    if peer.exists():
        path, start = f"PATH={peer.parent}:/usr/bin:/bin", f"http://127.0.0.1:{port}/"
        made["advertools"] = ["env", path, str(peer), "-c", ADVERTOOLS, start, f"{folder}/adv{run}.jsonl"]
    return made


def main() -> None:
    """Run in turn, print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--port", type=int, default=8089)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    results: dict[str, list[tuple[float, float, float]]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        site(folder / "site", asked.pages)
        server = nginx(folder, folder / "site", asked.port)
        try:
            for run in range(asked.runs):
                for who, command in commands(folder, asked.port, run, asked.pages).items():
                    if asked.only in ("", who):
                        results.setdefault(who, []).append(measured(command))
        finally:
            server.terminate()
    medians = {
        who: [statistics.median(column) for column in zip(*rows, strict=True)]
        for who, rows in results.items()
    }
    shown = {
        who: {
            "pages_a_second": round(asked.pages / wall, 1),
            "cpu_ms_a_page": round(cpu / asked.pages * 1000, 2),
            "peak_pss_mb": round(pss),
        }
        for who, (wall, cpu, pss) in medians.items()
    }
    if "advertools" in shown and "ours" in shown:
        peer = shown["advertools"]
        for who in [who for who in shown if who != "advertools"]:
            shown[who]["pages_a_second_ratio"] = round(
                shown[who]["pages_a_second"] / peer["pages_a_second"], 2
            )
            shown[who]["cpu_ratio"] = round(shown[who]["cpu_ms_a_page"] / peer["cpu_ms_a_page"], 2)
    print(json.dumps(shown, indent=1))


if __name__ == "__main__":
    main()
