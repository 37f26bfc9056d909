"""Sites that can be read along the way, and sites that are secured though it does not look so."""

from __future__ import annotations

from harness import Case
from smallsites import page, paragraphs

FORM = (
    '<form method="post" action="%s"><label>Navn <input name="navn"></label><label>Melding '
    '<textarea name="melding"></textarea></label><button>Send</button></form>'
)


def site(extra: str = "", lang: str = "nb") -> dict[str, str]:
    return {"/": page(f"<h1>Nordvik</h1>{paragraphs(60, lang)}{extra}", lang=lang)}


def https(certificate: str = "ok", state: str = "ok") -> dict[str, object]:
    return {
        "host": "nordvik.example",
        "scheme": "https",
        "preferred": True,
        "state": state,
        "certificate": certificate,
    }


def http(state: str, detail: str = "") -> dict[str, object]:
    return {
        "host": "nordvik.example",
        "scheme": "http",
        "preferred": False,
        "state": state,
        "certificate": "",
        "detail": detail,
    }


CASES = [
    Case(
        "http answers and does not lead on",
        site(),
        rows={"hosts": [https(), http("ok", "HTTP 200")]},
        found={"http://nordvik.example/"},
    ),
    Case(
        "a certificate that has run out",
        site(),
        rows={"hosts": [https("expired", "failed"), http("redirects", "https://nordvik.example/")]},
        found={"/"},
    ),
    Case(
        "a form that sends in the clear",
        site(FORM % "http://skjema.example/send"),
        rows={"hosts": [https()]},
        found={"/"},
    ),
    Case(
        "a picture in the clear, English",
        site('<img src="http://bilder.example/a.jpg" alt="A quay">', "en"),
        rows={"hosts": [https()]},
        found={"/"},
    ),
    Case(
        "a form in mark-up that never ends",
        {
            "/": "<html lang=nb><body><main><p>Skriv til oss<form method=post "
            'action="http://skjema.example/send"><p><input name=navn aria-label=Navn>'
        },
        rows={"hosts": [https()]},
        found={"/"},
    ),
    Case(
        "a whole site in the clear is one fault",
        site(FORM % "/send" + '<img src="/a.jpg" alt="">'),
        rows={"hosts": [http("ok", "HTTP 200"), https("", "failed")]},
        origin="http://nordvik.example",
        found={"/"},
    ),
    Case(
        "http leads on to https",
        site(),
        rows={"hosts": [https(), http("redirects", "https://nordvik.example/")]},
    ),
    Case("http answers that there is nothing", site(), rows={"hosts": [https(), http("ok", "HTTP 404")]}),
    Case("http does not answer", site(), rows={"hosts": [https(), http("failed", "refused")]}),
    Case("http was not tried", site(), rows={"hosts": [https(), http("not_tried")]}),
    Case("https was not tried", site(), rows={"hosts": [https(""), http("not_tried")]}),
    Case(
        "a link to another site in the clear",
        site('<a href="http://kunde.example/">Kaia Mek</a>'),
        rows={"hosts": [https()]},
    ),
    Case(
        "a form that sends over https, English",
        site(FORM % "https://forms.example/send", "en"),
        rows={"hosts": [https()]},
    ),
    Case(
        "a picture within the page",
        site('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">'),
        rows={"hosts": [https()]},
    ),
    Case(
        "a form without fields",
        site('<form method="post" action="http://skjema.example/send"></form>'),
        rows={"hosts": [https()]},
    ),
]
