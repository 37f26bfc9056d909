"""What must be true for a cut to pay: the answer, the options, what to find out first, a staged plan, and the law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fotavtrykk import ending, optioned, picturing, staging
from fotavtrykk.blocks import (
    Band,
    Bands,
    Block,
    Entry,
    Fine,
    Listing,
    Mean,
    Prose,
    Say,
    Share,
    Site,
)
from fotavtrykk.naming import IN_SALES, Naming, counted, even_kind, number, say
from fotavtrykk.tables import Row, Value
from fotavtrykk.text.decision import TEXT as TEXT

ORDER = 16
NEEDS = (
    "decisions", "options", "quarters", "verdicts", "effects", "beliefs_held", "courses", "information", "steps", "turns", "reasons", "teams",
)  # fmt: skip
_SHOWN = 8
Tables = Mapping[str, Sequence[Row]]


def build(tables: Tables) -> list[Block]:
    """The unknown share first, then the answer; then what it rests on and what to do next; the law last."""
    page = _Page(tables)
    out: list[Block] = [Prose(page.basis()), Prose(page.verdict()), *map(Prose, page.asked())]
    out += [picturing.summary(page, page.shown)] if page.weighed else []
    out += [Listing(say("options"), (*map(page.option, page.shown), *page.others()))]
    out += (
        [
            page.picture(),
            *picturing.courses(page, page.shown),
            *picturing.elasticities(page),
            picturing.weights(page),
        ]
        if page.weighed
        else []
    )
    out += page.weighing() if page.weighed else []
    out += [Listing(say("sides"), tuple(page.sides())), *page.knowing(), *page.conditions()]
    out += [
        Listing(say("limits"), tuple(page.limits())),
        Listing(say("tags"), tuple(ending.tags(page))),
        Listing(say("graph"), tuple(ending.graph(page))),
        Listing(say("alternatives"), tuple(ending.alternatives(page))),
        Listing(say("law"), tuple(ending.law(page))),
    ]
    return [block for block in out if not isinstance(block, Listing) or block.entries]


def answer(tables: Tables) -> tuple[Say, Say]:
    """The unknown share and the verdict, for the command line."""
    page = _Page(tables)
    return page.basis(), page.verdict()


class _Page(Naming):
    """The rows of a decision, part by part."""

    def basis(self) -> Say:
        """The unknown share, before anything else."""
        one = self.one
        values = {"won": number(one, "won"), "first": one["first"], "last": one["last"]}
        if not one["unknown"]:
            return say("all_known", **values)
        return say(
            "unknown", **values, unknown=number(one, "unknown"), share=Share(number(one, "unknown_share"))
        )

    def verdict(self) -> Say:
        """The answer with the break-even and the bound of the option that it speaks of."""
        one, state = self.one, str(self.one["verdict"])
        if state in ("unpriced", "do_not_cut"):
            return say(f"verdict.{state}{self._likely}")
        key = str(one["option"] or one["least_expected"])
        row = self.rows[key][self.horizon]
        function = self.label(str(one["function"] or ""))
        return say(
            f"verdict.{state}{self._likely}",
            option=self.lettered(key),
            function=function,
            paying=self._paying(key, row),
            band=self._band(row),
        )

    @property
    def _likely(self) -> str:
        """What the sentence of the answer is called where the verdict is probable, and does not follow from the bounds."""
        return "_likely" if self.one["certain"] == "likely" else ""

    def _paying(self, key: str, row: Row) -> Say:
        values: dict[str, Value] = {
            "option": self.letter(key), "saving": self.money(row, "saving"), "horizon": self.horizon,
            "churn": self._churn(row),
        }  # fmt: skip
        kind = even_kind(row)
        return say(f"paying.{kind}", **values, **(self._rated(row) if kind in IN_SALES else {}))

    def _per(self, row: Row) -> Say:
        """A month or a year; of a lay-off, in the months in which it is felt."""
        away = "_away" if row["laid_off"] else ""
        return say(f"per.{self.per}{away}", months=round(number(row, "months_felt"), 1))

    def _churn(self, row: Row) -> Share:
        """The break-even in customers, by the value of a customer that the page rests on."""
        lifetime = self.one["value"] == "lifetime"
        return Share(number(row, "even_churn_lifetime" if lifetime else "even_churn"))

    def _rated(self, row: Row) -> dict[str, Value]:
        even, wins = self.sales(number(row, "even_wins")), self.sales(number(self.one, "wins"))
        return {"even": even, "wins": wins, "per": self._per(row)}

    def _band(self, row: Row, name: str = "band") -> Say:
        amounts: dict[str, Value] = {
            "lost_low": self.money(row, "lost_low"), "lost_high": self.money(row, "lost_high"), "horizon": self.horizon
        }  # fmt: skip
        if row["churn_high"] and not row["wins_high"]:
            return say(f"{name}.churn", customers=counted(number(row, "churn_high")), **amounts)
        ends: dict[str, Value] = {end: self.sales(number(row, f"wins_{end}")) for end in ("low", "high")}
        ends["per"] = self._per(row)
        if row["churn_high"]:
            return say(f"{name}.both", customers=counted(number(row, "churn_high")), **ends, **amounts)
        return say(f"{name}.sales", **ends, **amounts)

    def asked(self) -> Iterator[Say]:
        """How firm the order is; what was asked, at which demand, and which run it was."""
        one = self.one
        if self.weighed:
            yield say("tagged")
        shaky = picturing.fragile(self) if self.weighed else None
        if shaky is not None:
            yield shaky
        key = "ask_by" if one["by"] else "ask"
        yield say(key, save=self.money(one, "save"), by=one["by"], horizon=self.horizon)
        if one["keep"]:
            yield say(
                "kept",
                keep=tuple(
                    say("side", function=self.label(name))
                    for name in optioned.words(str(one["keep"]), self.teams)
                ),
            )
        if one["market"]:
            yield say("market", change=Share(1 + number(one, "market")))
        worth = "worth" if one["value_lifetime"] is not None else "worth_first"
        yield say(worth, first=self.money(one, "value_first"), lifetime=self.money(one, "value_lifetime"))
        yield say("run", run=str(one["run_id"]), options=number(one, "considered"))

    @property
    def shown(self) -> list[str]:
        """The options that the page tells of one by one: the first of them, and those that were asked for."""
        named = {str(self.one[name]) for name in ("least_expected", "least_most", "option")}
        asked = {key for key in self.order if self.rows[key][self.horizon]["origin"] != "found"}
        return [key for at, key in enumerate(self.order) if at < _SHOWN or key in asked | named]

    def others(self) -> Iterator[Entry]:
        """How many more were weighed."""
        if len(self.order) > len(self.shown):
            yield Entry(say("others", n=len(self.order) - len(self.shown)))

    def option(self, key: str) -> Entry:
        """One option: what it saves, where it breaks even, what it may lose, what one may regret."""
        row, all_ = self.rows[key][self.horizon], self.rows[key]
        saved = {f"s{at}": self.money(all_[at], "saving") for at in (12, 24, 36)}
        notes = [say(str(row["origin"]))] if row["origin"] in ("habit", "own") else []
        notes += [say("short", short=self.money(row, "short"))] if row["short"] is not None else []
        name = "saves" if not row["laid_off"] or row["positions"] or ":" in key else "saves_layoff"
        notes.append(say(name, **saved, rate=self.money(all_[0], "saving"), once=self.money(row, "one_off")))
        notes += [say("terms", **self._terms())] if row["laid_off"] else []
        notes += self._even(row)
        notes.append(self._band(row, "bound"))
        notes += self._load(row)
        notes += [say("back")] if row["laid_off"] else []
        if row["wins_high_even"] is not None:
            notes.append(
                say("bound.whole", high=self.sales(number(row, "wins_high_even")), per=self._per(row))
            )
        drawn = say(f"tagged.{row['tag_drawn']}")
        ends = {"most": self.money(row, "regret_max"), "expected": self.money(row, "regret_expected")}
        notes.append(say("regret", **ends, drawn=drawn))
        return Entry(say("named", letter=self.letter(key), option=self.named(key)), tuple(notes))

    def _load(self, row: Row) -> Iterator[Say]:
        """How many inquiries each who answers has before and after, and what months with as many have shown."""
        if row["load"] is not None:
            after = "all" if row["load_after"] is None else "seen" if row["load_seen"] else "unseen"
            values = {
                name: Mean(number(row, name)) for name in ("load", "load_after") if row[name] is not None
            }
            yield say(f"load.{after}", **values, strained=Share(number(row, "strained")))

    def _terms(self) -> dict[str, Value]:
        return {
            "notice": number(self.one, "layoff_notice_days"),
            "days": number(self.one, "layoff_employer_days"),
        }

    def _even(self, row: Row) -> Iterator[Say]:
        kind = even_kind(row)
        rated = self._rated(row) if kind in IN_SALES else {}
        doing = say("doing.layoff" if row["laid_off"] and not row["positions"] else "doing.cut")
        yield say(f"even.{kind}", doing=doing, horizon=self.horizon, churn=self._churn(row), **rated)
        if kind != "sales":
            return  # with customers among what may be lost, a share of sales says too little
        yield say("even.share", share=Share(number(row, "even_share")))
        if row["even_elasticity"] is not None:
            yield say("even.elasticity", elasticity=Fine(number(row, "even_elasticity")))
        if self.one["value"] == "lifetime":
            yield say("even.first", even=self.sales(number(row, "even_first")), per=say(f"per.{self.per}"))
        low, high = row["substitution_low"], row["substitution_high"]
        if isinstance(low, float) and isinstance(high, float) and high > 0:
            yield say("substitution", low=Share(max(0.0, low)), high=Share(min(1.0, high)))

    def picture(self) -> Bands:
        """The margin that each option may lose over the horizon, on one axis, with what it saves."""
        rows = {key: self.rows[key][self.horizon] for key in self.shown}
        top = 1.02 * max(max(number(row, "lost_high"), number(row, "saving"), 1.0) for row in rows.values())
        bands = []
        for key, row in rows.items():
            low, high, mark = (max(0.0, number(row, name)) for name in ("lost_low", "lost_high", "saving"))
            line = say(
                "picture_row", **{name: self.money(row, name) for name in ("lost_low", "lost_high", "saving")}
            )
            bands.append(
                Band(say("named", letter=self.letter(key), option=self.named(key)), low, high, mark, line)
            )
        return Bands(say("picture", horizon=self.horizon), say("picture_line"), top, tuple(bands))

    def weighing(self) -> list[Block]:
        """What is dominated, and what is least to regret."""
        worse = [
            self.rows[key][self.horizon] for key in self.order if self.rows[key][self.horizon]["dominated_by"]
        ]
        entries = [
            Entry(
                say(
                    "dominated_by",
                    option=self.letter(str(row["option"])),
                    better=self.lettered(str(row["dominated_by"])),
                )
            )
            for row in worse
        ]
        one = self.one
        expected, most = (self.lettered(str(one[name])) for name in ("least_expected", "least_most"))
        same = one["least_expected"] == one["least_most"]
        least = (
            say("least_same", expected=expected) if same else say("least_two", expected=expected, most=most)
        )
        told = Listing(say("dominated"), tuple(entries) or (Entry(say("dominated_none")),))
        # Where every cut costs more than it saves, none is pointed at.
        return [told] if one["verdict"] == "do_not_cut" else [told, Prose(least, say("least"))]

    def sides(self) -> Iterator[Entry]:
        """Keep and cut, side by side, of every function that costs something."""
        explained = False
        for row in self.tables["teams"]:
            if not row["cost"]:
                continue
            notes = [say("side.unpriced")]
            if row["thumb_churn"] is not None:
                churn = Share(number(row, "thumb_churn"))
                notes = [say("side.keep_churn", churn=churn), say("side.cut_churn", churn=churn)]
            elif row["thumb"] is not None:
                thumb = Fine(number(row, "thumb"))
                notes = [say("side.keep", thumb=thumb), say("side.cut", thumb=thumb)]
                notes += [] if explained else [say("side.note")]
                explained = True
            notes.append(say("side.cost", cost=self.money(row, "cost")))
            yield Entry(say("side", function=self.label(str(row["function"]))), tuple(notes))

    def knowing(self) -> list[Block]:
        """What to find out first, then the staged plan."""
        if not self.weighed:
            return []
        pieces = tuple(Entry(self._piece(row), self._gain(row)) for row in self.tables["information"])
        first = Listing(say("information"), pieces or (Entry(say("information_none")),), ranked=bool(pieces))
        steps = tuple(staging.steps(self))
        return [first, *([Listing(say("plan"), steps, ranked=True)] if steps else [])]

    def _piece(self, row: Row) -> Say:
        values = {name: float(round(number(row, name))) for name in ("accounts", "effort")}
        return say(f"info.{row['name']}", **values, function=self.label(str(row["function"])))

    def _gain(self, row: Row) -> tuple[Say, ...]:
        places = {"bl": "before_low", "bh": "before_high", "al": "after_low", "ah": "after_high"}
        ends = {name: self.sales(number(row, column)) for name, column in places.items()}
        moves = say(
            "info.moves", **ends, per=say(f"per.{self.per}"), function=self.label(str(row["function"]))
        )
        value = say("info.value", value=self.money(row, "value"))
        return (moves, value) if row["name"] != "pause" else (value,)

    def conditions(self) -> list[Block]:
        """What turns the order, the same at other horizons and values, what leaders believed, and the quarters."""
        if not self.weighed:
            return []
        cases, roles = [], []
        for row in self.tables["verdicts"]:
            values: dict[str, Value] = {
                "verdict": say(f"state.{row['verdict']}", function=self.label(str(row["function"] or ""))),
                "option": self.lettered(str(row["option"] or row["least_expected"])),
            }
            if row["basis"] == "all":
                value = say(f"value.{row['value']}")
                cases.append(Entry(say(f"case{_none(row)}", horizon=row["horizon"], value=value, **values)))
            elif row["horizon"] == self.horizon and row["value"] == self.one["value"]:
                roles.append(self._basis(row, values))
        key = str(self.one["least_expected"])
        return [
            Listing(say("turns"), tuple(self._turns())),
            Listing(say("verdicts"), tuple(cases)),
            Listing(say("beliefs"), tuple(roles)),
            Listing(say("quarters", option=self.lettered(key)), tuple(staging.quarters(self, key))),
        ]

    def _basis(self, row: Row, values: dict[str, Value]) -> Entry:
        """The verdict by one basis: bounds, the literature, own data, a role's beliefs, all roles together."""
        basis = str(row["basis"])
        if basis in ("bounds", "literature", "own", "doubt"):
            return Entry(say(f"case_role{_none(row)}", role=say(f"basis.{basis}"), **values))
        role = say("pool") if basis == "pool" else Site(basis)
        return Entry(
            say(f"case_role{_none(row)}", role=role, **values), (say("late" if row["late"] else "early"),)
        )

    def _turns(self) -> Iterator[Entry]:
        for at, row in enumerate(self.tables["turns"]):
            if at == 0:
                yield Entry(
                    say(
                        "turns_pair",
                        first=self.lettered(str(row["first"])),
                        other=self.lettered(str(row["other"])),
                    )
                )
            if row["turned"] is None:
                yield Entry(say(f"stays.{row['name']}"))
            else:
                yield Entry(
                    say(
                        f"turn.{row['name']}",
                        now=Share(number(row, "now")),
                        turned=Share(number(row, "turned")),
                    )
                )

    def limits(self) -> Iterator[Entry]:
        """What limits the answer, and what is not weighed."""
        for key, rows in self.rows.items():
            if not rows[self.horizon]["priced"]:
                yield Entry(say("unpriced", option=self.named(key)))
        for row in self.tables["reasons"]:
            values: dict[str, Value] = {
                "n": number(row, "number"), "function": self.label(str(row["function"] or "")),
                "amount": self.money(row, "number"), "first": self.money(self.one, "first_order"),
            }  # fmt: skip
            flips = picturing.bias(self, str(row["function"])) if row["code"] == "follows" else None
            yield Entry(say(f"why.{row['code']}", **values), () if flips is None else (flips,))


def _none(row: Row) -> str:
    """Where every option costs more than it saves none is named as the least to regret."""
    return "_none" if row["verdict"] == "do_not_cut" else ""
