"""Text of others made safe for Streamlit's commands, which read Markdown: shown as text, whatever it holds."""

from __future__ import annotations

import re

from geo.view.wording import show_text

_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&=@/^\"'])")


def escape_markdown(text: str) -> str:
    """`text` as Markdown that shows it letter for letter: no emphasis, link, picture, formula, emoji, colour or HTML.

    >>> escape_markdown("![x](y) :red[a] $b$")
    '\\\\!\\\\[x\\\\]\\\\(y\\\\) \\\\:red\\\\[a\\\\] \\\\$b\\\\$'
    """
    return _MARKUP.sub(r"\\\1", " ".join(show_text(text).split()))
