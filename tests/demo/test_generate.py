"""The generator: the same bytes from the same seed, plain HTML, links that lead somewhere unless planted."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

import fotavtrykk.demo.generate as demo
from fotavtrykk.errors import UserError
from fotavtrykk.fetch.robots import Robots

HOST = "www.rimtun.example"
ORIGIN = f"https://{HOST}"
SOURCES = sorted(Path(str(demo.__file__)).parent.glob("*.py"))
# What is dead on purpose, for other checks than broken_link.
DEAD = {"/nyheter/arkiv/", "/kalkulator/"}


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _pages(site: Path, host: str = HOST) -> dict[str, LexborHTMLParser]:
    root = site / host
    found = {}
    for file in sorted(root.rglob("*.html")):
        path = "/" + str(file.relative_to(root)).removesuffix("index.html")
        found[path] = LexborHTMLParser(file.read_text("utf-8"))
    return found


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, site: Path) -> None:
    demo.generate(tmp_path)
    assert _files(tmp_path) == _files(site)


@pytest.mark.parametrize("seed", [2, 3, 1234567])
def test_another_seed_gives_another_firm_with_the_same_pages(seed: int, tmp_path: Path, site: Path) -> None:
    demo.generate(tmp_path, seed)
    mine, other = _files(site), _files(tmp_path)
    assert mine[f"{HOST}/om-oss/folk/index.html"] != other[f"{HOST}/om-oss/folk/index.html"]
    unnamed = [{name for name in files if "/folk/" not in name} for files in (mine, other)]
    assert unnamed[0] == unnamed[1]
    assert len(mine) == len(other)


def test_the_generator_knows_nothing_of_the_rest_of_the_product() -> None:
    known = {*sys.stdlib_module_names, "numpy", "pyarrow"}
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                ours = name.startswith("fotavtrykk")
                allowed = name == "fotavtrykk.errors" or name.startswith("fotavtrykk.demo.generate")
                assert not ours or allowed, (source.name, name)
                assert ours or name.split(".")[0] in known, (
                    source.name,
                    name,
                )


def test_about_eighty_pages_in_three_languages(site: Path) -> None:
    pages = _pages(site)
    languages = Counter((page.css_first("html").attributes.get("lang") or "")[:2] for page in pages.values())
    assert 75 <= len(pages) <= 120
    assert languages["nb"] > 60
    assert languages["en"] >= 15
    assert languages["nn"] >= 1
    assert languages["no"] >= 1


@pytest.mark.parametrize(
    "host", sorted({HOST, "www.fjellvarme.example", "www.lunthus.example", "www.seljevik.example"})
)
def test_pages_are_plain_html(site: Path, host: str) -> None:
    for path, page in _pages(site, host).items():
        text = page.html or ""
        assert "$" not in (page.body.text() if page.body else ""), path
        assert page.css_first("html").attributes.get("lang"), path
        assert len(page.css("main")) <= 1, path
        ids = [node.attributes.get("id") for node in page.css("[id]")]
        assert len(ids) == len(set(ids)), path
        assert "</main>" in text or not page.css("main"), path


def test_only_reserved_host_names(site: Path) -> None:
    known = ("schema.org", "www.w3.org", "www.sitemaps.org", "www.linkedin.com", "www.facebook.com",
             "www.instagram.com", "www.youtube.com")  # fmt: skip
    for name, body in _files(site).items():
        for host in re.findall(r"https?://([\w.-]+)", body.decode()):
            assert host.lower().endswith(".example") or host in known, (name, host)


def test_links_lead_somewhere_unless_planted(
    site: Path, truth: dict[str, dict[str, object]], hosts: dict[str, dict[str, object]]
) -> None:
    pages, routes = _pages(site), hosts[HOST]["routes"]
    planted = {row["subject"] for row in truth[HOST]["broken_link"]}  # type: ignore[union-attr]
    for path, page in pages.items():
        for node in page.css("a[href]"):
            target = urlsplit(urljoin(ORIGIN + path, node.attributes["href"] or ""))
            if not target.netloc.endswith("rimtun.example") or target.netloc.startswith("puls."):
                continue
            there = unquote(target.path)
            known = there in pages or f"{there}/" in pages or there in routes or there in DEAD  # type: ignore[operator]
            assert known or path in planted, (path, there)


def test_invented_numbers_pass_the_check_digit_and_no_register_gives_them(site: Path) -> None:
    text = (site / HOST / "apenhetsloven" / "index.html").read_text("utf-8")
    numbers = re.findall(r"\d{3} \d{3} \d{3}", text)
    assert len(set(numbers)) == 4
    for number in numbers:
        digits = [int(char) for char in number if char.isdigit()]
        assert sum(d * w for d, w in zip(digits, (3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True)) % 11 == 0
        assert number.startswith("80")


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError) as told:
        demo.generate(tmp_path / "file" / "demo")
    assert str(tmp_path / "file") in told.value.text("nb")
    assert str(tmp_path / "file") in told.value.text("en")


def test_each_agent_of_a_group_keeps_to_its_own_rules(site: Path) -> None:
    # Many agents share a group, and one of them has a group of its own besides.
    shared = [f"bot{letter}" for letter in "abcdefghijkl"]
    lines = [*(f"User-agent: {agent}" for agent in shared), "Disallow: /a", "", "User-agent: bote", "Disallow: /b", "",
             *(f"User-agent: {agent}" for agent in shared), "Disallow: /c"]  # fmt: skip
    rules = Robots("read", "\n".join(lines))
    assert {agent for agent in shared if not rules.allowed(agent, "https://x.example/b")[0]} == {"bote"}
    own = Robots("read", (site / HOST / "robots.txt").read_text("utf-8"))
    assert own.allowed("fotavtrykk", f"{ORIGIN}/priser/")[0]
    assert not own.allowed("Googlebot", f"{ORIGIN}/priser/")[0]
    assert not own.allowed("Googlebot", f"{ORIGIN}/en/cases/")[0]
    assert own.allowed("Googlebot", f"{ORIGIN}/en/cases/cold-store/")[0]
