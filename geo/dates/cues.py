"""The words that tell whether a clause looks ahead or back: tables alone, for `geo.dates.tense`."""

from __future__ import annotations

WILL = {"will", "shall", "'ll", "wo"}
TOWARDS = {"by", "until", "till"}
DEADLINES = {"by", "before", "until", "till"}
# Verbs that set a day for others, and those that do it with an infinitive: "told them to leave by Friday".
DEMAND = {"demand", "order", "want", "require", "insist", "instruct", "seek", "request", "summon"}
DEMAND_TO = {"tell", "ask", "urge", "call", "warn", "press", "command", "direct", "appeal", "beg", "invite", "give"}
# What one could do on a day gone by: "they could see smoke on Sunday".
PERCEIVED = {"see", "hear", "feel", "smell", "tell", "watch", "find", "be", "do", "understand"}
# Verbs whose infinitive lies ahead of them: "plan to withdraw in May".
AHEAD = {
    "plan", "expect", "schedule", "agree", "intend", "hope", "want", "promise", "pledge", "vow", "set", "prepare",
    "aim", "decide", "order", "propose", "threaten", "ask", "urge", "require", "commit", "like", "need", "be",
    "go", "have", "slate", "due", "likely", "ready", "poise",
}  # fmt: skip
AHEAD_NOUNS = {"agreement", "plan", "decision", "deal", "pledge", "promise", "proposal", "bid", "order", "offer"}
# Verbs that are about what is to come in whatever tense they stand.
PLANNING = {"plan", "schedule", "slate", "intend", "propose"}
# What was planned is over, or has come to nothing: "a vigil planned for Saturday was cancelled", "they missed
# the deadline".
CALLED_OFF = {
    "cancel", "call", "scrap", "abandon", "drop", "ban", "disrupt", "scupper", "foil", "thwart", "fail", "collapse",
    "miss", "ignore", "defy", "expire", "lapse", "pass", "fall",
}  # fmt: skip
# Verbs that news puts into the present for what is fixed: "talks resume Monday", "the truce expires on Friday".
FIXED = {
    "meet", "resume", "expire", "begin", "start", "open", "end", "vote", "convene", "reconvene", "travel", "visit",
    "arrive", "depart", "leave", "fly", "return", "reopen", "head", "lapse", "close", "conclude",
}  # fmt: skip
# The same with the noun that carries the meaning: "takes effect Monday", "go to the polls on Sunday".
FIXED_WITH = {"run": {"out"}, "go": {"polls", "effect"}, "take": {"effect", "office"}, "come": {"force", "effect"}}
# Verbs that put a day in place of another: "postponed to Thursday", "rescheduled for May".
MOVED = {"postpone", "delay", "reschedule", "adjourn", "defer", "move", "extend", "push", "put", "bring", "shift"}
# Verbs for what went on up to a day: "the shelling lasted until Sunday".
LASTED = {
    "last", "continue", "rage", "go", "remain", "stay", "fight", "hold", "persist", "live", "work", "serve", "be",
    "rule",
}  # fmt: skip
