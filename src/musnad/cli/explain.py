"""``musnad explain``: sentence by sentence, what made (or nearly made) each record."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from musnad.article import Article
from musnad.errors import InputError

if TYPE_CHECKING:
    from musnad.evaluate.trace import Step
    from musnad.frames.elements import Element
    from musnad.frames.event import Filler
    from musnad.lexicon.frames import Frame
    from musnad.mentions.actors import Mention
    from musnad.record import Entity, Record

Quote = Callable[[str], str]
_LONG = 90  # characters shown of a stretch of words


@click.command()
@click.argument("article")
@click.option("--date", help="Publication date, YYYY-MM-DD.")
@click.option("--title", help="Title, for a text file.")
@click.option("--id", "wanted", help="Of a .jsonl file: the article with this id (default: the first).")
@click.option("--sentence", type=click.IntRange(min=0), help="Only this sentence (as in a record's `sentence`).")
@click.option("--bidi", type=click.Choice(["auto", "on", "off"]), default="auto", help="Reorder right-to-left text.")
def command(
    article: str, date: str | None, title: str | None, wanted: str | None, sentence: int | None, bidi: str
) -> None:
    """Show how ARTICLE (a .txt or .jsonl file, or - for standard input) is coded, sentence by sentence.

    Elements with the actors, places and times found in them; clauses; every event that a frame accepts, with rule and
    roles, kept or dropped; triggers none of whose frames holds; on whose word what stands; the records.
    """
    from musnad.evaluate.trace import Tracer

    quote = _quoter(bidi)
    steps = Tracer().trace(_article(article, date, title, wanted))
    shown = [s for s in steps if sentence is None or s.index == sentence]
    if not shown:
        what = f"sentence {sentence}" if sentence is not None else "text to code"
        click.echo(f"musnad: {article}: no {what} ({len(steps)} sentences)", err=True)
    for step in shown:
        for line in _step(step, quote):
            click.echo(line)


def _quoter(bidi: str) -> Quote:
    """Words between guillemets, in the order in which the terminal must be given them."""
    from musnad.cli.display import terminal_does_bidi

    reorder = bidi == "on" or (bidi == "auto" and sys.stdout.isatty() and not terminal_does_bidi())

    def quote(text: str) -> str:
        text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
        if len(text) > _LONG:
            text = text[:_LONG].rsplit(" ", 1)[0] + " …"
        if reorder:
            from bidi import get_display

            text = str(get_display(text))
        return f"«{text}»"

    return quote


def _article(name: str, date: str | None, title: str | None, wanted: str | None) -> Article:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise InputError("input-read", f"{name}: {error.strerror or error}", "check the path") from error
    item: dict[str, object] = {"id": "stdin" if name == "-" else Path(name).stem}
    if name.endswith((".jsonl", ".ndjson", ".json")) or (name == "-" and raw.lstrip()[:1] == b"{"):
        item = _pick(name, raw, wanted)
    else:
        item["text"] = raw.decode("utf-8", "replace")
    day = str(date or item.get("date") or "")[:10]
    try:
        published = dt.date.fromisoformat(day) if day else None
    except ValueError as error:
        raise InputError("bad-date", f"{name}: {day!r} is no date", "write it as YYYY-MM-DD") from error
    source = item.get("source")
    return Article(
        id=str(item.get("id") or "article"),
        title=str(title or item.get("title") or ""),
        text=str(item.get("text") or ""),
        date=published,
        source=str(source) if source else None,
    )


def _pick(name: str, raw: bytes, wanted: str | None) -> dict[str, object]:
    for number, line in enumerate(raw.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError("input-json", f"{name}:{number}: {error}", "one JSON object a line") from error
        if not isinstance(item, dict):
            raise InputError("input-json", f"{name}:{number}: no JSON object", "one JSON object a line")
        if wanted is None or str(item.get("id")) == wanted:
            return item
    raise InputError("input-id", f"{name}: no article {wanted or ''}".rstrip(), "see the ids in the file")


# one sentence -----------------------------------------------------------------------------------------------------


def _step(step: Step, quote: Quote) -> Iterator[str]:
    sentence = step.row.sentence
    yield ""
    yield f"sentence {step.index} ({sentence.field}, paragraph {sentence.paragraph + 1})"
    yield "  " + quote(sentence.source[sentence.start : sentence.end])
    yield "  elements"
    for k, element in enumerate(step.row.elements):
        yield f"    {k:3} c{element.clause:<2} {element.tag.name:8} {_element(step, element, quote)}"
    if step.row.places:
        yield "  places"
        for p in step.row.places:
            prep = f"after «{p.prep}» " if p.prep else ""
            yield f"    {_words(step, p.start, p.end, quote)} {prep}{p.place.name} [{p.place.country}]"
    yield "  clauses"
    for clause in step.tree.clauses:
        parts = [f"{clause.kind:10} elements {clause.start}-{max(clause.start, clause.end - 1)}"]
        if clause.verb >= 0:
            verb = step.row.elements[clause.verb]
            parts.append(f"predicate {_words(step, verb.start, verb.end, quote)}")
        if clause.governor >= 0:
            head = step.row.elements[clause.governor]
            parts.append(f"hangs on {_words(step, head.start, head.end, quote)}")
        yield f"    c{clause.index:<2} " + ", ".join(parts)
    yield from _events(step, quote)
    for scope in step.scopes:
        owner = _words(step, scope.owner.start, scope.owner.end, quote)
        yield f"  on the word of {owner}: {_words(step, scope.start, scope.end, quote)}"
    for record in step.records:
        yield "  record " + _record(record, quote)


def _words(step: Step, start: int, end: int, quote: Quote) -> str:
    tokens = step.row.sentence.tokens
    end = min(end, len(tokens))
    return quote(step.row.sentence.source[tokens[start].start : tokens[end - 1].end]) if start < end else "«»"


def _element(step: Step, element: Element, quote: Quote) -> str:
    parts = [_words(step, element.start, element.end, quote)]
    if element.conj:
        parts.append("and")
    if element.prep:
        parts.append(f"after «{element.prep}»")
    if element.definite:
        parts.append("definite")
    analysis = element.analysis
    if analysis is not None and analysis.entry is not None:
        shape = f"{analysis.tense} {analysis.voice} {analysis.person}{analysis.gender}{analysis.number}".strip()
        parts.append(f"{analysis.pos} of «{analysis.entry.lemma}» {shape}")
    if element.mention is not None:
        parts.append("actor " + _mention(element.mention))
    parts += ["of " + _mention(inner) for inner in element.inner]
    tokens = step.row.sentence.tokens
    parts += [
        f"event noun {quote(tokens[token].text)} of «{reading.entry.lemma if reading.entry else ''}»"
        for token, reading in element.events
    ]
    if element.time is not None:
        parts.append(f"time {element.time.value}")
    return "  ".join(parts)


def _mention(mention: Mention) -> str:
    entity = mention.entity
    return f"{entity.name or '?'} [{entity.country or '-'}/{entity.sector or '-'}] by {mention.ref}"


def _events(step: Step, quote: Quote) -> Iterator[str]:
    from musnad.evaluate.trace import circumstances

    yield "  candidates"
    for event in step.candidates:
        verdict = "kept" if step.is_kept(event) else "dropped"
        mode = f" ({event.mode})" if event.mode else ""
        head = f"    {verdict:8} {event.event}{mode} {_words(step, event.start, event.end, quote)}  {event.frame.rule}"
        facts = circumstances(event)
        yield head + (f"  [{'; '.join(facts)}]" if facts else "")
        for role, fillers in event.roles.items():
            if fillers:
                yield f"               {role}: " + ", ".join(_filler(step, f, quote) for f in fillers)
        if event.content is not None:
            yield f"               content: {_words(step, *event.content, quote)}"
    for token, entry in step.unmet:
        wants = "; ".join(f"{f.rule} ({_conditions(f)})" for f in entry.frames[:4])
        yield f"    no frame {_words(step, token, token + 1, quote)} of «{entry.lemma}»: {wants}"


def _filler(step: Step, filler: Filler, quote: Quote) -> str:
    if filler.mention is not None:
        return f"{_words(step, filler.mention.start, filler.mention.end, quote)} {_mention(filler.mention)}"
    detail = filler.clitic if filler.implied == "pronoun" else filler.country
    return f"implied {filler.implied}" + (f" {detail}" if detail else "")


def _conditions(frame: Frame) -> str:
    """The roles a frame fills and what it asks for."""
    roles = ", ".join(f"{role} {'/'.join(places)}" for role, places in frame.roles.items())
    when: dict[str, object] = msgspec.to_builtins(frame.when)
    asks = ", ".join(f"{key} {'/'.join(map(str, v)) if isinstance(v, list) else v}" for key, v in when.items())
    return roles + (f"; when {asks}" if asks else "")


def _record(record: Record, quote: Quote) -> str:
    def names(entities: list[Entity]) -> str:
        return ", ".join(f"{e.name or quote(e.text or '')} [{e.country or '-'}/{e.sector or '-'}]" for e in entities)

    parts = [f"{record.event}{f' ({record.mode})' if record.mode else ''} {quote(record.trigger.text)}"]
    parts.append(names(record.actors) or "nobody named")
    if record.recipients:
        parts.append("to " + names(record.recipients))
    if record.speaker is not None:
        parts.append("on the word of " + names([record.speaker]))
    if record.via is not None:
        parts.append("through " + names([record.via]))
    parts.append(record.factuality)
    if record.time is not None:
        parts.append(record.time.value)
    if record.place is not None:
        parts.append(f"in {record.place.name}")
    return "; ".join(parts) + f"; {record.confidence:.2f}"
