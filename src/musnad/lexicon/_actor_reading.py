"""From the YAML of one actor file to rows: which kind an entry is, and what its keys mean. Formats: ARCHITECTURE.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from musnad.lexicon.actor_rows import ActorTables, BodyRow, NounRow, Period, PersonRow, StateRow, Term

Entry = dict[str, Any]


class Builder:
    """Gathers rows entry by entry; a person of several files is one row."""

    def __init__(self) -> None:
        self.persons: dict[str, PersonRow] = {}
        self.tables = ActorTables([], [], [], [], {}, {})
        self.titles: set[tuple[str, str | None]] = set()

    def person(self, name: str, ar: list[str], short: list[str], wikidata: str | None) -> PersonRow:
        row = self.persons.get(name)
        if row is None:
            row = self.persons[name] = PersonRow(name, [], [], None, [])
        row.ar += [a for a in ar if a not in row.ar]
        row.short += [a for a in short if a not in row.short]
        row.wikidata = row.wikidata or wikidata
        return row

    def title(self, office: str, ar: list[str], sector: str | None, country: str | None, org: str | None) -> None:
        """Enter an office's Arabic titles as nouns; with a country they are that state's alone («حاكم دبي»)."""
        fresh = [title for title in ar if (title, country) not in self.titles]
        if fresh:
            self.titles.update((title, country) for title in fresh)
            row = NounRow("office", office, fresh, [], sector or "GOV", office, country, org, {})
            self.tables.nouns.append(row)


def _list(value: Any) -> list[str]:
    if value is None:
        return []
    return [str(v) for v in value] if isinstance(value, list) else [str(value)]


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def entries(content: Any) -> Iterator[Entry]:
    """The entry mappings of a file: a list of them, a single one, or a mapping of sections of them."""
    if isinstance(content, list):
        yield from (e for e in content if isinstance(e, dict))
    elif isinstance(content, dict):
        if "offices" in content:
            yield content
            return
        for section, value in content.items():
            if isinstance(value, list):
                yield from ({"_section": section, **e} for e in value if isinstance(e, dict))


def read(builder: Builder, stem: str, content: Any, faulty: Callable[[Entry], bool] | None = None) -> None:
    """Enter a file's content, which its name without suffix helps to tell; of a user's file all but what is ``faulty``."""
    if stem == "roles" and isinstance(content, dict):
        _read_roles(builder, content)
        return
    for entry in entries(content):
        if faulty is not None and faulty(entry):
            continue
        if "offices" in entry and ("country" in entry or "org" in entry or "code" in entry):
            _read_offices(builder, entry)
        elif "adj" in entry or "capital" in entry:
            read_state(builder, entry)
        elif "terms" in entry or stem == "people":
            _read_person(builder, entry)
        elif "name" in entry and "ar" in entry and not noun_class(entry):
            _read_body(builder, entry, stem, override=faulty is not None)
        elif cls := noun_class(entry):
            builder.tables.nouns.append(_noun(cls, entry))


_CLASSES = (
    "head", "office", "ministry", "body", "member", "people", "source", "back", "group", "quantity", "number",
    "quality", "modifier", "honorific", "rank", "weak", "stop", "given", "belonging", "demonyms", "nothing", "weakshort",
)  # fmt: skip


def noun_class(entry: Entry) -> str:
    """The class of a common noun, which its first key names; empty for any other entry."""
    first = next(iter(entry), "")
    return first if first in _CLASSES else ""


def _noun(cls: str, entry: Entry) -> NounRow:
    key = str(entry[cls]) if not isinstance(entry[cls], dict) else cls
    plain = {cls, "ar", "plural", "sector", "name", "country"}
    options = {k: v for k, v in entry.items() if k not in plain}
    if isinstance(entry[cls], dict):
        options["map"] = entry[cls]
    return NounRow(
        cls, key, _list(entry.get("ar")), _list(entry.get("plural")), _text(entry.get("sector")),
        str(entry.get("name") or key), _text(entry.get("country")), _text(entry.get("org")), options,
    )  # fmt: skip


def _read_offices(builder: Builder, entry: Entry) -> None:
    where = str(entry.get("country") or entry.get("org"))
    country = str(entry.get("country") or entry.get("code") or "") or None
    org = _text(entry.get("org"))
    for office, holders in (entry.get("offices") or {}).items():
        for holder in holders or []:
            if not isinstance(holder, dict) or "name" not in holder:
                continue
            row = builder.person(
                str(holder["name"]), _list(holder.get("ar")), _list(holder.get("short")), _text(holder.get("wikidata"))
            )
            sector = _text(holder.get("sector")) or _text(entry.get("sector"))
            builder.title(str(office), _list(holder.get("title_ar")), sector, country if org is None else None, org)
            builder.title(str(office), _list(holder.get("common_title_ar")), sector, None, org)
            row.terms.append(
                Term(where, str(office), _text(holder.get("country")) or country, sector,
                     _text(holder.get("from")), _text(holder.get("to")))
            )  # fmt: skip


def read_state(builder: Builder, entry: Entry) -> None:
    capital = entry.get("capital") or {}
    metonyms: list[tuple[str, str, str]] = []
    for m in entry.get("metonyms") or []:
        if isinstance(m, dict):
            for ar in _list(m.get("ar")):
                metonyms.append((ar, str(m.get("sector") or "GOV"), str(m.get("name") or entry["name"])))
        else:
            metonyms.append((str(m), "GOV", str(entry["name"])))
    row = StateRow(
        str(entry["code"]), str(entry.get("name") or entry["code"]),
        _list(entry.get("ar")) + [a for a in _list(entry.get("official")) if a not in _list(entry.get("ar"))],
        _list(entry.get("adj")), _list(entry.get("adj_forms")), _list(entry.get("people")),
        _list(capital.get("ar")) if isinstance(capital, dict) else [],
        str(capital.get("name") or "") if isinstance(capital, dict) else "", metonyms, _list(entry.get("ambiguous")),
    )  # fmt: skip
    builder.tables.states = [s for s in builder.tables.states if s.code != row.code]
    builder.tables.states.append(row)


def _read_person(builder: Builder, entry: Entry) -> None:
    row = builder.person(
        str(entry["name"]), _list(entry.get("ar")), _list(entry.get("short")), _text(entry.get("wikidata"))
    )
    terms = entry.get("terms") or [entry]
    for term in terms:
        country = _text(term.get("country"))
        row.terms.append(
            Term(country or "", str(term.get("role") or term.get("office") or ""), country,
                 _text(term.get("sector")), _text(term.get("from")), _text(term.get("to")))
        )  # fmt: skip


def _read_body(builder: Builder, entry: Entry, stem: str, override: bool) -> None:
    kind = str(entry.get("kind") or {"media": "media", "groups": "group"}.get(stem, "body"))
    periods = [
        Period(_text(p.get("from")), _text(p.get("to")), _text(p.get("country", entry.get("country"))),
               _text(p.get("sector", entry.get("sector"))))
        for p in entry.get("periods") or []
    ]  # fmt: skip
    row = BodyRow(
        str(entry["name"]), _list(entry.get("ar")), _list(entry.get("weak")) + _list(entry.get("ambiguous")), kind,
        _text(entry.get("country")), _text(entry.get("sector")), _text(entry.get("wikidata")), periods,
        _list(entry.get("member")), str(entry.get("org") or entry.get("key") or ""), str(entry.get("plain_from") or ""),
    )  # fmt: skip
    if override:
        builder.tables.bodies = [b for b in builder.tables.bodies if b.name != row.name]
    builder.tables.bodies.append(row)
    for leader in entry.get("leaders") or []:
        if isinstance(leader, dict) and "name" in leader:
            person = builder.person(
                str(leader["name"]), _list(leader.get("ar")), _list(leader.get("short")), _text(leader.get("wikidata"))
            )
            person.terms.append(
                Term(row.name, str(leader.get("office") or leader.get("title") or "leader"),
                     _text(leader.get("country")) or row.country, _text(leader.get("sector")) or row.sector,
                     _text(leader.get("from")), _text(leader.get("to")))
            )  # fmt: skip


def _read_roles(builder: Builder, content: Entry) -> None:
    for entry in content.get("people") or []:
        options = {k: v for k, v in entry.items() if k in ("kind", "number", "ambiguous")}
        builder.tables.nouns.append(
            NounRow("role", str(entry.get("key") or entry["name"]), _list(entry["ar"]), _list(entry.get("plural")),
                    _text(entry.get("sector")), str(entry["name"]), None, None, options)
        )  # fmt: skip
    for entry in content.get("heads") or []:
        builder.tables.nouns.append(
            NounRow("rolehead", str(entry["name"]), _list(entry["ar"]), _list(entry.get("plural")),
                    _text(entry.get("sector")), str(entry["name"]), None, None, {"state": entry.get("if_state")})
        )  # fmt: skip
    for entry in content.get("anaphors") or []:
        builder.tables.back[str(entry["ar"])] = str(entry["key"])
    for word, sector in (content.get("adjective_sectors") or {}).items():
        if sector:
            builder.tables.adjective_sectors[str(word)] = str(sector)
