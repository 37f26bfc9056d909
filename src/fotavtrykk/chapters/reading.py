"""What was read, what was not, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fotavtrykk.blocks import Block, Prose, Say, Site, Unread
from fotavtrykk.tables import Row

ORDER = 70
NEEDS = ("runs", "hosts", "unread")
_EXAMPLES = 5
_WHY = {
    "nb": {
        "robots": "robots.txt sier at siden ikke skal leses",
        "acts": "Lenker som gjør noe (logger ut, sletter, melder av, handlekurv): blir aldri fulgt",
        "asset": "Filer som ikke er nettsider (PDF, bilder, arkiv): blir ikke hentet",
        "timeout": "Svarte ikke i tide",
        "dns": "Navnet har ingen adresse",
        "connection": "Fikk ikke forbindelse",
        "tls": "Sertifikatet holder ikke",
        "protocol": "Serveren svarte med noe som ikke er gyldig HTTP",
        "address": "Fører til en adresse på et privat nett: blir ikke fulgt",
        "port": "Annen port enn 80 og 443: blir ikke fulgt",
        "given_up": "Ble spurt om to ganger uten svar",
        "http": "Serveren svarte med en feil",
        "cap:pages": "Ikke hentet: grensen for antall sider var nådd",
        "cap:depth": "Ikke hentet: for mange klikk fra forsiden",
        "cap:query": "Ikke hentet: for mange varianter av samme adresse (filtre, sortering)",
        "cap:calendar": "Ikke hentet: endeløs kalender",
        "cap:session": "Ikke hentet: samme side med ny øktkode",
        "cap:repeats": "Ikke hentet: adressen gjentar seg selv",
        "cap:length": "Ikke hentet: for lang adresse",
        "other": "Av en annen grunn",
    },
    "en": {
        "robots": "robots.txt says that the page is not to be read",
        "acts": "Links that do something (log out, delete, unsubscribe, cart): never followed",
        "asset": "Files that are not web pages (PDF, images, archives): not fetched",
        "timeout": "No answer in time",
        "dns": "The name has no address",
        "connection": "No connection",
        "tls": "The certificate does not hold",
        "protocol": "The server's answer is not valid HTTP",
        "address": "Leads to an address on a private network: not followed",
        "port": "A port other than 80 and 443: not followed",
        "given_up": "Asked for twice without an answer",
        "http": "The server answered with an error",
        "cap:pages": "Not fetched: the cap on pages was reached",
        "cap:depth": "Not fetched: too many clicks from the front page",
        "cap:query": "Not fetched: too many variants of one address (filters, sorting)",
        "cap:calendar": "Not fetched: an endless calendar",
        "cap:session": "Not fetched: the same page with a new session id",
        "cap:repeats": "Not fetched: the address repeats itself",
        "cap:length": "Not fetched: the address is too long",
        "other": "For another reason",
    },
}
TEXT = {
    "nb": {
        "title": "Hva som ble lest, og hva som ikke ble det",
        "all": "Alt som ble kjent gjennom lenker og nettstedskart, ble lest.",
        "some": "{n} adresser ble ikke lest. Her er grunnene, med eksempler.",
        "rules": "Reglene for lesing er hentet fra robots.txt ({detail}).",
        "robots.read": "lest",
        "robots.allowed_all": "finnes ikke, altså er alt tillatt",
        "robots.forbidden_all": "kunne ikke leses, altså er ingenting tillatt",
        "robots.not_tried": "ikke prøvd",
        **_WHY["nb"],
    },
    "en": {
        "title": "What was read, and what was not",
        "all": "Everything that links and sitemaps made known was read.",
        "some": "{n} addresses were not read. Here is why, with examples.",
        "rules": "The rules for reading are those of robots.txt ({detail}).",
        "robots.read": "read",
        "robots.allowed_all": "there is none, so everything is allowed",
        "robots.forbidden_all": "could not be read, so nothing is allowed",
        "robots.not_tried": "not tried",
        **_WHY["en"],
    },
}
_HERE = "chapters/reading"


def build(tables: Mapping[str, Sequence[Row]]) -> list[Block]:
    """The rules, then the reasons by how many addresses they concern."""
    groups: dict[str, list[str]] = {}
    for row in tables["unread"]:
        groups.setdefault(_reason(str(row["reason"] or "")), []).append(str(row["url"]))
    count = len(tables["unread"])
    out: list[Block] = [Prose(Say(_HERE, "some", {"n": count}) if count else Say(_HERE, "all"))]
    host = next((row for row in tables["hosts"] if row["preferred"]), None)
    if host is not None:
        out.append(Prose(Say(_HERE, "rules", {"detail": Say(_HERE, f"robots.{host['robots_state']}")})))
    for reason, found in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        out.append(
            Unread(Say(_HERE, reason), len(found), tuple(Site(url) for url in sorted(found)[:_EXAMPLES]))
        )
    return out


def _reason(code: str) -> str:
    if code.startswith("http_"):
        return "http"
    return code if code in TEXT["en"] else "other"
