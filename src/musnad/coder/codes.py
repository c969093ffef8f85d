"""CAMEO code, quad class and Goldstein score of each PLOVER category and mode (``data/plover.yaml``)."""

from __future__ import annotations

import msgspec

from musnad.lexicon.store import DATA, compiled, read_yaml


class Code(msgspec.Struct, frozen=True):
    """CAMEO code, quad class, Goldstein score (-10 to 10)."""

    cameo: str | None = None
    quad: str | None = None
    goldstein: float | None = None


class _Table(msgspec.Struct):
    codes: dict[str, Code]  # "CONSULT" or "CONSULT/phone"


def _build() -> _Table:
    data = read_yaml(DATA / "plover.yaml")
    table: dict[str, Code] = {}
    if isinstance(data, dict):
        data = data.get("events", data)
    if not isinstance(data, dict):
        return _Table({})
    for event, row in data.items():
        table[event] = Code(str(row["cameo"]), row["quad"], float(row["goldstein"]))
        for mode, more in (row.get("modes") or {}).items():
            table[f"{event}/{mode}"] = Code(
                str(more.get("cameo", row["cameo"])),
                more.get("quad", row["quad"]),
                float(more.get("goldstein", row["goldstein"])),
            )
    return _Table(table)


class Codes:
    """The code table."""

    def __init__(self) -> None:
        path = DATA / "plover.yaml"
        self.table = compiled("plover", [path], _build, _Table).codes if path.exists() else {}

    def of(self, event: str, mode: str | None, cameo: str | None) -> Code:
        """The codes of an event; a frame's own CAMEO code wins."""
        code = self.table.get(f"{event}/{mode}") or self.table.get(event) or Code()
        return msgspec.structs.replace(code, cameo=cameo) if cameo else code

    def has_mode(self, event: str, mode: str | None) -> bool:
        """Whether PLOVER has this mode for the category."""
        return mode is not None and (not self.table or f"{event}/{mode}" in self.table)
