"""Write into the README and the pages of docs/ what the program itself says.

A block that opens with ``<!-- run: COMMAND -->`` and closes with ``<!-- end -->`` holds the command's output;
``<!-- figures -->`` holds measured scores. ``make docs`` and ``make figures`` call this; ``tests/test_docs.py`` fails
when an output has gone stale.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
RUN = re.compile(r"(<!-- run: (?P<command>.+?) -->\n)(?P<body>.*?)(<!-- end -->)", re.DOTALL)
FIGURES = re.compile(r"(<!-- figures -->\n)(?P<body>.*?)(<!-- end figures -->)", re.DOTALL)
WIDTH = 100  # columns of printed output


def output(command: str) -> str:
    """What ``command`` prints, run by the shell in the repository's root. Raises CalledProcessError if it fails."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "COLUMNS": str(WIDTH), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    environment.pop("FORCE_COLOR", None)
    done = subprocess.run(  # noqa: S602 - the commands are our own
        command, shell=True, cwd=ROOT, env=environment, capture_output=True, check=True, encoding="utf-8"
    )
    return "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def blocks(page: Path) -> list[tuple[str, str]]:
    """(command, what the page says it prints) of each block of a page."""
    return [(m["command"], m["body"]) for m in RUN.finditer(page.read_text(encoding="utf-8"))]


def fenced(text: str) -> str:
    """``text`` as the body of a block."""
    return f"```text\n{text}```\n"


def refresh(page: Path) -> bool:
    """Run the commands of a page and write their output in (a command that fails leaves its block as it was).

    Returns whether anything changed.
    """

    def renewed(match: re.Match[str]) -> str:
        try:
            return match[1] + fenced(output(match["command"])) + match[4]
        except subprocess.CalledProcessError as error:
            sys.stderr.write(f"{page.relative_to(ROOT)}: {error}\n")
            return match[0]

    before = page.read_text(encoding="utf-8")
    after = RUN.sub(renewed, before)
    page.write_text(after, encoding="utf-8")
    return after != before


def scores(gold: Path, *more: str) -> dict[str, object]:
    """The scores ``musnad evaluate`` gives."""
    value: dict[str, object] = json.loads(output(f"musnad evaluate {gold} {' '.join(more)} --json"))
    return value


def table(columns: dict[str, dict[str, object]]) -> str:
    """The scores as a Markdown table, one column a set of documents."""
    lines = ["| | " + " | ".join(columns) + " |", "| --- |" + " ---: |" * len(columns)]
    counts = {"documents": "documents", "gold": "gold records"}
    f1s = {"record": "record F1", "detect": "detect F1", "actors": "actors F1", "recipients": "recipients F1"}
    shares = ("speaker", "via", "initiator", "factuality", "mode", "time", "place")
    for key, name in counts.items():
        lines.append(f"| {name} | " + " | ".join(str(c[key]) for c in columns.values()) + " |")
    for key, name in f1s.items():
        lines.append(f"| {name} | " + " | ".join(f"{c[key]['f1']:.3f}" for c in columns.values()) + " |")  # type: ignore[index]
    for key in shares:
        cells = ["-" if c[key] is None else f"{c[key]:.3f}" for c in columns.values()]
        lines.append(f"| {key} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def measure(gold: Path, aside: int, seed: Path) -> str:
    """The table of figures: the documents worked with, those kept aside, and the seed page."""
    columns = {
        f"development (first {aside})": scores(gold, "--limit", str(aside)),
        "kept aside (the rest)": scores(gold, "--skip", str(aside)),
    }
    if seed.exists():
        columns["seed page"] = scores(seed)
    return table(columns)


def codes() -> str:
    """The categories and modes with their CAMEO codes, quad classes and Goldstein scores."""
    from musnad.lexicon.store import DATA, read_yaml

    data = read_yaml(DATA / "plover.yaml")
    if not isinstance(data, dict):
        raise TypeError("plover.yaml is no mapping")
    lines = [f"{'event':10} {'mode':15} {'CAMEO':6} {'Goldstein':>9}  quad class"]
    for event, row in data["events"].items():
        lines.append(f"{event:10} {'':15} {row['cameo']:6} {row['goldstein']:9.1f}  {row['quad']}")
        for mode, more in row.get("modes", {}).items():
            score = more.get("goldstein", row["goldstein"])
            lines.append(
                f"{'':10} {mode:15} {more.get('cameo', row['cameo']):6} {score:9.1f}  {more.get('quad', row['quad'])}"
            )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Refresh every page, or with ``--figures GOLD`` the tables of figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--figures", type=Path, metavar="GOLD", help="measure on this gold file")
    parser.add_argument("--aside", type=int, default=51, help="documents after the first N were kept aside")
    parser.add_argument("--codes", action="store_true", help="print the table of codes")
    options = parser.parse_args()
    if options.codes:
        sys.stdout.write(codes())
        return
    if options.figures:
        text = measure(options.figures.resolve(), options.aside, options.figures.resolve().with_name("seed.jsonl"))
        for page in PAGES:
            before = page.read_text(encoding="utf-8")
            page.write_text(FIGURES.sub(lambda m: m[1] + text + m[3], before), encoding="utf-8")
        sys.stdout.write(text)
        return
    for page in PAGES:
        if refresh(page):
            sys.stdout.write(f"{page.relative_to(ROOT)}: brought up to date\n")


if __name__ == "__main__":
    main()
