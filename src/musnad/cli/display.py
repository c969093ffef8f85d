"""Records for people: one block a record, right-to-left text in its right order, and a log of contacts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Literal

from rich.console import Console, Group
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from musnad.article import Article
from musnad.record import Entity, Link, Record

Bidi = Literal["auto", "on", "off"]

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Control characters (a terminal would obey them), lone surrogates, and bidi marks that would reorder our own words.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")
_COLOURS = {
    "verbal cooperation": "green",
    "material cooperation": "bold green",
    "verbal conflict": "yellow",
    "material conflict": "bold red",
}
_MAX_EVIDENCE = 600  # characters shown of an evidence sentence, around its trigger


def terminal_does_bidi(environ: dict[str, str] | None = None) -> bool:
    """Whether the terminal is known to put right-to-left text in order by itself (VTE 0.58+, Konsole, mlterm, Apple)."""
    env = os.environ if environ is None else environ
    vte = env.get("VTE_VERSION", "")
    if vte.isdigit() and int(vte) >= 5800:
        return True
    return bool(env.get("KONSOLE_VERSION") or env.get("MLTERM")) or env.get("TERM_PROGRAM") in (
        "Apple_Terminal",
        "iTerm.app",
    )


def _reorders(bidi: Bidi, console: Console) -> bool:
    if bidi == "auto":  # a file or a pipe keeps the logical order: whoever shows it later orders it
        return console.is_terminal and not terminal_does_bidi()
    return bidi == "on"


def _clean(text: str) -> str:
    return _SPACE.sub(" ", _UNSAFE.sub("", text)).strip()


class _Shaper:
    """Puts text in the order in which the terminal must be given it."""

    def __init__(self, reorder: bool) -> None:
        self.reorder = reorder

    def __call__(self, text: str) -> str:
        text = _clean(text)
        if not self.reorder or not _RTL.search(text):
            return text
        from bidi import get_display

        shown: str = get_display(text)
        return shown

    def lines(self, text: str, mark: tuple[int, int] | None, width: int) -> Text:
        """A paragraph wrapped in logical order, each line then reordered, the marked characters highlighted."""
        start, end = mark or (0, 0)
        before, inside, after = _clean(text[:start]), _clean(text[start:end]), _clean(text[end:])
        pieces = [(before, False), (inside, True), (after, False)]
        glue = ["", " " if text[:start][-1:].isspace() else "", " " if text[end:][:1].isspace() else ""]
        words: list[list[tuple[str, bool]]] = [[]]
        for (piece, marked), space in zip(pieces, glue, strict=True):
            if space:
                words.append([])
            for number, word in enumerate(piece.split(" ")):
                if number:
                    words.append([])
                if word:
                    words[-1].append((word, marked))
        rows: list[list[list[tuple[str, bool]]]] = [[]]
        used = 0
        for parts in filter(None, words):
            size = sum(len(p) for p, _ in parts)
            if rows[-1] and used + 1 + size > width:
                rows.append([])
                used = 0
            rows[-1].append(parts)
            used += size + 1
        out = Text(justify="right" if _RTL.search(text) else "left")
        for number, row in enumerate(rows):
            if number:
                out.append("\n")
            self._row(out, row)
        return out

    def _row(self, out: Text, row: list[list[tuple[str, bool]]]) -> None:
        line, marked = "", []
        for parts in row:
            if line:
                line += " "
                marked.append(False)
            for part, flag in parts:
                line += part
                marked += [flag] * len(part)
        if not (self.reorder and _RTL.search(line)):
            for char, flag in zip(line, marked, strict=True):
                out.append(char, "reverse bold" if flag else None)
            return
        # The bidi algorithm gives no map of positions: mark the trigger with two private-use characters, which
        # take part in no reordering of their own, and colour what stands between them.
        shown = self("".join(_fence(line, marked)))
        inside = False
        for char in shown:
            if char in _FENCE:
                inside = not inside
            else:
                out.append(char, "reverse bold" if inside else None)


_FENCE = "\ue000\ue001"


def _fence(line: str, marked: list[bool]) -> Iterable[str]:
    for k, char in enumerate(line):
        if marked[k] and (k == 0 or not marked[k - 1]):
            yield "\u200f" + _FENCE[0]
        yield char
        if marked[k] and (k + 1 == len(line) or not marked[k + 1]):
            yield _FENCE[1] + "\u200f"


def _entity(entity: Entity, shape: _Shaper) -> str:
    code = "/".join(part for part in (entity.country, entity.sector) if part)
    name = shape(entity.name or "")
    text = shape(entity.text or "")
    parts = [f"[bold]{escape(name)}[/]" if name else "", f"[cyan]{escape(code)}[/]" if code else ""]
    if text and text != name:
        parts.append(f"«{escape(text)}»")
    elif not text and entity.by:
        parts.append(f"[dim]({entity.by})[/]")
    return " ".join(p for p in parts if p) or "[dim]unknown[/]"


def _entities(entities: Sequence[Entity], shape: _Shaper) -> str:
    return "; ".join(_entity(e, shape) for e in entities)


def _chain(chain: Sequence[Link], shape: _Shaper) -> str:
    parts = []
    for link in chain:
        cue = f" «{escape(shape(link.cue.text))}»" if link.cue else ""
        channel = f" [dim]({escape(link.channel)})[/]" if link.channel else ""
        parts.append(_entity(link.who, shape) + cue + channel)
    return " ← ".join(parts)


def _evidence(record: Record) -> tuple[str, tuple[int, int] | None]:
    """The evidence sentence, cut to what fits around the trigger, and where the trigger stands in it."""
    evidence, trigger = record.evidence, record.trigger
    text = evidence.text
    if trigger.field != evidence.field or not evidence.start <= trigger.start <= trigger.end <= evidence.end:
        return text[:_MAX_EVIDENCE], None
    start, end = trigger.start - evidence.start, trigger.end - evidence.start
    if len(text) <= _MAX_EVIDENCE:
        return text, (start, end)
    low = max(0, start - _MAX_EVIDENCE // 2)
    high = min(len(text), end + _MAX_EVIDENCE // 2)
    head, tail = ("… " if low else ""), (" …" if high < len(text) else "")
    return head + text[low:high] + tail, (start - low + len(head), end - low + len(head))


def _block(record: Record, shape: _Shaper, width: int) -> Group:
    name = record.event + (f" ({record.mode})" if record.mode else "")
    colour = _COLOURS.get(record.quad or "", "bold")
    facts = [record.factuality, f"CAMEO {record.cameo}" if record.cameo else "", f"{record.confidence:.2f}"]
    head = f"[{colour}]{escape(name)}[/]  «{escape(shape(record.trigger.text))}»  [dim]{' · '.join(filter(None, facts))}[/]"
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", justify="right", no_wrap=True)
    table.add_column(overflow="fold")

    def row(label: str, value: str) -> None:
        if value:
            table.add_row(label, value)

    row("who", _entities(record.actors, shape) or "[dim]not named[/]")
    row("to whom", _entities(record.recipients, shape))
    row("initiator", _entity(record.initiator, shape) if record.initiator else "")
    row("on whose word", _chain(record.chain, shape) or (_entity(record.speaker, shape) if record.speaker else ""))
    when = f"{record.time.value} «{escape(shape(record.time.text))}»" if record.time else ""
    row("when", when or (f"{record.date} [dim](published)[/]" if record.date else ""))
    if record.place:
        place = record.place
        where = " ".join(filter(None, (place.name and shape(place.name), place.country)))
        point = f" [dim]{place.lat:.2f}, {place.lon:.2f}[/]" if place.lat is not None and place.lon is not None else ""
        row("where", f"{escape(where)} «{escape(shape(place.text))}»{point}".strip())
    if record.context:
        row("context", escape(", ".join(record.context)))
    parts: list[Text | Table | Padding] = [Text.from_markup(head), Padding(table, (0, 0, 0, 2))]
    if record.content:
        label = "content (quoted)" if record.quoted else "content"
        text = record.content.text
        text = text if len(text) <= _MAX_EVIDENCE else text[:_MAX_EVIDENCE] + " …"
        table.add_row(label, shape.lines(text, None, max(20, width - len(label) - 5)))
    evidence, mark = _evidence(record)
    parts.append(Padding(shape.lines(evidence, mark, max(20, width - 4)), (0, 2, 0, 2)))
    return Group(*parts)


def show_records(
    records: Sequence[Record],
    articles: Sequence[Article],
    console: Console,
    *,
    bidi: Bidi = "auto",
    contacts: bool = True,
) -> None:
    """Print one block a record under the heading of its article, then (with ``contacts``) the log of contacts.

    ``bidi``: ``auto`` reorders right-to-left text unless the terminal is known to do so or the output is no terminal;
    ``on`` always; ``off`` never.
    """
    shape = _Shaper(_reorders(bidi, console))
    width = min(console.width, 120)
    by_article: dict[str, list[Record]] = {a.id: [] for a in articles}
    for record in records:
        by_article.setdefault(record.article_id, []).append(record)
    heads = {a.id: a for a in articles}
    put = partial(console.print, width=width, highlight=False)
    for number, (article_id, own) in enumerate(by_article.items()):
        if number:
            put("")
        article = heads.get(article_id)
        parts = [shape(article_id)]
        if article is not None:
            parts += [str(article.date) if article.date else "", shape(article.source or ""), shape(article.title)]
        put(Text(" · ".join(filter(None, parts)), style="bold underline"))
        if not own:
            put(Text("  no records", style="dim"))
        for record in own:
            put("")
            put(_block(record, shape, width))
    calls = [r for r in records if r.event == "CONSULT"]
    if contacts and calls:
        put("")
        show_contact_log(calls, console, bidi=bidi)


def show_contact_log(records: Iterable[Record], console: Console, *, bidi: Bidi = "auto") -> None:
    """Print the CONSULT records as a log of contacts, one line each: when, kind, between whom, started by, on whose word."""
    shape = _Shaper(_reorders(bidi, console))
    table = Table(title="Contacts", title_justify="left", title_style="bold", box=None, pad_edge=False)
    for column in ("when", "kind", "between", "with", "started by", "on whose word", "status"):
        table.add_column(column, overflow="fold")

    def short(entity: Entity | None) -> str:
        if entity is None:
            return ""
        code = "/".join(part for part in (entity.country, entity.sector) if part)
        return escape(shape(entity.name or entity.text or "?")) + (f" [cyan]{escape(code)}[/]" if code else "")

    for record in records:
        if record.event != "CONSULT":
            continue
        actors, others = list(record.actors), list(record.recipients)
        if not others and len(actors) > 1:
            actors, others = actors[:1], actors[1:]
        table.add_row(
            record.time.value if record.time else str(record.date or ""),
            record.mode or "",
            ", ".join(short(e) for e in actors),
            ", ".join(short(e) for e in others),
            short(record.initiator),
            short(record.speaker),
            record.factuality,
        )
    if table.row_count:
        console.print(table, width=min(console.width, 160), highlight=False)
