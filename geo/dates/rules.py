"""The rules in the order in which they are tried: where two matches start alike the longer wins, then the earlier rule."""

from __future__ import annotations

from geo.dates.amounts import AMOUNTS
from geo.dates.explicit import EXPLICIT
from geo.dates.periods import PERIODS
from geo.dates.relative import RELATIVE

RULES = (*EXPLICIT, *RELATIVE, *AMOUNTS, *PERIODS)
