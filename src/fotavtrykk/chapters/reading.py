"""What was read, what was not, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk import lenses
from fotavtrykk.blocks import Block, Entry, Item, Listing, Prose, Say, Site, Unread
from fotavtrykk.tables import Row, Value

ORDER = 70
NEEDS = ("runs", "hosts", "unread")
_EXAMPLES = 5
_WHY = {
    "nb": {
        "robots": "robots.txt sier at siden ikke skal leses",
        "acts": "Lenken gjør noe (logger ut, sletter, melder av, legger i kurv) og blir aldri fulgt",
        "asset": "Filen er ikke en nettside (PDF, bilde, arkiv) og blir ikke hentet",
        "timeout": "Svarte ikke i tide",
        "dns": "Navnet har ingen adresse",
        "connection": "Fikk ikke forbindelse",
        "tls": "Sertifikatet holder ikke",
        "protocol": "Svaret er ikke gyldig HTTP",
        "encoding": "Svaret er pakket på en måte det ikke ble bedt om",
        "defect": "Siden ble hentet, men en feil i fotavtrykk hindret at lenkene ble lest",
        "sitemap": "Nettstedskartet lot seg ikke lese, eller bare delvis",
        "address": "Fører til en adresse på et privat nett og blir ikke fulgt",
        "port": "Annen port enn 80 og 443 blir ikke fulgt",
        "scheme": "Bare http og https blir lest",
        "redirects": "Blir sendt videre for mange ganger",
        "retry": "Svarte ikke; lesingen tok slutt før det ble spurt igjen",
        "given_up": "Ble spurt om to ganger uten svar",
        "waiting": "Ikke rukket: lesingen tok slutt først",
        "gone": "Siden finnes ikke (HTTP {code})",
        "closed": "Serveren slipper ikke inn (HTTP {code})",
        "http": "Serveren svarer med en feil (HTTP {code})",
        "cap:pages": "Grensen for antall sider var nådd",
        "cap:requests": "Grensen for antall forespørsler var nådd",
        "cap:depth": "For mange klikk fra forsiden",
        "cap:query": "For mange varianter av samme adresse (filtre, sortering)",
        "cap:calendar": "Endeløs kalender",
        "cap:session": "Samme side med ny øktkode",
        "cap:repeats": "Adressen gjentar seg selv",
        "cap:length": "For lang adresse",
        "parse": "Siden ble hentet, men er bygd slik at den ikke lot seg analysere",
        "links": "Står bare på en side som er bygd slik at lenkene ikke lot seg lese i tide",
        "part:size": "Bare begynnelsen av siden ble lest: den er for stor, eller svaret tok for lang tid",
        "part:depth": "Bare en del av siden ble lest: elementene ligger for dypt inni hverandre",
        "other": "Av en annen grunn",
    },
    "en": {
        "robots": "robots.txt says that the page is not to be read",
        "acts": "The link does something (log out, delete, unsubscribe, cart) and is never followed",
        "asset": "The file is not a web page (PDF, image, archive) and is not fetched",
        "timeout": "No answer in time",
        "dns": "The name has no address",
        "connection": "No connection",
        "tls": "The certificate does not hold",
        "protocol": "The answer is not valid HTTP",
        "encoding": "The answer is packed in a way that was not asked for",
        "defect": "The page was fetched, but a fault in fotavtrykk kept its links from being read",
        "sitemap": "The sitemap could not be read, or only in part",
        "address": "Leads to an address on a private network and is not followed",
        "port": "A port other than 80 and 443 is not followed",
        "scheme": "Only http and https are read",
        "redirects": "Redirected too many times",
        "retry": "No answer; reading ended before it was asked again",
        "given_up": "Asked for twice without an answer",
        "waiting": "Not reached: reading ended first",
        "gone": "The page does not exist (HTTP {code})",
        "closed": "The server does not let us in (HTTP {code})",
        "http": "The server answers with an error (HTTP {code})",
        "cap:pages": "The cap on pages was reached",
        "cap:requests": "The cap on requests was reached",
        "cap:depth": "Too many clicks from the front page",
        "cap:query": "Too many variants of one address (filters, sorting)",
        "cap:calendar": "An endless calendar",
        "cap:session": "The same page with a new session id",
        "cap:repeats": "The address repeats itself",
        "cap:length": "The address is too long",
        "parse": "The page was fetched, but is built so that it could not be analysed",
        "links": "Only on a page that is built so that its links could not be read in time",
        "part:size": "Only the beginning of the page was read: it is too big, or the answer took too long",
        "part:depth": "Only a part of the page was read: its elements lie too deep within one another",
        "other": "For another reason",
    },
}
TEXT = {
    "nb": {
        "title": "Lest og ikke lest",
        "all": "Sider lest: {pages}. Forespørsler: {requests}. Alt som ble kjent gjennom lenker og nettstedskart, "
        "ble lest.",
        "some": "Sider lest: {pages}. Forespørsler: {requests}. {n} adresser ble ikke lest. Her er grunnene, med "
        "eksempler; alle står i findings.json.",
        "one": "Sider lest: {pages}. Forespørsler: {requests}. Én adresse ble ikke lest. Her er grunnen.",
        "part_one": "Én side ble bare lest delvis, så sjekkene kan ha oversett noe på den.",
        "part_many": "{n} sider ble bare lest delvis, så sjekkene kan ha oversett noe på dem.",
        "rules_title": "Regler",
        "rules": "{state}{delay}",
        "dropped_known": "Flere enn {n} adresser er kjent. De som kom etter det, ble ikke tatt med, og står ikke i noen liste.",
        "dropped_sitemaps": "Nettstedet har flere nettstedskart enn grensen: {n} ble ikke hentet, og adressene i dem kan være ukjente.",
        "robots.read": "robots.txt ble lest og følges.",
        "robots.html": "Under /robots.txt ligger en nettside. Linjene i den som er regler, følges; ellers er alt tillatt.",
        "robots.refused": "robots.txt ble ikke utlevert (HTTP {status}), og da er alt tillatt.",
        "robots.circle": "robots.txt sendes videre uten ende, og da er alt tillatt.",
        "robots.allowed_all": "Det finnes ingen robots.txt, og da er alt tillatt.",
        "robots.forbidden_all": "robots.txt kunne ikke leses, og da er ingenting tillatt.",
        "robots.not_tried": "robots.txt ble ikke prøvd.",
        "no_delay": "",
        "delay": " Den ber om {n} s mellom forespørslene.",
        "hosts": "Navnene nettstedet svarer på",
        "host": "{host}",
        "host.preferred": "Herfra er sidene lest.",
        "host.ok": "Svarer.",
        "host.redirects": "Sender videre til {detail}.",
        "host.failed": "Svarer ikke. {why}.",
        "host.not_tried": "Ikke prøvd. {why}.",
        "certificate.ok": "Sertifikatet er gyldig.",
        "certificate.bad": "Sertifikatet holder ikke: {fault}.",
        "hsts.on": "Krever alltid sikker forbindelse (HSTS).",
        "hsts.off": "Krever ikke sikker forbindelse (HSTS mangler).",
        "found_on": "Lenket fra {place}",
        "rule": "Regel: {detail}",
        "fault": "Feil: {detail}",
        **_WHY["nb"],
    },
    "en": {
        "title": "Read and not read",
        "all": "Pages read: {pages}. Requests: {requests}. Everything that links and sitemaps made known was "
        "read.",
        "some": "Pages read: {pages}. Requests: {requests}. {n} addresses were not read. Here is why, with "
        "examples; all are in findings.json.",
        "one": "Pages read: {pages}. Requests: {requests}. One address was not read. Here is why.",
        "part_one": "One page was read only in part, so the checks may have missed something on it.",
        "part_many": "{n} pages were read only in part, so the checks may have missed something on them.",
        "rules_title": "Rules",
        "rules": "{state}{delay}",
        "dropped_known": "More than {n} addresses are known. Those that came after that were left out and are in no list.",
        "dropped_sitemaps": "The site has more sitemaps than the cap allows: {n} were not fetched, and what they list may be unknown.",
        "robots.read": "robots.txt was read and is obeyed.",
        "robots.html": "At /robots.txt there is a web page. Its lines that are rules are obeyed; else everything is allowed.",
        "robots.refused": "robots.txt was not handed out (HTTP {status}), so everything is allowed.",
        "robots.circle": "robots.txt redirects without end, so everything is allowed.",
        "robots.allowed_all": "There is no robots.txt, so everything is allowed.",
        "robots.forbidden_all": "robots.txt could not be read, so nothing is allowed.",
        "robots.not_tried": "robots.txt was not tried.",
        "no_delay": "",
        "delay": " It asks for {n} s between requests.",
        "hosts": "The names that the site answers to",
        "host": "{host}",
        "host.preferred": "The pages were read from here.",
        "host.ok": "Answers.",
        "host.redirects": "Redirects to {detail}.",
        "host.failed": "Does not answer. {why}.",
        "host.not_tried": "Not tried. {why}.",
        "certificate.ok": "The certificate is valid.",
        "certificate.bad": "The certificate does not hold: {fault}.",
        "hsts.on": "Always demands a secure connection (HSTS).",
        "hsts.off": "Does not demand a secure connection (no HSTS).",
        "found_on": "Linked from {place}",
        "rule": "Rule: {detail}",
        "fault": "Fault: {detail}",
        **_WHY["en"],
    },
}
_HERE = "chapters/reading"
_GONE, _CLOSED = ("404", "410"), ("401", "403", "407", "429")


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """How much was read, by which rules and names; then the reasons by how many addresses they concern."""
    run, unread, hosts = tables["runs"][0], tables["unread"], tables["hosts"]
    parts = sum(1 for row in unread if row["state"] == "partial")
    left = len(unread) - parts
    values = {"pages": run["pages_read"], "requests": run["requests"], "n": left}
    out: list[Block] = [Prose(Say(_HERE, {0: "all", 1: "one"}.get(left, "some"), values))]
    if parts:
        out.append(Prose(Say(_HERE, "part_one" if parts == 1 else "part_many", {"n": parts})))
    dropped = (lenses.cap(cap) for cap in str(run["caps"] or "").split("; "))
    out += [
        Prose(Say(_HERE, f"dropped_{key.removeprefix('cap.')}", {"n": n}))
        for key, n in dropped
        if key in ("cap.known", "cap.sitemaps")
    ]
    out += [Prose(_rules(host), Say(_HERE, "rules_title")) for host in hosts if host["preferred"]]
    if hosts:
        out.append(Listing(Say(_HERE, "hosts"), tuple(map(_host, hosts))))
    return out + _unread(unread, run["state"] in ("interrupted", "stopped"))


def _rules(host: Row) -> Say:
    delay = host.get("crawl_delay")
    return Say(_HERE, "rules", {
        "state": Say(_HERE, f"robots.{_robots(host)}", {"status": host["robots_status"]}),
        "delay": Say(_HERE, "no_delay") if delay is None else Say(_HERE, "delay", {"n": delay}),
    })  # fmt: skip


def _robots(host: Row) -> str:
    status = lenses.count(host["robots_status"])
    if host["robots_state"] == "allowed_all" and 300 <= status < 400:
        return "circle"
    if host["robots_state"] == "allowed_all" and status not in (404, 410):
        return "refused"
    html = host["robots_state"] == "read" and host["robots_detail"] == "html"
    return "html" if html else str(host["robots_state"])


def _host(host: Row) -> Entry:
    detail = str(host.get("detail") or "")
    notes = [
        Say(_HERE, f"host.{host['state']}", {"detail": Site(detail), "why": _why(detail.partition(":")[0])})
    ]
    if host.get("certificate") and not detail.startswith("tls"):
        fault = {"fault": Site(host["certificate"])}
        notes.append(
            Say(_HERE, "certificate.ok" if host["certificate"] == "ok" else "certificate.bad", fault)
        )
    if host["preferred"]:
        notes += [Say(_HERE, "hsts.on" if host.get("hsts") else "hsts.off"), Say(_HERE, "host.preferred")]
    name = Say(_HERE, "host", {"host": Site(f"{host['scheme']}://{host['host']}/")})
    return Entry(name, tuple(notes))


def _unread(rows: Sequence[Row], cut: bool) -> list[Block]:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        code = "waiting" if cut and row["state"] == "waiting" else str(row["reason"] or "")
        groups.setdefault(code, []).append(row)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Unread(_why(code), len(mine), _examples(mine)) for code, mine in ordered]


def _why(code: str) -> Say:
    if code.startswith("http_"):
        status = code.removeprefix("http_")
        key = "gone" if status in _GONE else "closed" if status in _CLOSED else "http"
        return Say(_HERE, key, {"code": Site(status)})
    return Say(_HERE, code if code in _WHY["en"] else "other")


def _examples(rows: Sequence[Row]) -> tuple[Item, ...]:
    first = sorted(rows, key=lambda row: str(row["url"]))[:_EXAMPLES]
    return tuple(Item(Site(row["url"]), _line(row.get("found_on"), row)) for row in first)


def _line(found_on: Value, row: Row) -> Say | None:
    detail = {"detail": Site(row.get("detail") or "")}
    if row["reason"] in ("robots", "sitemap", "defect") and row.get("detail"):
        return Say(_HERE, "rule" if row["reason"] == "robots" else "fault", detail)
    return Say(_HERE, "found_on", {"place": Site(found_on)}) if found_on else None
