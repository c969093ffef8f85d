"""``musnad lexicon``: check, stats, show and coverage of the frame lexicon."""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from musnad.errors import InputError

if TYPE_CHECKING:
    from musnad.morphology._codes import Features


@click.group(name="lexicon", help="The frame lexicon: check it, count it, look a word up, measure it on a corpus.")
def command() -> None:
    """Group of the lexicon commands."""


_FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path))
_EXTRA = click.option(
    "--extra", "extra", multiple=True, type=click.Path(exists=True, path_type=Path), help="A frame file of your own."
)


@command.command()
@_FILES
def check(files: tuple[Path, ...]) -> None:
    """Say what is wrong in frame FILES (default: the shipped ones): file, line, remedy. Exit status 1 on problems."""
    from musnad.lexicon.check import check as find

    problems = find(files)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        click.echo(f"{len(problems)} problems", err=True)
        sys.exit(1)
    click.echo("no problems", err=True)


@command.command()
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
@_EXTRA
def stats(extra: tuple[Path, ...], as_json: bool) -> None:
    """Count entries, frames per event, forms."""
    from musnad.lexicon.frames import FrameLexicon

    lexicon = FrameLexicon.load(extra)
    kinds = Counter(e.kind for e in lexicon.entries)
    events = Counter(f.event for e in lexicon.entries for f in e.frames)
    verbs = {(e.lemma, e.present) for e in lexicon.entries if e.kind == "verb"}
    figures: dict[str, object] = {
        "fingerprint": lexicon.fingerprint,
        "entries": len(lexicon.entries),
        **{f"{kind} entries": count for kind, count in sorted(kinds.items())},
        "verb lemmas with frames": len(verbs),
        "masdars and event nouns": len(
            {m for e in lexicon.entries for m in e.masdars} | {e.lemma for e in lexicon.entries if e.kind == "noun"}
        ),
        "frames": sum(events.values()),
        "surface forms": len(lexicon.forms),
        "readings of them": sum(len(codes) for codes in lexicon.forms.values()),
        "first words of phrases": len(lexicon.phrases),
        **{f"frames of {event}": count for event, count in events.most_common()},
    }
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
        return
    width = max(map(len, figures))
    for name, value in figures.items():
        click.echo(f"{name:<{width}}  {value}")


@command.command()
@click.argument("word")
@click.option("--forms/--no-forms", default=True, help="List the generated forms of each entry.")
@_EXTRA
def show(word: str, forms: bool, extra: tuple[Path, ...]) -> None:
    """Show the entries and readings of WORD, as written in a text («وأكدوا») or as a lemma («أكد»)."""
    from musnad.lexicon.frames import FrameLexicon
    from musnad.morphology import Analyser
    from musnad.morphology._codes import unpack
    from musnad.text import fold_phrase, tokenise

    lexicon = FrameLexicon.load(extra)
    analyser = Analyser(lexicon)
    tokens = list(tokenise(word))
    shown: set[int] = set()
    lemma = " ".join(fold_phrase(word))
    for token in tokens[:1]:
        for reading in analyser.analyse(token):
            if reading.entry is not None:
                shown.add(reading.entry.id)
            parts = [reading.conj, reading.prep, "ال" if reading.article else "", "س" if reading.future else ""]
            proclitics = "+".join(p for p in parts if p)
            shape = [reading.tense, reading.voice, f"{reading.person}{reading.gender}{reading.number}"]
            shape += ["accusative" if reading.accusative else "", "doubtful" if reading.doubtful else ""]
            clitics = f" proclitics {proclitics}" if proclitics else ""
            clitics += f" pronoun {reading.clitic}" if reading.clitic else ""
            name = f"«{reading.entry.spelling}» {reading.entry.kind}" if reading.entry else "?"
            click.echo(f"{token.text}: {reading.pos} of {name}: {' '.join(s for s in shape if s)}{clitics}")
        for match in analyser.phrases(tokens, 0):
            shown.add(match.entry.id)
            click.echo(f"{word}: phrase «{match.entry.spelling}»")
    shown |= {e.id for e in lexicon.entries if lemma in (e.lemma, e.lemma.split()[0]) or lemma in e.masdars}
    if not shown:
        click.echo(f"«{word}» is in no entry and is no form of one", err=True)
        sys.exit(1)
    for number in sorted(shown):
        entry = lexicon.entries[number]
        present = f" / {entry.present}" if entry.present else ""
        click.echo(f"\n[{entry.source}] {entry.kind} «{entry.spelling}»{present}")
        for frame in entry.frames:
            click.echo("  " + json.dumps(msgspec.to_builtins(frame), ensure_ascii=False))
        for key in ("masdars", "nouns", "roles", "pattern", "trigger", "report"):
            if value := getattr(entry, key):
                click.echo(f"  {key}: {json.dumps(value, ensure_ascii=False)}")
        if not forms:
            continue
        table: dict[str, list[str]] = {}
        for text, codes in lexicon.forms.items():
            for features in map(unpack, codes):
                if features.entry == number:
                    table.setdefault(_cell(features), []).append(text)
        for cell in sorted(table):
            click.echo(f"  {cell}: {' '.join(table[cell])}")


def _cell(features: Features) -> str:
    """The heading under which forms are listed: «verb past active»."""
    return " ".join(p for p in (features.pos, features.tense, features.voice) if p)


@command.command()
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option("--limit", type=int, default=None, help="Read only so many articles.")
@click.option("--top", type=int, default=30, show_default=True, help="How many unknown ones to list.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
@_EXTRA
def coverage(corpus: Path, limit: int | None, top: int, as_json: bool, extra: tuple[Path, ...]) -> None:
    """Share of main-clause verbs, titles and reporting phrases of CORPUS (.jsonl, .jsonl.gz, .txt) that are known."""
    from musnad.lexicon.coverage import Meter
    from musnad.lexicon.frames import FrameLexicon
    from musnad.morphology import Analyser

    meter = Meter(Analyser(FrameLexicon.load(extra)))
    for number, (title, text) in enumerate(_articles(corpus)):
        if limit is not None and number >= limit:
            break
        meter.add(title, text)
    result = meter.result()
    parts = {"main-clause verbs": result.verbs, "titles": result.titles, "reporting phrases": result.reports}
    if as_json:
        value = {"articles": result.articles, "words": result.words} | {
            name: {"known": s.known, "found": s.found, "share": s.share, "unknown": s.unknown.most_common(top)}
            for name, s in parts.items()
        }
        click.echo(json.dumps(value, ensure_ascii=False))
        return
    click.echo(f"{result.articles} articles, {result.words} words")
    for name, s in parts.items():
        share = "none found" if s.share is None else f"{s.share:.1%} known ({s.known} of {s.found})"
        click.echo(f"\n{name}: {share}")
        if s.unknown:
            click.echo("  unknown: " + ", ".join(f"{word} {count}" for word, count in s.unknown.most_common(top)))


def _articles(path: Path) -> Iterator[tuple[str, str]]:
    """(title, text) of each article of a corpus file. Raises InputError naming file, line and reason."""
    try:
        if path.suffix == ".txt":
            yield "", path.read_text(encoding="utf-8", errors="replace")
            return
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as handle:
            for number, line in enumerate(handle, 1):
                if not line.strip():
                    continue
                try:
                    item = msgspec.json.decode(line)
                except msgspec.DecodeError as error:
                    raise InputError(
                        "corpus-json", f"{path}:{number}: {error}", "give one JSON object a line"
                    ) from error
                if not isinstance(item, dict):
                    raise InputError("corpus-json", f"{path}:{number}: no object", "give one JSON object a line")
                yield str(item.get("title") or ""), str(item.get("text") or "")
    except (OSError, EOFError) as error:
        raise InputError("corpus-read", f"{path}: {error}", "give a .jsonl, .jsonl.gz or .txt file") from error
