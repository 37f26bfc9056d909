"""The demo firm: a synthetic website from a seed, with every fault in it written down.

`generate` writes a folder that `demo.server` can serve: one folder of files per host, `site.json` (how the server
answers), `truth.json` (per host and check: what is faulty, and what only looks so) and `competitors.json` (what those whom the firm is compared
with answer). It uses nothing of the
rest of the product, so that the product cannot be graded against its own opinion.
"""

from __future__ import annotations

import json
from pathlib import Path

from fotavtrykk.demo.generate import competitors, finding, forms, judging, leftovers, pages
from fotavtrykk.demo.generate.layout import Page, address, render
from fotavtrykk.demo.generate.plants import Planted, truth
from fotavtrykk.demo.generate.sisters import sisters
from fotavtrykk.demo.generate.world import HOST, world
from fotavtrykk.errors import UserError

SEED = 1
_PLANTS = (
    *finding.LINKS, *finding.ROBOTS, *finding.CANONICALS, *finding.TITLES,
    *judging.WORDS, *judging.TRUST, *judging.FORMS, *leftovers.LEFTOVERS, *finding.DEPTH,
)  # fmt: skip
_STYLE = """body{font:18px/1.6 Georgia,serif;max-width:44rem;margin:0 auto;padding:1rem;color:#1b2a33}
h1,h2,h3,nav,.meta,footer{font-family:system-ui,sans-serif;line-height:1.25}nav ul{display:flex;flex-wrap:wrap;gap:1rem;
list-style:none;padding:0}.ingress{font-size:1.2em}.meta,footer{color:#4a5b66;font-size:.85em}.kort{list-style:none;
padding:0}.hopp{position:absolute;left:-99em}.hopp:focus{left:0}a{color:#0b5c7d}label{display:block}
footer{border-top:1px solid #c9d3d9;margin-top:3rem}
"""
_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32"><text y="25" font-size="27">Rimtun</text></svg>\n'


def generate(folder: Path, seed: int = SEED) -> None:
    """Write the demo firm's site, its small sister sites, those of competitors, site.json, truth.json and competitors.json into `folder`.

    The same seed gives the same bytes. Raises UserError where the folder cannot be written.
    """
    try:
        _write(folder, seed)
    except OSError as error:
        raise UserError(
            en=f"The demo could not be written to {folder}: {error.strerror}. Name another folder.",
            nb=f"Demoen kunne ikke skrives til {folder}: {error.strerror}. Oppgi en annen mappe.",
        ) from error


def export(folder: Path, seed: int = SEED, scale: int = 1) -> None:
    """Write the demo firm's exports and the truth behind them into `folder`; the same seed gives the same bytes.

    `scale` is how many times as many customers, and so events, there are.
    """
    from fotavtrykk.demo.generate.exports import exports

    files, truth_ = exports(seed, scale)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files:
        (folder / name).write_bytes(content)
    (folder / "truth.json").write_text(json.dumps(truth_, ensure_ascii=False) + "\n", "utf-8")


def _write(folder: Path, seed: int) -> None:
    here = world(seed)
    main = Planted(pages.good(here) | {page.path: page for page in forms.contact_pages()}, here.fill)
    main.plant(_PLANTS)
    files = {path: render(page, here) for path, page in main.pages.items()}
    files |= {
        "/404.html": render(_missing(), here),
        "/robots.txt": _robots(main),
        "/sitemap.xml": _sitemap(main),
    }
    _put(folder / HOST, files | {"/assets/stil.css": _STYLE, "/assets/logo.svg": _LOGO})
    hosts: dict[str, object] = {
        HOST: {"aliases": [HOST.removeprefix("www.")], "plain": "https", "routes": main.routes}
    }
    known: dict[str, object] = {HOST: truth(main.told)}
    for sister in sisters(seed):
        _put(folder / sister.host, sister.files() | {"/robots.txt": "User-agent: *\nDisallow:\n"})
        hosts[sister.host] = {"aliases": [], "plain": sister.plain, "routes": {}}
        known[sister.host] = sister.truth()
    for other in competitors.competitors():
        _put(folder / other.host, other.files() | {"/robots.txt": competitors.robots(other.host)})
    shut = {"/robots.txt": competitors.robots(competitors.CLOSED)}
    _put(folder / competitors.CLOSED, competitors.closed() | shut)
    hosts |= {host: {"aliases": [], "plain": "https", "routes": {}} for host in competitors.HOSTS}
    _put(folder, {"/site.json": _json({"main": HOST, "hosts": hosts}), "/truth.json": _json(known),
                  "/competitors.json": _json(competitors.coverage())})  # fmt: skip


def _json(thing: object) -> str:
    return json.dumps(thing, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _put(folder: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        file = folder / (path + "index.html" if path.endswith("/") else path).lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())


def _missing() -> Page:
    body = '<p>Siden er flyttet eller fjernet. Prøv <a href="/">forsiden</a>.</p>'
    return Page(
        "/404.html",
        "Siden finnes ikke | $kort",
        None,
        "Siden finnes ikke",
        body,
        canonical=(),
        robots="noindex",
    )


def _robots(main: Planted) -> str:
    return (
        "\n".join(
            [
                "User-agent: *",
                "User-agent: Googlebot",
                *main.robots,
                "",
                f"Sitemap: {address('/sitemap.xml')}",
            ]
        )
        + "\n"
    )


def _sitemap(main: Planted) -> str:
    rows = [(page.path, page.lastmod) for page in main.pages.values() if page.listed]
    rows += [(path, "") for path in main.listed]
    items = "".join(
        f"<url><loc>{address(path)}</loc>{f'<lastmod>{date}</lastmod>' if date else ''}</url>\n"
        for path, date in sorted(rows)
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{items}</urlset>\n"
