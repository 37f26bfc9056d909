"""Links that change something are never asked for; pages that only speak of it are read."""

from __future__ import annotations

import pytest

from fetch.crawling import crawl
from fetch.server import Server, menu
from fotavtrykk.text.acts import acts

ACTING = """
/logout /user/logout /account/log-out /sign-out /signout.php /logg-ut /min-side/loggut /konto/logg-av /logga-ut
/konto/loggaut /log-ud /bruger/logud /log-af /utlogging /logoff.aspx /cart /cart/ /cart/add /add-to-cart/12
/basket /checkout /handlekurv /handlekorg /handlevogn /kurv /legg-i-handlekurv/3 /kasse /varukorg /kundvagn
/till-kassan /indkobskurv /laeg-i-kurv /post/5/delete /item/remove /destroy/7 /sak/4/slett /fjern /ta-bort
/radera /slet /unsubscribe /nyhetsbrev/avmeld /avmelding /meld-av /avregistrer /avprenumerera /frameld /afmeld
/afmelding /opt-out /admin /wp-admin/ /wp-login.php /administrasjon /?action=logout /?add-to-cart=99
/vare?action=add_to_cart /side?do=delete /liste?remove_item=3 /brev?unsubscribe=1 /?task=slett /?a=radera
/?handling=avmeld /LOGOUT /Logg-Ut /umbraco /cancel-subscription
/logg%2Dut /%6Cogout /min-side/logg_ut /s%C3%A5/logg-ut /indk%C3%B8bskurv /l%C3%A6g-i-kurv /sign_out;x=1
/handlekurv/legg-til/7 /handlekurv?legg-til=7 /?action=log%6Fut /?action=ADD_TO_CART /?wc-ajax=add_to_cart
/varukorgen /handlekurven /kundvagnen /indk%C3%B8bskurven
/avmeld-nyhetsbrev /meld-deg-av /slett-konto /legg-i-kurv /legg-til-i-handlekurv /t%C3%B8m-handlekurv /til-kassen /si-opp
/avslutt-abonnement /slett-min-konto /min-side/slett-bruker /meld-deg-av-nyhetsbrevet /legg-varen/legg-i-handlekorga
/unsubscribe-newsletter /delete-account /delete-my-account.html /add-to-basket /remove-from-cart /empty-cart /admin-login
/cancel-my-subscription /radera-konto /l%C3%A4gg-i-varukorg /l%C3%A4gg-till-i-kundvagnen /s%C3%A4g-upp-abonnement
/slet-konto /afmeld-nyhedsbrev /l%C3%A6g-i-indk%C3%B8bskurven /opsig-abonnement
/?action=logg_av /?mode=sign-out /?task=delete_item /?add-to-basket=5 /auth/logout%2F /?do=empty_cart /?mode=slett-konto
""".split()
HONEST = """
/blogg/slik-melder-du-deg-av-et-nyhetsbrev /artikler/how-to-unsubscribe-politely /journal/avmelding-gjort-enkelt
/tjenester/administrasjon-av-sameier /shopping-cart-design /om/checkout-prosesser /fag/delete-og-update-i-sql
/fagstoff/fjernvarme /sletten-gard /kurver-og-fat /kasserer /radering-av-personopplysninger /admin-tips
/logoutput /nyheter/ny-handlekurv-i-butikken /kurs?tema=avmelding-av-brev /sok?q=hvordan+slette+konto
/historie/removed-from-sale /produkter/kurver /personvern/slette-data
/slik-sletter-du-en-konto /how-to-delete-your-account-data /handlekurv-optimalisering /kassen-er-tom /hvordan-slette-konto
/delete-account-guide /why-customers-empty-their-cart-late /si-opp-avtaler-i-tide /abonnement /konto /legg-merke-til-kunden
/fra-kurv-til-kasse-i-tre-steg /tomrer /tom-hansen /clear-product-strategy /remove-friction /add-value /legg-til-rette
/medlemskap /nyhetsbrev /kontoplan /fjern-stotet /avslutt-aret-riktig /our-product /put-people-first /kasserapport
/?tema=konto /?q=legg+i+prosa /?kategori=kasse /?ref=newsletter /sletting-av-konto /avmeldingsrutiner /checkout-design
/log-analysis /logg-og-sporing /sign-off-processes /loggfor-timer /wp-content-strategi /administrasjonskostnader
/cartography /basketball /kurvfletting /handlekurver /slett-terreng /fjernstyring
""".split()


@pytest.mark.parametrize("path", ACTING)
def test_an_acting_address_is_known(path: str):
    assert acts("https://www.site.example" + path)


@pytest.mark.parametrize("path", HONEST)
def test_an_honest_address_is_left_alone(path: str):
    assert not acts("https://www.site.example" + path)


def test_a_crawl_asks_for_no_acting_link(tmp_path):
    pages = {"/": menu(*ACTING, *HONEST)} | dict.fromkeys(HONEST, menu("/"))
    with Server(pages, other=lambda _: menu()) as server:
        done = crawl(server, tmp_path)
    assert not [path for path in server.hits if acts("http://www.site.example" + path)]
    assert set(server.hits) == {"/", "/robots.txt", "/sitemap.xml", *HONEST}
    skipped = {row["url"] for row in done.rows() if (row["state"], row["reason"]) == ("skipped", "acts")}
    assert len(skipped) >= 70
    assert done.outcome.state == "complete"
