"""One reason why words that a rule has matched are no time: what stands around them, or how they are parsed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from geo.dates.context import Context

Beside = Callable[[re.Match[str], Context], bool]
_REACH = 48


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason: it holds where all of its patterns match. `before` ends at the match, `after` begins behind it.

    `inside` has to match the words themselves; `unless` must not match before them; `beside` asks the parse.
    """

    name: str
    rules: tuple[str, ...]
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    inside: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    beside: Beside | None = None

    def holds(self, match: re.Match[str], context: Context) -> bool:
        """Whether the words of `match` are no time for this reason."""
        text, start, end = context.text, match.start(), match.end()
        far = max(0, start - _REACH)
        return (
            (self.after is None or self.after.match(text, end) is not None)
            and (self.before is None or self.before.search(text, far, start) is not None)
            and (self.inside is None or self.inside.match(text, start, end) is not None)
            and (self.unless is None or self.unless.search(text, far, start) is None)
            and (self.beside is None or self.beside(match, context))
        )
