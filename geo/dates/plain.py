"""Text as the rules are written with it: one character for one, so that every offset holds."""

from __future__ import annotations

_PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u2010": "-",
        "\u2011": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\t": " ",
    }
)


def to_plain(text: str) -> str:
    """The text with plain quotes, hyphens and blanks in place of what typesetters write, as long as before.

    >>> to_plain("5\u00a0July\u20137\u00a0July")
    '5 July-7 July'
    """
    return text.translate(_PLAIN)
