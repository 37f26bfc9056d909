"""What the page of the decision says, in English; its chapter puts the figures in."""

from __future__ import annotations

TEXT = {
    "title": "Draft basis for discussion – not a decision",
    "ask": "The amount to save is {save} a year. Savings and losses are weighed over {horizon} months. All of it is about functions; "
    "nothing here is about individuals.",
    "ask_by": "The amount to save is {save} by {by}. Savings and losses are weighed over {horizon} months. All of it is about functions; "
    "nothing here is about individuals.",
    "kept": "Not to be cut: {keep}.",
    "market": "Demand is set to {change} of today's, with or without a cut.",
    "unknown": "Of {won} new customers from {first} to {last} it is not known who made the first move in {unknown} cases ({share}). "
    "They are reckoned as bounds: they may belong anywhere.",
    "all_known": "Of all {won} new customers from {first} to {last} it is known who made the first move.",
    "run": "Run {run}, {options} possible cuts, grouped by the functions they touch.",
    "verdict_title": "The answer",
    "verdict.open": "The figures alone do not settle this. Least to regret by what is known today is {option}. {paying} {band}",
    "verdict.sure": "Choose {option}: whatever is true within the bounds that counting sets, there is little to regret. {paying} {band}",
    "verdict.equal": "The options are equally good: whatever you choose, there is little to regret. Choose by something other than the "
    "figures. {paying} {band}",
    "verdict.keep": "Keep {function}: everything that cuts there is worse than something else you can do, whatever is true within the "
    "bounds. {paying} {band}",
    "verdict.do_not_cut": "Do not cut: even at the smallest loss that counting allows, every option costs more than it saves.",
    "verdict.unpriced": "None of the options can be priced by what is known. What is missing stands below.",
    "paying.both": "{option} saves {saving} over {horizon} months and pays as long as you lose fewer than {even} of {wins} sales {per} and "
    "no customers, or fewer than {churn} of the customers and no sales, or something in between.",
    "paying.sales": "{option} saves {saving} over {horizon} months and pays as long as you lose fewer than {even} of {wins} sales {per}.",
    "paying.churn": "{option} saves {saving} over {horizon} months and pays as long as fewer than {churn} of the customers are lost "
    "because of it.",
    "paying.always": "{option} saves {saving} over {horizon} months and pays even if every sale that it can touch is lost.",
    "paying.moves": "{option} saves nothing over {horizon} months.",
    "paying.never": "{option} saves nothing over {horizon} months.",
    "paying.late": "{option} saves {saving} over {horizon} months; no loss is felt that early.",
    "band.both": "Counting does not rule out a loss of between {low} and {high} sales {per} and up to {customers} customers.",
    "band.sales": "Counting does not rule out a loss of between {low} and {high} sales {per}.",
    "band.churn": "Counting does not rule out that up to {customers} customers are lost.",
    "options": "The options",
    "others": "{n} more were weighed in the same way; they stand in findings.json.",
    "named": "{letter}. {option}",
    "lettered": "{letter} ({option})",
    "letter": "{letter}",
    "positions.whole": "{n} of {of} positions in {function}",
    "positions.fte": "{n} of {of} full-time equivalents in {function}",
    "laid_off": "{part} laid off for {months} months",
    "doing.cut": "Cutting", "doing.layoff": "Laying off",
    "per.month": "a month", "per.year": "a year", "per.month_away": "a month, in the {months} months in which the loss is felt",
    "per.year_away": "at a yearly rate, in the {months} months in which the loss is felt",
    "moved.whole": "{n} of {of} positions from {source} to {target}",
    "moved.fte": "{n} of {of} full-time equivalents from {source} to {target}",
    "line.agency": "agency in {function}", "line.ads": "advertisements in {function}", "line.fairs": "fairs in {function}",
    "line.tools": "tools in {function}", "line.travel": "travel in {function}", "line.other": "other costs in {function}",
    "nothing": "no cut",
    "saves": "Saves {s12} over 12 months, {s24} over 24, {s36} over 36 and {rate} a month once all is in force; one-off costs of {once} "
    "are taken off (counted, with the notice that was said).",
    "saves_layoff": "Saves {s12} over 12 months and {s24} over 24. Then everybody is back, and nothing more is saved (counted, on the terms that "
    "were said).",
    "terms": "The lay-off begins after {notice} days of notice, and for the first {days} working days you pay them (assumed: said by you).",
    "back": "Afterwards sales come back as late as they went. Customers who leave meanwhile count as lost. That somebody may quit while laid "
    "off is not reckoned with.",
    "even.both": "{doing} pays as long as you lose fewer than {even} of {wins} sales {per} and no customers, or fewer than {churn} "
    "of the customers and no sales, or something in between. If you lose more, keeping pays.",
    "even.sales": "{doing} pays as long as you lose fewer than {even} of {wins} sales {per}. If you lose more, keeping pays.",
    "even.first": "On the first order alone the limit is {even} {per}.",
    "even.always": "{doing} pays even if every sale that it can touch is lost.",
    "even.moves": "It saves nothing in itself over {horizon} months: whether moving pays is what the bounds say.",
    "even.never": "Within {horizon} months nothing is saved. Keeping pays.",
    "even.late": "Within {horizon} months no loss is felt; look at 36 months and the monthly figure.",
    "even.share": "That is {share} of the sales that it can touch.",
    "even.elasticity": "It corresponds to an elasticity of {elasticity}.",
    "even.churn": "{doing} pays as long as fewer than {churn} of the customers are lost because of it. If more are lost, keeping pays.",
    "bound.both": "Counting puts the loss between {low} and {high} sales {per} and at most {customers} customers: {lost_low} to "
    "{lost_high} of margin over {horizon} months (bounded).",
    "bound.sales": "Counting puts the loss between {low} and {high} sales {per}: {lost_low} to {lost_high} of margin over {horizon} "
    "months (bounded).",
    "bound.churn": "At most {customers} customers can be lost: {lost_low} to {lost_high} of margin over {horizon} months (bounded).",
    "load.seen": "Each who answers has {load} inquiries a month now, and at most {load_after} after it. In months with as many, the share "
    "won was at most {strained} lower (bounded).",
    "load.unseen": "Each who answers has {load} inquiries a month now, and at most {load_after} after it. No months, or too few, have had as "
    "many, so how much that costs is not known: at most {strained} of the inbound sales (bounded).",
    "load.all": "Each who answers has {load} inquiries a month now, and it may be that nobody is left to answer them.",
    "short": "It misses the amount by {short}, so it is told here and is no answer.",
    "bound.whole": "Without the assumption of diminishing returns the upper bound is {high} sales {per}.",
    "substitution": "Pays only if more than {low} to {high} of outbound's customers would have come by themselves.",
    "regret": "At worst another option would have left {most} more (bounded). On average the best one would have left "
    "{expected} more ({drawn}).",
    "habit": "This is what is cut first by habit: marketing and communication.",
    "own": "This is the proposal that was asked about.",
    "picture": "Margin that may be lost over {horizon} months",
    "picture_line": "The band is the bounds that counting sets; the line is what the cut saves. Where the whole band lies left of the "
    "line, cutting pays. Where it lies right of it, keeping pays. Where the line is within the band, counting does not settle it.",
    "picture_row": "lost: {lost_low} to {lost_high} (bounded); saved: {saving}",
    "dominated": "Worse whatever is true",
    "dominated_by": "{option} is worse than {better}, whatever is true within the bounds.",
    "dominated_none": "No option is worse than another in every case. Each of them may turn out to be the best.",
    "least": "Least to regret",
    "least_same": "{expected}: both on average and when the worst is true. By the literature and your own months; how much "
    "your own data say of it stands under What your own months tell.",
    "least_two": "On average: {expected}. When the worst is true: {most}. By the literature and your own months; how much "
    "your own data say of it stands under What your own months tell.",
    "sides": "Keep or cut: a rule of thumb for each function",
    "side": "{function}",
    "side.keep": "Keep: pays where the elasticity is above {thumb}.",
    "side.cut": "Cut: pays where the elasticity is below {thumb}.",
    "side.unpriced": "Keep or cut: cannot be priced yet, so it is not free to cut.",
    "side.note": "The elasticity says by how many per cent sales change when the effort changes by one per cent.",
    "side.keep_churn": "Keep: pays where it holds on to more than {churn} of the customers in a year.",
    "side.cut_churn": "Cut: pays where it holds on to less than {churn} of the customers in a year.",
    "side.cost": "Costs {cost} a month (counted).",
    "information": "Find this out first",
    "information_none": "Nothing that is cheap to find out would change the order much.",
    "info.labels": "Label the {accounts} sales without an origin: about {effort} hours (fotavtrykk review deals).",
    "info.hours": "Ask what share of the hours in {function} goes to outbound selling.",
    "info.hold_out": "Leave 30% of about {accounts} on the calling list alone for {effort} months, and count who buys all the same.",
    "info.pause": "Pause one paid channel for {effort} months ({function}), and count the inquiries.",
    "info.moves": "Moves the bound for {function} from {bl}–{bh} to {al}–{ah} sales {per}, should the answer come out in the middle.",
    "info.value": "Worth up to {value} to know (assumed).",
    "plan": "A staged plan, from what can be undone to what cannot",
    "step": "Month {month}: {what}",
    "step.information": "Find out what matters most first: {what}.",
    "step.lines": "Stop costs that can be started again: {what}.",
    "step.layoff": "Discuss and give notice of lay-off: {what}. It can be undone.",
    "step.instead": "If the lack of work will pass, lay off in place of dismissing: {what}. It can be undone.",
    "step.vacancies": "Begin with vacancies: leave positions that fall vacant empty ({what}). Notice is given only for what vacancies do not cover.",
    "plan_saves": "Step by step this saves {saved} over {horizon} months; all at once {whole}. That is what it costs to be able to stop.",
    "vacant.unknown": "What waiting for vacancies comes to is reckoned where [decision] turnover says what share of the people leave in a year.",
    "vacant.more": "At the turnover you have said, about {count} of them fall empty within {horizon} months, the last in month {last}. Waiting saves "
    "{saved}, no less than notice does ({notice}, with what is paid once taken off), and nobody is given notice (assumed).",
    "vacant.less": "At the turnover you have said, about {count} of them fall empty within {horizon} months, the last in month {last}. Waiting saves "
    "{saved} over the horizon against {notice} by notice, and nobody is given notice (assumed).",
    "step.half": "Discuss and give notice of the first part of what vacancies do not cover, at most: {what}.",
    "step.notice": "Discuss and give notice of what vacancies do not cover, at most: {what}.",
    "step.rest": "The rest of what vacancies do not cover, only if the counts have held, at most: {what}.",
    "felt.sales": "Why month {month}: the loss of the first part can be felt after {felt} months, once notice, sales cycle and carry-over are past. "
    "Then three months are counted.",
    "felt.customers": "Why month {month}: the loss of the first part can be felt after {felt} months, once notice and carry-over are past. Then "
    "three months are counted.",
    "info_name.labels": "labels for sales without an origin", "info_name.hours": "hours in both directions",
    "info_name.hold_out": "a test on the calling list", "info_name.pause": "a pause of one paid channel",
    "wire.inquiries": "Stop and reverse if {wire} inquiries or fewer come in three months; the usual number is {usual}. "
    "The chance of a false alarm is {alarm}.",
    "wire.opportunities": "Stop and reverse if {wire} opportunities or fewer are registered in three months; the usual number is {usual}. "
    "The chance of a false alarm is {alarm}.",
    "wire.customers": "Stop and reverse if {wire} customers or more are lost in three months; the usual number is {usual}. "
    "The chance of a false alarm is {alarm}. Ask those who leave why.",
    "wire.unknown_customers": "Stop and reverse if more customers than usual give notice; ask them why. How many leave as a rule is not known, or "
    "they are too few to set a number.",
    "wire.never": "There is no count at which this turns from paying to not paying; watch the sales themselves.",
    "wire.never_customers": "There is no count at which this turns from paying to not paying; ask customers who give notice why.",
    "wire.blind": "A loss as small as the cut can bear cannot be seen in three months; the tripwire catches only a greater one.",
    "wire.none": "Too little is counted for a tripwire; watch the sales themselves.",
    "turns": "What turns the order",
    "turns_pair": "Of the options that cut other functions, {other} is the one that knowing more would most easily put before {first}.",
    "turn.margin": "The gross margin is {now}; at {turned} the order turns.",
    "turn.renewal": "The share of customers who stay another year is {now}; at {turned} the order turns.",
    "turn.substitution": "The share that at most would have come by themselves is set to {now}; at {turned} the order turns.",
    "turn.label_outbound": "If {turned} of the sales labelled outbound are inbound in truth, the order turns.",
    "turn.label_inbound": "If {turned} of the sales labelled inbound are outbound in truth, the order turns.",
    "stays.margin": "No gross margin turns the order.",
    "stays.renewal": "No share of customers who stay turns the order.",
    "stays.substitution": "The order is the same however many would have come by themselves.",
    "stays.label_outbound": "The order stands even if all that is labelled outbound is inbound.",
    "stays.label_inbound": "The order stands even if all that is labelled inbound is outbound.",
    "verdicts": "Does the answer hold under other conditions?",
    "case_none": "{horizon} months, {value}: {verdict}.", "case_role_none": "{role}: {verdict}.",
    "case": "{horizon} months, {value}: {verdict}. Least to regret: {option}.",
    "case_role": "{role}: {verdict}. Least to regret: {option}.",
    "value.first": "first order alone", "value.lifetime": "the customer's whole life",
    "state.open": "the figures do not settle it", "state.sure": "sure", "state.equal": "equally good", "state.keep": "keep {function}",
    "state.do_not_cut": "do not cut",
    "beliefs": "What the leaders believed",
    "pool": "All together",
    "late": "Recorded after a result had been shown.",
    "early": "Recorded before any result was shown.",
    "quarters": "Quarter by quarter: {option} (counted; what is paid once is assumed)",
    "quarter": "Quarter {first}: {result} on the result, {cash} on cash.",
    "quarters_alike": "Quarters {first} to {last}, each: {result} on the result, {cash} on cash.",
    "tags": "Where the figures come from",
    "tag.counted": "Counted in your files: {what}.", "tag.bounded": "Bounded by counting: {what}.",
    "tag.assumed": "Assumed, or said by you: {what}.", "tag.estimated": "Estimated by a model: {what}.",
    "tag.none": "nothing",
    "input.payroll": "payroll", "input.costs": "other costs", "input.first_order": "first order", "input.margin": "gross margin",
    "input.renewal": "customers who stay", "input.yearly_margin": "yearly margin of a customer", "input.discount": "discount",
    "input.one_off": "one-off costs", "input.notice": "notice", "input.substitution": "the share that would have come anyway",
    "input.lost": "lost sales and lost margin", "input.saving": "saving", "input.break_even": "break-even",
    "input.expected_regret": "average regret", "input.beliefs": "what the leaders believed",
    "worth": "A new customer is worth {first} of margin on the first order and {lifetime} over its whole life (assumed: the margin is "
    "what you said).",
    "worth_first": "A new customer is worth {first} of margin on the first order. What it is worth after that is not known (assumed: "
    "the margin is what you said).",
    "graph": "What is taken to lead to what",
    "graph.makers": "Marketing and communication act on inquiries, inquiries on sales. That they also make outbound selling easier is "
    "reckoned only where the customer was seen first.",
    "graph.inbound": "Inbound selling acts on how many inquiries become sales, where each seller gets too many.",
    "graph.outbound": "Outbound selling acts on sales to customers who did not make contact themselves; some of them would have come anyway.",
    "graph.keepers": "Service and account management act on how many customers stay.",
    "graph.late": "A loss is felt only when notice, sales cycle ({cycle} months) and carry-over are past.",
    "limits": "What limits the answer",
    "unpriced": "Cannot be priced and is not weighed: {option}.",
    "why.short": "There are only {n} months of sales; the seasons have not been seen.",
    "why.few": "There are only {n} new customers; the bounds are wide.",
    "why.no_lost": "The files hold no lost deals, so hit rates are not known.",
    "why.alone": "One agreement is so large that it is left out of the value of a new customer: the first order is {first} without it and {amount} "
    "with it. With it, every break-even on the first order is lower by as much.",
    "why.again": "{n} sales to customers who had bought before are left out; they are part of the value of a customer's life.",
    "why.all_unknown": "No sale has a known origin, or too few to tell of. All may belong anywhere.",
    "why.gap_pay": "{function} lacks payroll for {n} months in between. They are taken to be as the month before. Is a file missing?",
    "why.other_currency": "Some of the sales are in another currency than most. They are counted, but their value is left out of the first order.",
    "why.other_costs": "Some of the costs are in another currency than most and are left out. The saving is then reckoned too low; state all in the "
    "same currency.",
    "why.no_function": "A leader has said something of {function}, and no function is called that; it is not reckoned with. Correct the name in "
    "beliefs.csv.",
    "why.gap": "{n} of the months have no settled deals. Is a file missing?",
    "why.substitution": "Nobody has said how many of outbound's customers would at most have come by themselves ([decision] "
    "substitution_max); so it may be all.",
    "why.no_kind": "It is not said what {function} does ([functions.NAME] kind); it cannot be priced.",
    "why.no_pay": "Payroll is missing for {function} (the column payroll_cost of headcount.csv); positions there are left out.",
    "why.small": "{function} has fewer than three people and is shown as budget only.",
    "why.merged": "{function} are merged by you (merge_into); they are weighed as one, and no figure is about one of them alone.",
    "why.mergeable": "{function} do the same and are three or more together. With merge_into in [functions.NAME] they are weighed as one.",
    "why.hours": "It is not said what share of the hours in {function} is outbound ([functions.NAME] outbound_hours); it may be all.",
    "why.constant": "{function} never changed in size, so history cannot show what it does.",
    "why.constant_load": "{function} never changed in size; only the number of customers or inquiries for each has, and "
    "that may have had other causes.",
    "why.together": "{function} always changed together, so history cannot tell them apart.",
    "why.no_lifetime": "What customers are worth after the first order is not known (customers.csv, or [decision] renewal and yearly_margin).",
    "why.layoff_short": "Laying off all who may go saves {amount} in time. That is less than the amount, so no lay-off is weighed; fotavtrykk "
    "decide --cut FUNCTION=POSITIONS@MONTHS weighs one all the same.",
    "why.renewal_assumed": "How many customers stay from year to year is not known; where what is likely of service and account management "
    "is reckoned, nine in ten are assumed ([decision] renewal).",
    "why.follows": "{function} grew after months with many inquiries. So the months may credit it with demand that made it grow, and tell too "
    "much of it.",
    "why.belief_inside": "A leader has said both how many inquiries and how many sales would be gone without {function}. The sales are reckoned "
    "with; the inquiries lie in them.",
    "why.belief_unpriced": "A leader has said how many customers would be gone without {function}, and it is not known how many customers you have "
    "or what one of them brings in a year. The answer is not weighed. Fill in templates/customers.csv, or say [decision] yearly_margin in "
    "fotavtrykk.toml.",
    "why.no_gain": "Positions are to move to {function}. What they bring there is not known, and nothing is reckoned for it.",
    "why.no_customers": "There is no table of customers (customers.csv); service and account management cannot be priced.",
    "alternatives": "Other ways that must be considered",
    "alternative.other": "Costs other than payroll.",
    "alternative.vacancy": "Vacancies that are not filled, and natural turnover.",
    "alternative.work": "Other suitable work and retraining, also in another function.",
    "alternative.layoff": "Temporary lay-off (permittering), which can be undone. It is priced among the options where it reaches the amount "
    "within the year.",
    "alternative.layoff_keys": "Temporary lay-off (permittering), which can be undone. It is not priced: say [decision] layoff_months and "
    "layoff_employer_days in fotavtrykk.toml.",
    "alternative.hire": "Consultants and agencies in place of employees are not free, and lawful only where necessary (§ 15-7, third "
    "paragraph).",
    "law": "Rules that apply (the Norwegian Working Environment Act)",
    "law.15-1": "§ 15-1: Discuss both the basis and the selection with the employees' representatives and the employee before anything "
    "is decided.",
    "law.15-2": "§ 15-2: Ten persons or more within 30 days is mass redundancy, with a duty to inform, discuss and notify NAV.",
    "law.mass": "This option concerns {n} positions: the rules on mass redundancy apply, and nothing is saved until 30 days after the "
    "notification.",
    "law.15-3": "§ 15-3: Notice runs from the first of the next month.",
    "law.15-7": "§ 15-7: A dismissal must be justified. Where there is other suitable work, it must be offered. This report is only one "
    "of several grounds.",
    "law.layoff": "Temporary lay-off (permittering): there must be a justified reason, and the lack of work must be temporary. Discuss it with "
    "the employees' representatives first. Known when this was written: 14 days of notice as a rule, pay for the first 15 working days, at most "
    "26 weeks in 18 months, and a notification to NAV from ten persons on. Check what applies now, with NAV and in your own collective "
    "agreement.",
    "law.persons": "The program never selects persons.",
    "verdict.sure_likely": "Choose {option}: there is at least a 95% chance that you will have little to regret, by the literature, by your own "
    "months and by what each leader believed. Counting alone does not settle it. {paying} {band}",
    "verdict.equal_likely": "The options are about equally good: by the literature, your own months and what each leader believed there is "
    "at least a "
    "95% chance that you will have little to regret, whatever you choose. Choose by something other than the figures. "
    "{paying} {band}",
    "verdict.keep_likely": "Keep {function}: by the literature, your own months and what each leader believed there is at least a 95% chance that "
    "everything that cuts there is worse than something else you can do. Counting alone does not settle it. {paying} {band}",
    "verdict.do_not_cut_likely": "Do not cut: by the literature, your own months and what each leader believed there is at least a 95% "
    "chance that every "
    "option costs more than it saves. Counting alone does not settle it.",
    "courses.lost": "Margin lost month by month",
    "courses.lost_line": "The green line is the middle of what is likely, the band holds nine tenths of it, {drawn}, "
    "within the bounds that counting sets, which are wider. The black line is what is saved that "
    "month: where it lies above the green one, the month saves more than it loses. All are drawn on one scale. A cut in "
    "selling bites as soon as notice and sales cycle are past, a cut in marketing little by little.",
    "courses.net": "Net result over time",
    "courses.net_line": "What has been saved less what has been lost, month by month from the day notice is given, on one scale. Above the "
    "horizontal line cutting has paid so far, below it keeping would have. The dashed line is the month after which the "
    "middle of what is likely stays on its side. The band is what is likely; what counting alone does not rule out is "
    "wider and stands in the picture of bounds.",
    "courses.felt": "A loss is felt from month {month}. In month 36 it is about {middle} (between {low} and {high}).",
    "courses.passes": "A loss is felt from month {month} to month {last}; after that nothing more is lost.",
    "courses.unfelt": "No loss is likely to be felt within 36 months; in month 36 it is between {low} and {high}.",
    "courses.turn_up": "Pays for itself from month {month} on, or in nineteen cases of twenty at the latest from month {late} on; before that it "
    "has cost more than it saved. In month 36: {middle} ({low} to {high}).",
    "courses.turn_down": "Costs more than it has saved after month {month}, in nineteen cases of twenty at the latest after month {late}. In "
    "month 36: {middle} ({low} to {high}).",
    "courses.always": "In nineteen cases of twenty it has paid all the way to month 36: {middle} ({low} to {high}).",
    "courses.never": "In nineteen cases of twenty it has not paid by month 36: {middle} ({low} to {high}).",
    "courses.mostly": "In the middle of what is likely it has paid all the way; in nineteen cases of twenty from month {late} on at the latest. In "
    "month 36: {middle} ({low} to {high}).",
    "courses.open_up": "Whether it has paid by month 36 is not settled: it lies between {low} and {high}. The middle of what is likely is above "
    "nothing from month {month} on: {middle}.",
    "courses.open_down": "Whether it has paid by month 36 is not settled: it lies between {low} and {high}. The middle of what is likely is "
    "below nothing from month {month} on: {middle}.",
    "effects": "Break-even beside what is known of the effect",
    "effects_line": "The axis is elasticity, from 0 to 1.5: by how many per cent inquiries or sales change when the effort changes by one per "
    "cent. The upright line is the break-even of the option that cuts that function alone. Where the band lies left of it, cutting pays; "
    "where it lies right of it, keeping pays. Studies say little of how often a function does nothing; here that is taken for one in ten, before "
    "the months are read.",
    "effects_keeps": "Break-even beside what is known of keeping customers",
    "effects_keeps_line": "The same for those who keep customers, from 0 to 4: by how many per cent the share of customers who leave rises when "
    "there are one per cent more customers for each head.",
    "effects.paid": "{function}, {role}: what you pay for it",
    "effects.assumed": "{function}, {role}: assumed",
    "bias.over": "The estimate is {mean}. If demand has made it {by} too high or more, cutting pays in the middle of what is likely "
    "(break-even {even}).",
    "bias.under": "The estimate is {mean}, below the break-even of {even} already; demand that made it too high does not turn that.",
    "effects.literature": "{function}, {role}: the literature",
    "effects.own": "{function}, {role}: your own months alone",
    "effects.both": "{function}, {role}: both together",
    "effects.role": "{function}: believed by {role}",
    "effects.row": "{low} to {high}, about {middle}; breaks even at {even}",
    "role.makes": "creating inquiries",
    "role.calls": "outbound selling",
    "role.answers": "answering inquiries",
    "role.keeps": "keeping customers",
    "weights": "What your own months tell",
    "weight.literature": "{function} ({role}): the estimate rests {own} on your own data and {rest} on the literature.",
    "weight.assumed": "{function} ({role}): the estimate rests {own} on your own data and {rest} on what is assumed.",
    "weight.none_literature": "{function} ({role}): your own data say nothing yet; the literature alone speaks, and it is old, of consumer "
    "goods and of "
    "advertising or selling budgets, not of payroll.",
    "weight.none_assumed": "{function} ({role}): your own data say nothing yet, and no study is known; what is assumed is wide.",
    "weight.paid": "{function} ({role}): the estimate rests {own} on your own data and {rest} on the assumption that it gives back about what "
    "it costs.",
    "weight.none_paid": "{function} ({role}): your own data say nothing yet, and no study is known. Since you pay for it, it is assumed to "
    "give back about what it costs, from a tenth of that to twice it.",
    "weight.detectable": "Were half of the function gone, your months could only have shown a loss of {share} of those sales or more.",
    "weight.still": "It has hardly changed in size, so no series can show what it does.",
    "weight.never": "It has never been smaller in these months, so what any cut loses is assumed.",
    "weight.load_answers": "What has varied is the number of inquiries for each.",
    "weight.load_keeps": "What has varied is the number of customers for each; other things that changed over the same "
    "months may be mixed into it.",
    "weight.deepest": "At most {share} of it has been away in these months; what a deeper cut loses is assumed.",
    "basis.bounds": "By bounds alone",
    "basis.literature": "By the literature and your own months",
    "basis.own": "By your own months alone",
    "basis.doubt": "If what neither a study nor your months speak of does nothing",
    "input.effects": "what each function does",
    "why.few_months": "There are {n} months with both inquiries and costs; 24 are needed before they say anything of effects. The literature "
    "alone speaks.",
    "why.few_labels": "More than half of the inquiries have no direction, so the months are not read for effects. Label them (fotavtrykk review "
    "deals).",
    "why.no_sampler": "The part that reads effects out of your months is not installed: pip install 'fotavtrykk[models]'. The literature alone "
    "speaks.",
    "why.unsound_demand": "The months of inquiries and sales could not be read soundly, and are left out; the literature alone speaks of what "
    "creates them.",
    "why.unsound_load": "How the load bears on the share of inquiries won could not be read soundly from the months, and is left out.",
    "why.unsound_churn": "What keeps customers could not be read soundly from the months, and is left out.",
    "summary": "The options side by side",
    "tagged": "What is saved is counted (notice and what is paid once are assumed); "
    "the break-even rests on the margin and the worth of a customer that you have said (assumed); the loss "
    "is bounded by counting.",
    "tagged.estimated": "estimated from your own months and the literature",
    "tagged.assumed": "assumed, by the literature or by what you pay",
    "summary_line": "Net is what is saved less the margin that is lost, over the horizon; a sale and a customer lost count with all that "
    "they are worth. “At worst” is what counting does not rule out; “likely” holds nine tenths of what the literature "
    "and your own months make likely. “Hardly to regret” is the chance that no other option turns out more than a tenth "
    "of the saving better. What is saved is counted, break-evens are assumed (your margin), “at worst” is bounded, and what is likely is {drawn}.",
    "summary.option": "Option",
    "summary.first": "Saves in the first year",
    "summary.year": "Saves a year, all in force",
    "summary.even": "Pays below a loss of",
    "summary.worst": "Net at worst, {horizon} months",
    "summary.likely": "Net likely, {horizon} months",
    "summary.small": "Hardly to regret",
    "summary.between": "{low} to {high}",
    "summary.even_sales": "{sales} sales {per}",
    "summary.even_both": "{sales} sales {per}, or {churn} of the customers",
    "summary.even_churn": "{churn} of the customers",
    "summary.even_always": "pays whatever is lost",
    "summary.even_moves": "a move; see the bounds",
    "summary.even_never": "saves nothing",
    "summary.even_late": "no loss is felt that early",
    "fragile": "The order is not firm: under {k} of {n} other conditions (horizon, value of a customer, basis, beliefs) another "
    "option than {option} comes first; they stand below.",
}  # fmt: skip
