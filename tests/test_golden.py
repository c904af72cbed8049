"""The examples' analyses against the golden records; regenerate with `python -m tests.golden.regenerate`."""

from __future__ import annotations

import json

import pytest

from geo.pipeline import Tools, analyse
from geo.reading.examples import list_examples, load_example
from tests.golden.regenerate import FOLDER, build_digest


@pytest.mark.parametrize("key", [example.key for example in list_examples()])
def test_golden(key: str, tools: Tools) -> None:
    golden = json.loads((FOLDER / f"{key}.json").read_text(encoding="utf-8"))
    digest = json.loads(json.dumps(build_digest(analyse(load_example(key), tools))))
    assert digest == golden
