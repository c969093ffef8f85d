"""Which paper prints an article: the paper itself is no link in its own chain of attribution."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from musnad.lexicon.store import DATA, compiled, read_yaml
from musnad.record import Entity
from musnad.text import fold


class Outlet(msgspec.Struct, frozen=True):
    """An outlet: English name, folded Arabic names, country (ISO alpha-3)."""

    name: str
    ar: list[str]
    country: str | None


class _Table(msgspec.Struct):
    by_id: dict[str, Outlet]


def _build() -> _Table:
    table: dict[str, Outlet] = {}
    rows = read_yaml(DATA / "outlets.yaml")
    if not isinstance(rows, list):
        return _Table({})
    for row in rows:
        outlet = Outlet(row["name"], [fold(a) for a in row.get("ar", [])], row.get("country"))
        for source in row["ids"]:
            table[source.lower()] = outlet
    return _Table(table)


@lru_cache(maxsize=1)
def _table() -> dict[str, Outlet]:
    return compiled("outlets", [DATA / "outlets.yaml"], _build, _Table).by_id


def outlet_of(source: str | None) -> Outlet | None:
    """The outlet behind an article's ``source``: an id, a domain or an address; None when unknown."""
    if not source:
        return None
    table = _table()
    name = source.strip().lower()
    name = name.split("://", 1)[-1].split("/", 1)[0].removeprefix("www.")
    if name in table:
        return table[name]
    labels = name.split(".")
    while len(labels) > 1:  # «m.aawsat.com», then «aawsat.com», then «aawsat»
        labels = labels[1:]
        if ".".join(labels) in table:
            return table[".".join(labels)]
    return table.get(name.split(".", 1)[0])


def is_outlet(outlet: Outlet | None, entity: Entity) -> bool:
    """Whether ``entity`` is that outlet: by English name, or by an Arabic name and the country."""
    if outlet is None or entity.kind != "media":
        return False
    if entity.name == outlet.name:
        return True
    name = fold(entity.name_ar or entity.text or "")
    return entity.country in (outlet.country, None) and any(a == name or name.endswith(" " + a) for a in outlet.ar)
