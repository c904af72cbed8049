"""The rules in the order in which they are tried: where two matches start alike the longer wins, then the earlier rule."""

# ruff: noqa: E501  A rule is one line of a table, however long its pattern.

from __future__ import annotations

from geo.dates.calendars.calendar_rules import CALENDARS
from geo.dates.families.amounts import (
    adverb,
    and_a_half,
    count_range,
    duration,
    dusk_to_dawn,
    every,
    hyphen_duration,
    nth_in_a_row,
    open_units,
    past_units,
    recent_units,
    times_a_unit,
    to_the_day,
    weekday_parts,
    weekdays,
    weekends,
    year_ended,
    years_old,
)
from geo.dates.families.daytime import (
    bare_part,
    clock,
    date_time_group,
    night_into_day,
    part_before_noun,
    part_of_part,
    part_of_then,
    part_of_today,
    small_hours,
)
from geo.dates.families.explicit import (
    before_christ,
    before_christ_range,
    day_alone,
    day_of_month,
    full_date,
    iso_date,
    month_and_year,
    numeric_date,
    relative_year,
)
from geo.dates.families.periods import (
    century,
    decade,
    fiscal_year,
    half,
    month_of_spelt_year,
    part_of_period,
    quarter,
    season_near,
    season_of_year,
    spelt_year,
    the_quarter,
    year_quarter,
)
from geo.dates.families.ranges import cross_range, day_range, year_range
from geo.dates.families.relative import (
    after_date,
    ago,
    ago_to_the_day,
    day_around_event,
    in_time,
    last_fiscal_year,
    later,
    near_day,
    near_unit,
    nth_day,
    the_day_before,
    the_edge,
    the_unit,
    within_unit,
)
from geo.dates.families.vague import future_vague, past_vague, present
from geo.dates.families.week import bare_weekday, the_weekend, weekday_and_week, weekday_of_week
from geo.dates.families.years import bare_month, bare_year
from geo.dates.order_rules import ORDERS
from geo.dates.rule import Rule
from geo.dates.words import ADVERB_SETS, FUTURE_WORDS, PAST_WORDS, PRESENT_WORDS, alternatives

_WEEKDAY = r"(?:(?:on )?(?:(?:this coming|this past|this|next|last|the coming) )?<weekday>,? (?:the )?)?"
_OF = r",?(?: of|,)? ?"
_JOIN = r"(?: ?- ?| to | and | or | & | through | until )(?:the )?"
_WHICH = r"(?P<which>this year|last year|next year|(?:that|the same|the following|the next|the previous|the preceding|the current) year)"
_AGO = r"(?:(?P<approx><approx:>) )?<n> (?:full |long |short |whole |more )?<unit>(?: or so)?"
_NEAR = r"(?P<near>day|week|fortnight|month|quarter|year|decade|century|weekend)(?!-|s\b)"
_APPROX = r"(?:(?P<approx>(?!over the|under the)<approx:>) )?"
_COUNTED = r"(?:full |long |short |whole |more |bloody |consecutive |straight |successive |additional |further |extra |working |trading |brutal )?"
_SPELT_YEAR = r"(?P<spelt>(?:nineteen|eighteen|seventeen|twenty)[ -](?:hundred|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)|two thousand(?:(?: and)? (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)"
_QUARTER_OF = r"(?P<which>(?:of )?(?:this|last|next) year|a year (?:earlier|ago))"

_STRUCK = r"(?:deaths?|killings?|murders?|attacks?|bombings?|blasts?|explosions?|raids?|shootings?|assassination|coup|massacre|strikes?|airstrikes?|battle|invasion|assault|ambush|arrests?|crash|earthquake|quake|landings?|ceasefire|truce|clashes)"
_THING = r"(?:wars?|conflicts?|truces?|ceasefires?|cease-fires?|sieges?|uprisings?|insurgency|insurgencies|offensives?|campaigns?|rebellions?|revolts?|cris[ei]s|strikes?|disputes?|standoffs?|stand-offs?|regimes?|rule|coalitions?|protests?|occupation|blockades?|embargo|embargoes|agreements?|accords?|deals?|pacts?|treat(?:y|ies)|bans?|curfews?|operations?|talks|mission|struggle|fighting|battle|hostilities|unrest|tensions|feud|rivalry|insurrection|emergency|sanctions|policy|movement|invasion|intervention|lockdown|outbreak|epidemic|drought|famine|monarchy|junta|sit-in|hunger)"

EXPLICIT = (
    Rule("iso date", r"(?P<year>[12]\d{3})-(?P<mm>\d\d)-(?P<dd>\d\d)(?:[T ](?P<hh>\d\d):(?P<mi>\d\d)(?::\d\d)?)?", iso_date, key="figure"),
    Rule("iso date with slashes", r"(?P<year>[12]\d{3})(?P<sep>[/.])(?P<mm>\d\d)(?P=sep)(?P<dd>\d\d)(?P<hh>)(?P<mi>)", iso_date, key="figure"),
    Rule("day range before month", rf"(?:between |from )?(?P<one>(?:the )?(?P<first>\d{{1,2}}(?:st|nd|rd|th)?)){_JOIN}(?P<two>(?P<second>\d{{1,2}}(?:st|nd|rd|th)?) (?:of )?<month>(?:,? <year>)?)", day_range, bends=False, key="month"),
    Rule("day range behind month", rf"(?P<one><month> (?P<first>\d{{1,2}}(?:st|nd|rd|th)?)){_JOIN}(?P<two>(?P<second>\d{{1,2}}(?:st|nd|rd|th)?)(?!\d|:| ?[ap]\.?m| (?:<month:>|people|soldiers|civilians|police|others|rebels|militants|were|was|have|of))(?:, ?<year>)?)", day_range, bends=False, key="month"),
    Rule("range from month to month", r"(?P<one>(?:(?P<d1>\d{1,2}(?:st|nd|rd|th)?) (?:of )?)?<month>(?: (?P<d1b>\d{1,2}(?:st|nd|rd|th)?)(?!\d))?)(?: ?- ?| to | through | until | and )(?P<two>(?:(?P<d2>\d{1,2}(?:st|nd|rd|th)?) (?:of )?)?<month:m2>(?: (?P<d2b>\d{1,2}(?:st|nd|rd|th)?)(?!\d))?(?:,? <year>)?)(?!,?(?: of)? (?:last|this|next) year)", cross_range, bends=False, key="month"),
    Rule("month day year", rf"{_WEEKDAY}<month> (?:the )?<day>(?:,? | ?, ?|,? of )<year>", full_date, key="month"),
    Rule("day month year", rf"{_WEEKDAY}(?:the )?<day>(?: of | |-)<month>(?:,? | ?, ?|-|,? of |/)(?P<year>[12]\d{{3}}|'\d\d(?!\d))", full_date, key="month"),
    Rule("day month short year", r"(?P<day>\d{1,2})[ -](?P<month>(?-i:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[ -](?P<year>\d\d)(?!\d|:\d)", full_date, key="month"),
    Rule("day and relative year", rf"(?:(?P<day>\d{{1,2}}(?:st|nd|rd|th)?)(?: of | )<month>|<month:m2> (?P<day2>\d{{1,2}}(?:st|nd|rd|th)?)),?(?: of)? {_WHICH}", relative_year, key="month"),
    Rule("month day", rf"{_WEEKDAY}<month> (?:the )?(?P<day>\d{{1,2}}(?:st|nd|rd|th)?)(?!\d|:\d|,\d{{3}}|-\d|\.\d| ?(?:%|percent|million))", day_of_month, key="month"),
    Rule("day month", rf"{_WEEKDAY}(?:the )?<day>(?: of | |-)<month>", day_of_month, key="month"),
    Rule("month spelt day", rf"{_WEEKDAY}<fullmonth:month> (?:the )?(?P<day><ordinal:>)", day_of_month, key="month"),
    Rule("spelt day of month", r"(?:the )(?P<weekday>)(?P<day><ordinal:>) (?:day )?of <fullmonth:month>", day_of_month, key="month"),
    Rule("spelt day of month and year", r"(?:the )(?P<day><ordinal:>) (?:day )?of <fullmonth:month>,? <year>", full_date, key="month"),
    Rule("month and relative year", rf"(?P<day>)<month>,?(?: of)? {_WHICH}", relative_year, key="month"),
    Rule("month year", rf"(?:the month of )?<month>{_OF}(?P<year>[12]\d{{3}}(?!\d))", month_and_year, key="month"),
    Rule("numeric date", r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y>[12]\d{3}|\d\d)(?![\d/.-]\d)(?!\d)", numeric_date, key="figure"),
    Rule("before christ range", r"(?P<one>(?P<first>\d{2,4}))(?: ?- ?| to | and )(?P<two>(?P<second>\d{2,4}) (?-i:B\.C\.|B\.C\b|BCE|BC))", before_christ_range, bends=False, key="figure"),
    Rule("before christ", r"(?:the )?(?:(?:<month>|<season>)(?: of)? )?(?P<num>\d{1,4}(?:s|st|nd|rd|th)?)(?P<century> century)? (?-i:B\.C\.E\.|B\.C\.|B\.C\b|BCE|BC)", before_christ, key="figure"),
    Rule("year range", r"(?P<first>[12]\d{3})(?: ?- ?|/)(?P<second>[12]\d{3}|\d\d)(?![\d-])", year_range, bends=False, key="figure"),
    Rule("relative month", r"(?:in )?(?P<which>last|next|this|this past|this coming|the coming|the previous|the preceding|the following|the next|this last) <month>(?! \d)", bare_month, key="month"),
    Rule("day alone", r"the <ordday>", day_alone, key="figure"),
    Rule("year", r"(?:the (?:calendar )?year )?(?P<year>[12]\d{3})(?![\d.,/-]\d)", bare_year, key="figure"),
    Rule("month", r"(?:the month of )?<month>(?! \d)", bare_month, key="month"),
)  # fmt: skip

RELATIVE = (
    Rule("near day", r"(?P<word>(?:the )?day before yesterday|(?:the )?day after tomorrow|today|yesterday evening|yesterday|tomorrow|tonight|last night|last evening)", near_day),
    Rule("weekday of week", r"(?:on )?<fullweekday>(?: of)? (?P<which>last|this|next) week", weekday_of_week, key="weekday"),
    Rule("weekday of week", r"(?P<which>last|this|next) week,? <fullweekday>(?!')", weekday_of_week, key="weekday"),
    Rule("weekday and a week", r"(?:on )?(?:(?P<many>a week|two weeks|a fortnight) (?:on |from |from next |come )?<fullweekday>|<fullweekday:wd> (?P<after>week|fortnight)(?=[,.;!?)]| (?:to|for|in|at|and|with|when|after|on)\b|$))", weekday_and_week, key="weekday"),
    Rule("weekday last", r"<fullweekday> (?P<which>last|next)(?=[,.;:!?)]| (?:and|but|when|after|in|at|by|with|as|to|for|near|was|were)\b|$)", bare_weekday, key="weekday"),
    Rule("night into day", r"(?P<one>overnight|(?:in |during )?the night)(?: (?:from )?(?P<two><fullweekday:from>))? (?:in)?to (?P<three><fullweekday:to>)", night_into_day, bends=False, key="weekday"),
    Rule("parts of two weekdays", r"(?P<one><fullweekday:first>) (?:and|or) (?P<two><fullweekday:second> (?P<part>mornings|afternoons|evenings|nights))", weekday_parts, bends=False, key="weekday"),
    Rule("weekday", r"(?:(?P<which>last|next|this|the previous|the preceding|the following|this past|this coming|the coming|coming|this last|past|that|the next) )?<fullweekday>", bare_weekday, key="weekday"),
    Rule("ago to the day", r"(?P<n><n:>) (?P<unit>days?|weeks?|fortnights?|months?|years?) ago (?:to the day|today)(?P<fullweekday>)", ago_to_the_day, bends=False, key="turn"),
    Rule("ago to the day", r"(?P<n><n:>) (?P<unit>weeks?|fortnights?) ago (?:on |last )?<fullweekday>", ago_to_the_day, key="turn"),
    Rule("ago", rf"{_AGO} (?:ago|back(?! to| in| on| from| at| into))", ago, key="turn"),
    Rule("later or earlier", rf"(?P<amount>{_AGO}) (?P<where>later|earlier|previously|before|afterwards?|after|hence|from now|on(?=[,.]))(?! than)", later, key="unit"),
    Rule("day before", r"(?:the|a|an|one) (?P<near>day|night|week|month|year) (?P<side>before|after|later|earlier)(?=[.,;:!?)\"']| (?:and|in|at|on|when|had|was|were|to|for|by|but|from)\W|$)", the_day_before, key="unit"),
    Rule("open ago", r"(?P<approx>)(?P<n>)<units:unit> ago", ago, key="turn"),
    Rule("open later", r"(?P<amount>(?P<approx>)(?P<n>)<units:unit>) (?P<where>later|earlier|afterwards?|beforehand)(?! than)", later, key="unit"),
    Rule("day around event", rf"the (?P<near>day) (?P<side>before|after)(?= (?:the|his|her|their|its|that) (?:\w+ ){{0,2}}{_STRUCK}\b)", day_around_event, bends=False, key="unit"),
    Rule("nth day of it", rf"(?:the )?(?P<nth><ordinal:>) (?:(?:consecutive|straight|full) )?day(?= of (?:(?:the|an?|its|his|their|this|that) )?(?:\W{{1,2}})?(?:\w+ ){{0,2}}(?:{_THING}|[A-Z]))", nth_day, bends=False, key="unit"),
    Rule("in so long", rf"(?:in|within) {_AGO}'? time", in_time, key="unit"),
    Rule("within unit", r"(?P<edge>earlier|later|early|late|mid|earliest) (?P<which>this|in the|that|that same|the same|last|next|in that|in the same) (?P<near>week|month|year|day|decade|century)", within_unit, key="unit"),
    Rule("edge of unit", r"(?:by |at )?(?P<edge>the (?:very )?(?:end|start|beginning|close|middle|turn|latter part|second half|first half)) of (?P<which>this|the|that|next|last|the same|the current) (?P<near>week|month|year|decade|century|quarter)(?! of)", the_edge, key="unit"),
    Rule("unit from then", rf"(?P<which>the next|the following|the previous|the preceding|the prior|the same|that same|that very|the very same|the very next|that|the subsequent|this same|the very) {_NEAR}", after_date, key="unit"),
    Rule("day following", r"the (?P<near>day) (?P<which>following)", after_date, key="unit"),
    Rule("near unit", rf"(?P<which>this past|this coming|this last|this|last|next|the last|the past|the coming|past|the current|current|the present) (?:calendar |fiscal |financial )?{_NEAR}", near_unit, key="unit"),
    Rule("part of then", r"(?P<which>that same|that|the same|the next|the following|the previous|the preceding|the very same) <pod>", part_of_then, key="part of day"),
    Rule("part of today", r"this <pod>", part_of_today, key="part of day"),
    Rule("year that ended", r"(?:the|its|a) (?:(?:full|fiscal|financial|tax|crop) )?(?P<unit>year|quarter)(?=(?:,? (?:that )?(?:ended|ending)(?: on)?| to)(?: the end of)?(?: \d{1,2})? <month:closing>|,? (?:that )?(?:ended|ending)\b)", year_ended, key="unit"),
    Rule("the unit", r"(?:(?<=for )|(?<=during )|(?<=throughout )|(?<=in )|(?<=over )|(?<=of )|(?<=into ))the (?:(?:full|whole|entire|rest of the|fiscal|financial|calendar|remainder of the) )?(?P<near>year|month|week)(?=[.,;:!?)]|'s| (?:as|and|but|with|when|while|the|to|was|were|is|has|had|at|on|from|by|because|after|so|he|they|she|it|an?)\b|$)(?! of| that| to )", the_unit, key="unit"),
    Rule("the unit", r"the (?P<near>year|month|week)(?='s )(?!'s end)", the_unit, key="unit"),
    Rule("near unit", r"(?P<which>the) (?:latest|last) (?:fiscal|financial) (?P<near>year)", last_fiscal_year, key="unit"),
    Rule("the unit", r"(?P<full>the (?:full|fiscal|financial)) (?P<near>year)(?! (?:of|that|when|<year:>))", the_unit, key="unit"),
    Rule("year end", r"(?P<edge>)(?P<which>)(?:the )?(?P<near>year|month)(?:'s)?[- ]end", the_edge, key="unit"),
    Rule("season near", r"(?P<which>this past|this coming|this|last|next|the next|the following|the previous|the same|that same|that|the coming|the|) ?<season>(?=\W)", season_near, key="season"),
)  # fmt: skip

AMOUNTS = (
    Rule("past units", rf"{_APPROX}(?:the |these |over the |this )?(?P<way>past|last|next|coming|following|previous|preceding|ensuing|first|final) (?:<n> )?{_COUNTED}<units:unit>(?: or so)?", past_units, bends=False, key="unit"),
    Rule("past units", r"(?P<approx>)(?P<n>)(?:over |for |in )?the (?P<way>past|last|next) (?P<unit>week|month|year|decade|century|fortnight|hour)(?=\W)(?!-)(?: or so)?", past_units, bends=False, key="unit"),
    Rule("past units", rf"{_APPROX}(?:the )<n> (?P<way>previous|past|preceding|following|next) <units:unit>", past_units, bends=False, key="unit"),
    Rule("recent units", r"(?:the )?(?:very )?(?:most )?(?:recent|coming|past|previous|upcoming) <units:unit>(?: (?:and|or) <units:more>)?", recent_units, bends=False, key="unit"),
    Rule("units ahead", r"the <units:unit> (?:ahead|to come)", recent_units, bends=False, key="unit"),
    Rule("each of the past", r"each of the (?P<way>past|last|next) (?P<approx>)(?:<n> )<units:unit>", past_units, bends=False, key="unit"),
    Rule("count range", r"(?:the (?:next|past|last|coming|first) |<approx> )?(?:(?P<low><n:>)(?: to | or )|(?P<low2>\d{1,3})-)(?P<high><n:>)[- ]<units:unit>(?!-)", count_range, bends=False, key="unit"),
    Rule("hyphen duration", r"(?P<n>\d{1,3}(?:\.\d)?|<n:>)-(?P<unit>second|minute|hour|day|night|week|month|year|decade|quarter)(?:-long)?(?: (?:period|term))?", hyphen_duration, bends=False, key="joined"),
    Rule("long unit", r"(?P<n>)(?P<unit>hour|day|week|month|year|decade|century)(?P<several>s)?-?long", hyphen_duration, bends=False, key="joined"),
    Rule("years old", rf"(?:(?P<n>\d{{1,3}}|<n:>)-)?(?P<unit>(?:hour|day|week|month|year|decade|century|centurie)(?P<several>s)?)[- ]old(?= (?:\w+ ){{0,2}}{_THING}\b)", years_old, bends=False, key="joined"),
    Rule("unit and a half", rf"{_APPROX}(?P<n>an?|one) (?P<unit>minute|hour|day|week|month|year|decade|century) and a half", and_a_half, bends=False, key="unit"),
    Rule("times a unit", r"(?:once|twice|thrice|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|several|many|a few) times) (?:a|an|per|each|every) (?:(?P<n>two|three|four|five|six|ten) )?(?P<unit>hours?|days?|nights?|weeks?|fortnight|months?|years?|decades?)(?!-)", times_a_unit, bends=False, key="turn"),
    Rule("nth in a row", r"(?:the|a|its|their) (?P<nth><ordinal:>) (?:(?:consecutive|straight|successive) (?P<unit>day|night|week)|(?P<unit2>day|night|week) (?:running|in a row|in succession))(?!-)", nth_in_a_row, bends=False, key="turn"),
    Rule("duration", rf"{_APPROX}(?:the (?:first |last |final |entire |whole |latest |year-earlier |year-ago )?|a total of )?<n> {_COUNTED}<unit>(?!-)(?:(?P<old> of age)|'(?= )| or so| or more)?", duration, bends=False, key="unit"),
    Rule("open units", r"(?:(?<=for )|(?<=after )|(?<=in )|(?<=over )|(?<=within )|(?<=the ))(?:the )?(?P<unit>days|weeks|months|years|decades|centuries|hours)(?: (?:and|or) <units:more>)?(?! (?:ahead|to come|ago|later|earlier|before))", open_units, bends=False, key="unit"),
    Rule("open units of", r"(?P<unit>days|weeks|months|years|decades|centuries|hours)(?= of )", open_units, bends=False, key="unit"),
    Rule("every", r"(?:every|each|per)(?: single|(?: other| second)(?= <fullweekday:>))? (?:<fullweekday>(?: <pod>)?|<fullmonth:month>|<season>|<pod:pod2>|(?:<n> )?<bigunit:unit>)", every, bends=False),
    Rule("weekdays", r"(?P<fullweekday>(?-i:Mondays|Tuesdays|Wednesdays|Thursdays|Fridays|Saturdays|Sundays))(?P<part>)", weekdays, bends=False, key="weekday"),
    Rule("to the day", r"(?P<n><n:>) (?P<unit>weeks?|months?|years?|decades?|centur(?:y|ies)) to the (?:day|week|month|hour)(?= (?:after|since|before|on|from|later|earlier)\b|[.,;])", to_the_day, bends=False, key="unit"),
    Rule("dusk to dawn", r"(?P<first>dusk|dawn)(?:-to-| (?:to|till|until) )(?P<last>dawn|dusk)", dusk_to_dawn, bends=False, key="part of day"),
    Rule("weekends", r"(?:every |most )?weekends|every weekend", weekends, bends=False, key="unit"),
    Rule("weekday parts", r"<fullweekday> (?P<part>mornings|afternoons|evenings|nights)", weekdays, bends=False, key="weekday"),
    Rule("adverb of repetition", alternatives(ADVERB_SETS), adverb, bends=False, key="unit"),
)  # fmt: skip

PERIODS = (
    Rule("season of year", r"(?:the )?(?P<season><season:>)(?: of|,)? <year>(?:[-/](?:\d{4}|\d\d)(?!\d))?", season_of_year, key="season"),
    Rule("season of year", r"<year> <season>", season_of_year, key="season"),
    Rule("quarter", r"(?:(?P<year>[12]\d{3}) )?(?:fiscal )?(?P<nth>first|second|third|fourth)-quarter(?P<which>)(?P<year2>)(?P<q>)", quarter, bends=False, key="unit"),
    Rule("quarter", rf"(?:the )?(?:(?P<year>[12]\d{{3}}) |fiscal[- ])?(?:(?P<nth>first|second|third|fourth)(?: fiscal)? quarter|(?P<q>)(?!))(?:(?: of|,)? (?P<year2>[12]\d{{3}}(?!\d))|(?: of)? {_QUARTER_OF})?", quarter, bends=False, key="unit"),
    Rule("quarter", r"(?:the )?(?P<nth>last|final) quarter of (?P<year>[12]\d{3})(?P<which>)(?P<year2>)(?P<q>)", quarter, bends=False, key="unit"),
    Rule("quarter figure", r"(?P<which>)(?P<nth>)(?-i:Q)(?P<q>[1-4])(?: (?:of )?(?P<year>[12]\d{3})|(?P<year2>))?", quarter, bends=False, key="figure"),
    Rule("quarter figure", r"(?P<which>)(?P<nth>)(?P<q>[1-4])(?-i:Q)(?: ?(?:of )?(?P<year>[12]\d{3})|(?P<year2>))?", quarter, bends=False, key="figure"),
    Rule("possessive quarter", r"(?P<which>(?:this|last|next) year)'s (?P<nth>first|second|third|fourth)(?: fiscal)? quarter(?P<q>)(?P<year>)(?P<year2>)", quarter, bends=False, key="unit"),
    Rule("the quarter", r"(?:the )?(?:comparable |corresponding )?(?:year-(?:ago|earlier)|latest|most recent)(?: (?:quarter|period|third quarter))|the (?:same )?quarter(?!-)(?: a year (?:ago|earlier))?|the (?:corresponding|same) (?:quarter|period)(?: a year (?:ago|earlier)| last year| of last year)|year-(?:ago|earlier)", the_quarter, bends=False, key="unit"),
    Rule("year quarter", r"the (?P<year>[12]\d{3}) (?:quarter|period)", year_quarter, bends=False, key="figure"),
    Rule("half", r"(?:the )?(?P<which>first|second|last|latter) half of (?P<near>(?:this|last|next|the|that)(?: fiscal| financial)? year)(?P<h>)(?P<year>)", half, bends=False, key="unit"),
    Rule("half", r"(?:the )?(?P<which>first|second|last|latter) half of (?P<year>[12]\d{3})(?P<h>)(?P<near>)", half, bends=False, key="figure"),
    Rule("half", r"(?P<which>first|second) half (?P<year>[12]\d{3})(?P<near>)(?P<h>)", half, bends=False, key="figure"),
    Rule("half", r"(?-i:H)(?P<h>[12])(?:,? (?:of )?|-|/)(?P<year>[12]\d{3}|'?\d\d(?!\d))(?P<which>)(?P<near>)", half, bends=False, key="figure"),
    Rule("half", r"(?P<h>[12])(?-i:H)(?:,? (?:of )?)(?P<year>[12]\d{3}|'?\d\d(?!\d))(?P<which>)(?P<near>)", half, bends=False, key="figure"),
    Rule("fiscal year", r"(?:the )?(?:(?:fiscal|financial|tax|budget)(?: year)?|(?-i:FY)) ?(?:(?P<year>[12]\d{3}|'?(?P<short>\d\d)(?!\d))(?:[-/](?P<second>\d\d(?:\d\d)?)(?!\d))?)(?P<first>)(?P<until>)", fiscal_year, bends=False, key="figure"),
    Rule("fiscal year", r"(?:the )?(?P<first>[12]\d{3})[-/](?P<until>\d\d(?:\d\d)?) (?:fiscal|financial|tax|budget) year(?P<year>)(?P<short>)(?P<second>)", fiscal_year, bends=False, key="unit"),
    Rule("decade", r"(?:the )?(?:(?P<how>mid|early|late)[- ])?(?:(?P<full>1[0-9]\d0|20\d0)'?s|(?:'|(?<=mid-)|(?<=early )|(?<=late ))(?P<short>\d0)s)(?P<word>)", decade, bends=False, key="figure"),
    Rule("decade", r"(?:the |(?=(?:mid|early|late)[- ]))(?:(?P<how>mid|early|late)[- ])?(?P<word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?P<full>)(?P<short>)", decade, bends=False, key="spelt"),
    Rule("century", r"(?:the )?(?P<ordinal>\d{1,2}(?:st|nd|rd|th)|(?:twenty-first|<ordinal:>))[- ]century", century, key="unit"),
    Rule("month of spelt year", rf"(?:<fullmonth:month>|(?:the )?<season>(?: of)?) {_SPELT_YEAR}", month_of_spelt_year, key="spelt"),
    Rule("spelt year", rf"(?:the year )?{_SPELT_YEAR}(?! (?:years|people|troops|soldiers|men|dollars|percent|of))", spelt_year, key="spelt"),
    Rule("part of period", r"(?:the )?(?P<edge>first|last|final|opening|closing) (?:(?P<n><n:>) )?(?P<unit>days?|weeks?|months?|fortnight) of (?:(?:<month>(?:,? <year>)?)|(?P<alone>[12]\d{3}(?!\d)))", part_of_period, bends=False, key="unit"),
    Rule("weekend", r"(?:the|this) weekend", the_weekend, key="unit"),
    Rule("date-time group", r"(?P<d>[0-3]\d) ?(?P<hm>[0-2]\d[0-5]\d) ?(?:(?-i:[A-Z])|(?=(?-i:[A-Z][A-Za-z]{2}) ?\d\d))(?:(?: ?(?P<mon>(?-i:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))) ?(?P<y>(?:20|19)?\d\d(?!\d))?)", date_time_group, bends=False, key="figure"),
    Rule("date-time group", r"(?P<d>[0-3]\d)(?P<hm>[0-2]\d[0-5]\d)(?-i:Z)(?P<mon>)(?P<y>)", date_time_group, bends=False, key="figure"),
    Rule("small hours", r"the (?:early|small|wee|first)(?: morning)? hours(?: of the (?:morning|day))?(?! of)", small_hours, bends=False, key="unit"),
    Rule("part of part", r"(?P<how>mid|early|late)[- ](?P<pod>morning|afternoon|evening)(?=[,.;:!?)]| (?!raid|attack|talks|prayers?|news|hours)\w|$)", part_of_part, bends=False, key="part of day"),
    Rule("part before noun", r"(?P<pod>pre-?dawn|dawn|overnight)(?= (?:\w+ )?(?:raids?|attacks?|assaults?|strikes?|airstrikes?|ambush|ambushes|shelling|bombing|bombardment|bombings|operations?|offensive|blasts?|explosions?|swoop|arrests?|clashes|missions?|darkness|hours))", part_before_noun, bends=False, key="part of day"),
    Rule("clock", r"(?:at )?<clock>(?: \(?<zone:>\)?)?", clock, key="hour"),
    Rule("part of day", r"(?:(?<=during the )|(?<=in the )|(?<=through the )|(?<=throughout the )|(?<=at )|(?<=by )|(?<=before )|(?<=until )|(?<=after )|(?=overnight))<pod>(?!-)", bare_part, key="part of day"),
    Rule("present", alternatives(PRESENT_WORDS), present, bends=False, key="vague"),
    Rule("past", alternatives(PAST_WORDS), past_vague, bends=False, key="vague"),
    Rule("past", r"the past(?=[.,;:!?)\"']| (?:and|but|that|which|has|have|is|was|when|as|for)\b|$)", past_vague, bends=False, key="vague"),
    Rule("future", alternatives(FUTURE_WORDS), future_vague, bends=False, key="vague"),
)  # fmt: skip

RULES = (*EXPLICIT, *ORDERS, *CALENDARS, *RELATIVE, *AMOUNTS, *PERIODS)
