"""``musnad actors``: dictionary files of one's own, in the format of ``data/actors/``, which override ours."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click
import yaml

from musnad.errors import DataError, InputError


def user_dir() -> Path:
    """Where a user's own dictionaries live: $MUSNAD_ACTORS, else the user's configuration directory."""
    if named := os.environ.get("MUSNAD_ACTORS"):
        return Path(named)
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "musnad" / "actors"


def user_files() -> list[Path]:
    """The user's own dictionary files, in name order."""
    folder = user_dir()
    return sorted(folder.glob("*.yaml")) if folder.is_dir() else []


@click.group()
def command() -> None:
    """Look at, check and extend the dictionaries of actors.

    Files of your own are kept in $MUSNAD_ACTORS (default ~/.config/musnad/actors) and override ours.
    """


@command.command("list")
@click.argument("word", required=False)
def list_(word: str | None) -> None:
    """List known people, groups and bodies whose English or Arabic name holds WORD."""
    from musnad.lexicon import actors
    from musnad.text import fold

    tables = actors.load(user_files())
    needle = fold(word) if word else ""
    for person in tables.persons:
        if needle in fold(person.name) or any(needle in fold(a) for a in person.ar):
            terms = "; ".join(f"{t.where} {t.office} {t.start or '…'}–{t.end or '…'}" for t in person.terms)
            click.echo(f"person\t{person.name}\t{'، '.join(person.ar[:2])}\t{terms}")
    for body in tables.bodies:
        if needle in fold(body.name) or any(needle in fold(a) for a in body.ar):
            click.echo(
                f"{body.kind}\t{body.name}\t{'، '.join(body.ar[:2])}\t{body.country or '-'}/{body.sector or '-'}"
            )
    for state in tables.states:
        if needle in fold(state.name) or any(needle in fold(a) for a in state.ar):
            click.echo(f"state\t{state.name}\t{'، '.join(state.ar[:2])}\t{state.code}/GOV")


@command.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--lenient", is_flag=True, help="Report faults but exit with status 0; faulty entries are left out.")
def check(files: tuple[Path, ...], lenient: bool) -> None:
    """Check dictionary FILES (default: ours and your own): each fault with its file, line and remedy."""
    from musnad.lexicon import actors
    from musnad.lexicon.actor_faults import check_file

    faults = 0
    targets = list(files) or [*actors.data_files(), *user_files()]
    for path in targets:
        for problem in check_file(path):
            faults += 1
            click.echo(str(problem), err=True)
    click.echo(f"{len(targets)} files, {faults} faults")
    if faults and not lenient:
        raise SystemExit(2)


@command.command()
@click.argument("name")
@click.option("--ar", multiple=True, required=True, help="Arabic name or spelling; may be given more than once.")
@click.option("--country", required=True, help="ISO 3166 alpha-3, or UNO, EUR, IGO, NGO, IMG, MNC.")
@click.option("--sector", help="PLOVER sector (GOV, MIL, REB ...).")
@click.option("--office", help='The office held, for a person ("foreign minister").')
@click.option("--from", "start", help="When the term began (YYYY, YYYY-MM or YYYY-MM-DD).")
@click.option("--to", "end", help="When it ended; leave out for the holder of today.")
@click.option(
    "--kind",
    type=click.Choice(["person", "group", "body", "media"]),
    default="person",
    show_default=True,
    help="What the new row is.",
)
@click.option(
    "--file", "path", type=click.Path(path_type=Path), help="The dictionary file (default: own.yaml of yours)."
)
def add(
    name: str, ar: tuple[str, ...], country: str, sector: str | None, office: str | None, start: str | None,
    end: str | None, kind: str, path: Path | None,
) -> None:  # fmt: skip
    """Add a person, group, body or outlet to a dictionary file of your own."""
    from musnad.lexicon.actor_faults import entry_problems

    entry: dict[str, Any] = {"name": name, "ar": list(ar)}
    if kind == "person":
        term = {"role": office or "", "country": country, "sector": sector, "from": start, "to": end}
        entry["terms"] = [term]
    else:
        entry |= {"country": country, "sector": sector, "kind": kind}
    for _, message, remedy in entry_problems(entry):
        raise InputError("actors-entry", message, remedy)
    target = path or user_dir() / "own.yaml"
    append_entries(target, [entry])
    click.echo(f"{target}: {name} added")


def append_entries(target: Path, entries: list[dict[str, Any]]) -> None:
    """Add entries to a YAML dictionary file, keeping what it holds. Raises DataError when it is not a list."""
    from musnad.lexicon.store import read_yaml

    known = read_yaml(target) if target.exists() else []
    if known is None:
        known = []
    if not isinstance(known, list):
        raise DataError("actors-format", f"{target}:1: not a list of entries", "add to a file that is a list")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        yaml.safe_dump([*known, *entries], allow_unicode=True, sort_keys=False, width=120), encoding="utf-8"
    )


@command.command("import-wikidata")
@click.argument("source", type=click.Path(path_type=Path))
@click.option("-o", "--output", "path", type=click.Path(path_type=Path),
              help="The dictionary file to write (default: wikidata.yaml of yours).")  # fmt: skip
def import_wikidata(source: Path, path: Path | None) -> None:
    """Build a dictionary file from Wikidata: the JSON of a SPARQL query, or entities of a JSON dump.

    SPARQL variables read: person/item, personLabel (en), personLabelAr or ar, alias, office or positionLabel, country
    (ISO alpha-3), start, end, sector, kind.
    """
    from musnad.resolve._who_wikidata import entries

    found = entries(source)
    target = path or user_dir() / "wikidata.yaml"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")
    click.echo(f"{target}: {len(found)} entries")
