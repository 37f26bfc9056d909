"""Words by which names, job titles and pages about people are told from other text (nb, nn, en, sv, da)."""

from __future__ import annotations

import re

from fotavtrykk.text import words

# A word of these is no part of a person's name.
NOT_NAMES = words(
    "as asa ab aps a/s inc inc. ltd llc gmbh plc sa ans ba team teamet avdeling redaksjonen oss vi our the vår våre ditt din"
    " norge norway norden nordic sverige sweden danmark denmark oslo bergen trondheim stavanger europe europa usa"
    " les mer read more se alle all see kontakt contact about om tjenester services service kunder customers blogg blog"
    " nyheter news hjem home personvern privacy cookies vilkår terms ledelse management salg sales support marketing"
    " product products produkt produkter karriere careers career digital digitale group gruppen consulting consultants"
    " solutions solution løsninger software analytics data cloud office kontor kontoret telefon phone email e-mail epost"
    " e-post post linkedin facebook twitter instagram youtube university universitetet høyskolen school gate gata vei"
    " veien street avenue road business technology teknologi design development engineering growth strategy client"
    " customer kunde operations people leadership finance økonomi legal hr it human resources department and og in"
    " hovedkontor head lead chief officer director manager engineer developer designer strategist consultant advisor"
    " adviser specialist analyst architect writer editor professional president partner partners founder owner chair"
    " chairman coordinator assistant associate scientist researcher coach administrator producer executive intern"
    " trainee counsel programmer tester representative supervisor planner buyer expert senior junior leder direktør"
    " utvikler konsulent rådgiver ingeniør arkitekt selger ansvarlig koordinator analytiker gründer styreleder"
    " styremedlem daglig prosjektleder rådgivar utviklar leiar fagansvarlig teamleder sjef markedssjef salgssjef"
    " platform success experience content technical public private sector board styret learning quality project program"
    " systems system web mobile user interface media communications account solution delivery release security"
    " accessibility research research- innovation innovasjon book en et møte meeting demo video webinar guide"
    " hva hvem hvor hvordan hvorfor når what who where how why when kurs course courses mal maler template"
    " strategic strategisk strategiske first second third part del steg step tips free gratis new ny nye"
)
TITLE = re.compile(
    r"(leder|leiar|ledare|sjef|chef|direktør|direktör|utvikler|utviklar|utvecklare|udvikler|konsulent|konsult|rådgiver|rådgivar|rådgivare"
    r"|ingeniør|ingenjör|engineer|arkitekt|architect|selger|seljar|säljare|sælger|ansvarlig|ansvarig|koordinator|coordinator|analytiker|analyst"
    r"|økonom|ekonom|regnskap|designer|developer|manager|director|\bchief\b|officer|\bhead\b|\blead\b|founder|gründer|grundare"
    r"|grundlegger|medgrunnlegger|grunnlegger|stifter|partner|president|consultant|advis[eo]r|specialist|spesialist|scientist|forsker|\bsales\b|salg"
    r"|marked|marketing|assistant|assistent|associate|\bintern\b|trainee|lærling|\bc[efotmpixrs]o\b|\bvp\b|\bhr\b|owner|\beier\b|\bchair|\bstyre"
    r"|producer|produsent|strateg|researcher|\bcoach|administrator|tekniker|technician|montør|elektriker|rørlegger|\bjurist\b|advokat|lawyer|attorney|counsel"
    r"|\blege\b|redaktør|editor|\bwriter|forfatter|skribent|recruit|rekruttering|talent|\bpeople\b|operations|\bproduct\b|produkt|security|success"
    r"|executive|programmer|programmerer|scrum|agile|tester|professional|planner|planlegger|representa[nt]|medarbeider|medarbetare|fagperson|fagsjef"
    r"|controller|accountant|kundeansvarlig|kundeservice|support|formann|sekretær|secretary|treasurer|supervisor|expert|ekspert|evangelist"
    r"|pedagog|lærer|teacher|trainer|instruktør|fotograf|photographer|professor|fellow|\bmba\b|logistik|innkjøp|procurement|resepsjon)",
    re.I,
)
TEAM = re.compile(
    r"(\bteam|people|staff|ansatte|tilsette|medarbeid|medarbet|folkene|menneske|\bom[- ]?oss|about|kontakt|contact|ledelse|leiing|ledning|leadership"
    r"|management|hvem[- ]?er|who[- ]?we|v[åa]re[- ]folk|gjengen|crew|employees|\bboard\b|\bstyre|møt oss|meet (?:the|our))",
    re.I,
)
# A mailbox of a role, not of a person.
ROLES = words(
    "post info kontakt contact mail epost firmapost hei hello hi salg sales support kundeservice kundesenter service help hjelp faktura"
    " invoice regnskap booking ordre order jobb jobs job career karriere presse press media marked marketing personvern privacy gdpr"
    " admin office kontor resepsjon reception noreply no-reply webmaster abuse security web team hr it ehf drift vakt dpo legal"
    " newsletter nyhetsbrev abonnement subscribe finance okonomi norway norge sweden denmark oslo bergen trondheim stavanger general"
)
