"""How long an analysis takes, whole and stage by stage: `python benchmarks/speed.py` prints medians.

Measured on an article of about 500 words, made of whole paragraphs of the examples in static/examples, so that anybody
can measure the same. Times are wall-clock: close other programs, and compare figures of one machine only.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from geo.model import Analysis, Article  # noqa: E402
from geo.pipeline import Tools, analyse, load_tools  # noqa: E402
from geo.reading import read_path  # noqa: E402

GOAL_SECONDS = 0.5
"""What 500 words may take once the model is loaded."""


def build_article(words: int) -> Article:
    """An article of at least `words` words: paragraphs of the examples in turn, and again when they run out."""
    examples = [
        read_path(path) for path in sorted((ROOT / "static/examples").glob("*.txt")) if ".source" not in path.name
    ]
    paragraphs = [part for example in examples for part in example.text.split("\n\n") if part.strip()]
    chosen: list[str] = []
    while sum(len(part.split()) for part in chosen) < words:
        chosen.append(paragraphs[len(chosen) % len(paragraphs)])
    return Article("\n\n".join(chosen), published=examples[0].published, published_from="given")


def time_analysis(article: Article, tools: Tools) -> tuple[Analysis, dict[str, float]]:
    """The analysis, and the seconds of each stage by its name, with the whole under "all"."""
    marks: list[tuple[str, float]] = []
    analysis = analyse(article, tools, lambda share, stage: marks.append((stage, time.perf_counter())))
    end = time.perf_counter()
    starts = [moment for _, moment in marks] + [end]
    stages = {stage: starts[index + 1] - starts[index] for index, (stage, _) in enumerate(marks)}
    return analysis, {**stages, "all": end - starts[0]}


def main() -> int:
    """Prints the medians; 1 when the whole takes longer than the goal."""
    parser = argparse.ArgumentParser(description="Measures how long an analysis takes.")
    parser.add_argument("--words", type=int, default=500, help="length of the article (default: 500)")
    parser.add_argument("--runs", type=int, default=15, help="how often it is measured (default: 15)")
    options = parser.parse_args()

    begin = time.perf_counter()
    tools = load_tools()
    print(f"model and gazetteer loaded in {time.perf_counter() - begin:.2f} s")
    article = build_article(options.words)
    count = len(article.text.split())
    analysis, first = time_analysis(article, tools)
    print(f"{count} words, {len(analysis.places)} places, {len(analysis.times)} times, {len(analysis.events)} events")
    print(f"first analysis {first['all']:.3f} s; then, median of {options.runs}:")
    runs = [time_analysis(article, tools)[1] for _ in range(options.runs)]
    for stage in first:
        median = statistics.median(run[stage] for run in runs)
        print(f"  {stage:<24}{median:8.3f} s {count / median:10.0f} words/s")
    whole = statistics.median(run["all"] for run in runs)
    per_500 = whole * 500 / count
    print(f"500 words: {per_500:.3f} s, goal {GOAL_SECONDS} s")
    return 0 if per_500 <= GOAL_SECONDS else 1


if __name__ == "__main__":
    sys.exit(main())
