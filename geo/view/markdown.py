"""Text of others made safe for Streamlit's commands, which read Markdown: shown as text, whatever it holds."""

from __future__ import annotations

import re

from geo.view.wording import show_text

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&=@/^\"'])")

# What Streamlit would turn into a link, however it is escaped; an invisible joiner behind it keeps it plain text.
_ADDRESS = re.compile(r"https?(?=:)|www(?=\.)|@", re.IGNORECASE)


def escape_markdown(text: str) -> str:
    """`text` as Markdown that shows it letter for letter: no emphasis, link, picture, formula, emoji, colour or HTML.

    >>> escape_markdown("![x](y) :red[a] $b$")
    '\\\\!\\\\[x\\\\]\\\\(y\\\\) \\\\:red\\\\[a\\\\] \\\\$b\\\\$'
    """
    plain = _ADDRESS.sub("\\g<0>\u2060", " ".join(show_text(text).split()))
    return _MARKUP.sub(r"\\\1", plain)
