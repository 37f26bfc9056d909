"""The demo firm's English pages, which cover a part of what it says in Norwegian."""

from __future__ import annotations

from fotavtrykk.demo.generate.services import Text

ENGLISH_SERVICES = (
    Text(
        "/en/services/industrial-refrigeration/",
        "Industrial refrigeration",
        "Cold stores, freezers and process cooling from 30 kW upwards.",
        """
A refrigeration plant should run for twenty years, so we start by measuring. For two weeks we log what you
cool, when you cool it and to what temperature. Most of the plants that we replace were twice as large as
they had to be, and a plant that is too large runs badly all its life.

After the measurement you get a four-page note with two or three solutions, what each of them costs to build
and what it costs to run. A typical plant is installed **12 to 16 weeks** after the order. We build with
natural refrigerants only: carbon dioxide, ammonia and propane. We service plants with synthetic
refrigerants for as long as they may lawfully be refilled.
""",
        lang="en",
        links=(("/en/cases/cold-store/", "How $fryselager cut its power bill"),),
    ),
    Text(
        "/en/services/heat-pumps/",
        "Heat pumps for commercial buildings",
        "Air, sea, rock or waste heat: we find the source that gives the cheapest heat for your building.",
        """
A heat pump in an office block is a different thing from a heat pump in a cabin. It has to feed a heating
system that is often thirty years old, and it has to do so in the coldest week of February as well.

We design, install and operate heat pumps from 40 to 800 kW. Included are the calculation of the load, the
application for public support, installation, balancing and one year of follow-up of the energy use. Most of
our plants cost between NOK 0.9 and 3.2 million installed. What drives the price up or down is the source,
the temperature that the building needs and the size of the electrical supply.
""",
        lang="en",
    ),
    Text(
        "/en/services/service-agreements/",
        "Service agreements",
        "Regular visits, a technician of your own and a report that others can read.",
        """
With a service agreement your plant has its own technician. The same person comes every time and knows which
valve tends to stick. After each visit you get a report on a single page: what was done, what should be done
and what can wait until the next budget.

- **Basic:** one visit a year and the leak check that the law requires, from NOK 14,900 a year.
- **Safe:** two visits, leak checks and the emergency line, from NOK 27,500 a year.
- **Full:** four visits, all parts up to NOK 10,000 and remote monitoring, from NOK 58,000 a year.
""",
        lang="en",
    ),
)
ENGLISH_CASES = (
    Text(
        "/en/cases/cold-store/",
        "$fryselager cut its power bill by $spart_fryselager per cent",
        "An old plant replaced by carbon dioxide while the store was in full operation.",
        """
$fryselager runs 6,200 square metres of cold store by the harbour. The plant dated from 1998, leaked every
year and used more power each winter. When refilling it became three times as expensive in two seasons, the
operations manager called us.

The store could not be emptied. There were 3,400 pallets at minus 25 degrees, and nobody else in the
district had room for them. We built the new plant on the roof of the office wing and moved one freezer
section a week over to it for $uker_fryselager weeks. Hired units held the temperature during the nights
when the pipes were open.

Power use fell by $spart_fryselager per cent in the first year, measured against the mean of the three years
before and corrected for the outdoor temperature.
""",
        date="2025-04-29",
        lang="en",
    ),
    Text(
        "/en/cases/ice-rink/",
        "How $ishall heats the school next door",
        "Heat from the ice covers the showers, the changing rooms and half of the school.",
        """
$ishall was built by parents in their spare time and is run by a sports club with three part-time employees.
The power bill was about to close it, and the board had set a date.

We rebuilt the old ammonia plant so that it delivers heat at 55 degrees, laid pipes across the car park to
the school and put in a tank of 12 cubic metres to store heat overnight. The municipality now buys heat from
the club at a price that suits both of them.

The rink uses $spart_ishall per cent less energy than before, and the income from the heat pays the person
who drives the ice machine. The work took $uker_ishall weeks and was done nine days before the first match.
""",
        date="2024-10-15",
        lang="en",
    ),
)
ENGLISH_ARTICLES = (
    Text(
        "/en/articles/co2-or-ammonia/",
        "Carbon dioxide or ammonia? How we choose",
        "Two good refrigerants, each with whims of its own.",
        """
Both are natural, both are cheap to fill and neither of them is going to be banned. Still, we are hardly
ever in doubt once we know the building.

Ammonia is the most efficient refrigerant there is. It is also toxic, and its smell empties a room long
before it is dangerous. It needs a machine room of its own, ventilation, alarms and people who know what
they are doing. For large cold stores and for process industry it is usually the right choice.

Carbon dioxide is harmless in small amounts and can stand in the same building as people. In return the
pressure is high, and on hot days the plant becomes less efficient. In Norway there are few of those. In
shops, hotels and smaller stores it has become the normal choice.

Somewhere between 300 and 500 kW of cooling, ammonia starts to pay. Below that, the machine room rarely
earns its keep.
""",
        author="kulde",
        date="2025-06-03",
        lang="en",
    ),
    Text(
        "/en/articles/reading-a-heat-pump-offer/",
        "How to read a heat pump offer",
        "A figure without temperatures is not a figure.",
        """
The coefficient of performance tells how much heat you get for each kilowatt-hour of power. If the brochure
says 4.8, you get 4.8 kilowatt-hours of heat for one of power. The question is when.

The figure always belongs to two temperatures: where the heat is taken from, and where it is delivered. Most
brochures quote it at seven degrees outside and 35 degrees into the floor. If your radiators need 55 degrees
and it is minus ten outside, the figure is often less than half of that.

Ask every supplier for the figure at the temperature that your building needs, for the figure over a whole
year in your climate, and whether pumps, fans and defrosting are counted. The last one is often forgotten.
In a plant that we measured last year, fans and defrosting took $avriming per cent of the power, and neither
was in the offer.
""",
        author="energi",
        date="2025-12-02",
        lang="en",
    ),
    Text(
        "/en/articles/leak-nobody-found/",
        "The leak that nobody found",
        "Four firms searched. The fifth went out into the rain.",
        """
The plant lost six kilos a year. Four firms had searched with sniffers, soap and ultrasound, and all of them
wrote the same thing in their reports. The owner had begun to believe that there was something wrong with
the paperwork.

We brought what the others had brought and found nothing either. But the log showed that the pressure fell a
little faster in some weeks, and when we laid the weather beside it, those were the weeks with rain from the
south-west.

On that wall a pipe went in through an old opening. When the wood was dry it pressed on the pipe and kept it
tight. When the wood swelled, the pipe was bent, and a hairline crack in a soldered joint opened. It leaked
only in the rain, and nobody had stood on a ladder in the rain to look for it.
""",
        author="service",
        date="2024-12-10",
        lang="en",
    ),
)
ENGLISH_LEGAL = (
    Text(
        "/en/about/",
        "About $kort",
        "Refrigeration and heat for commercial buildings since 1987.",
        """
$firma was started in a boathouse in 1987 by two refrigeration fitters who were tired of hearing that things
could not be done. Today we are $ansatte people in Trondheim and Bergen. The firm is owned by those who work
in it, and nobody owns more than ten per cent.

We have 640 plants under service agreements and 14 service vans, half of them electric. Turnover last year
was NOK $omsetning million.
""",
        lang="en",
        links=(("/en/contact/", "Contact us"),),
    ),
    Text(
        "/en/privacy/",
        "Privacy notice",
        "What we know about you, why, and for how long.",
        """
$firma is the controller of the personal data collected on this website. If you send a form or an e-mail, we
store your name, how to reach you and what you asked. If it does not lead to an agreement, we delete it
after twelve months. You may ask to see, correct or erase what we hold about you; write to
[$epost](mailto:$epost) and we answer within a week.
""",
        lang="en",
    ),
)
