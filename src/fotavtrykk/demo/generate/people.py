"""The demo firm's people, all of them invented: who they are and what they can be asked about."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """One position in the firm and what its holder's page says."""

    key: str
    title: str
    english: str
    bio: str


ROLES = (
    Role(
        "leder",
        "Daglig leder",
        "Managing director",
        "$first begynte i firmaet som økonomisjef i 2012 og har ledet det siden 2018. Før det var $first revisor i ni år "
        "og så innsiden av flere maskinrom enn de fleste revisorer. Spør gjerne om avtaler, økonomi og eierskap.",
    ),
    Role(
        "service",
        "Leder for service",
        "Head of service",
        "$first var lærling her for tolv år siden og leder i dag fjorten teknikere. Det er $first som setter opp vaktene, "
        "og som får telefonen når noe virkelig haster. Kan det meste om gamle stempelkompressorer.",
    ),
    Role(
        "kulde",
        "Fagsjef kulde",
        "Chief refrigeration engineer",
        "$first er sivilingeniør i energi og miljø og har tegnet over to hundre kjøleanlegg. Sitter i standardkomiteen for "
        "kuldeanlegg og underviser på fagskolen to dager i måneden. Brenner for CO₂ og for å skrive korte rapporter.",
    ),
    Role(
        "energi",
        "Energirådgiver",
        "Energy adviser",
        "$first har bakgrunn fra kraftbransjen og leser en strømkurve slik andre leser avisen. Har ansvaret for Puls og "
        "for alle forstudier av varmegjenvinning, og holder kurs for driftspersonell hver vår og høst.",
    ),
    Role(
        "prosjekt",
        "Prosjektleder",
        "Project manager",
        "$first leder de største utbyggingene våre og har gjort det i femten år. Utdannet røykdykker, og like rolig på "
        "byggeplassen som den bakgrunnen skulle tilsi. Svarer på spørsmål om framdrift, anbud og kontrakter.",
    ),
    Role(
        "fgass",
        "Ansvarlig for HMS og kuldemedier",
        "Health, safety and refrigerants",
        "$first har sertifikat i kategori I og fører protokollen for 640 anlegg. Kjenner regelverket bedre enn de fleste "
        "og kan forklare det på vanlig norsk. Ledet arbeidet med miljøsertifiseringen.",
    ),
    Role(
        "vest",
        "Avdelingsleder Bergen",
        "Branch manager, Bergen",
        "$first er fra Sunnfjord og skriver nynorsk, også i rapportene. Har bygd om fyringen i en rekke skoler på "
        "Vestlandet og bygd opp avdelingen i Bergen fra ett skrivebord til elleve ansatte.",
    ),
    Role(
        "salg",
        "Kundeansvarlig",
        "Key account manager",
        "$first følger opp serviceavtalene og er den du treffer når noe skal endres eller forlenges. Har tidligere drevet "
        "butikk selv og vet hva det koster når kjøledisken stopper på julaften.",
    ),
    Role(
        "marked",
        "Kommunikasjonsansvarlig",
        "Communications",
        "$first skriver nyhetene, tar bildene og passer på at det vi lover på nettstedet, er det samme som det vi gjør. "
        "Tipser du om en feil på nettsidene, er det $first som retter den.",
    ),
)
GONE = Role("sluttet", "Senioringeniør", "Senior engineer", "")
