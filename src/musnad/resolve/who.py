"""Who: what the program knows of states, offices, people, groups and bodies, and the resolution of names by date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import msgspec

from musnad.record import Entity


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """A person as known: English and Arabic name, Wikidata id."""

    name: str
    name_ar: str
    wikidata: str | None = None


class Knowledge:
    """All actor knowledge, loaded once; read-only after loading."""

    @classmethod
    def load(cls, user_files: Sequence[Path] = ()) -> Knowledge:
        """Our data files, with the user's own dictionary files overriding them. Raises DataError."""
        return cls()

    def holder(self, country_or_org: str, office: str, date: dt.date | None) -> Person | None:
        """Who held ``office`` of that country (ISO alpha-3) or organisation on ``date`` (today if None)."""
        return None

    def who(self, text: str, date: dt.date | None) -> Entity | None:
        """The entity a mention names, or None if it names no actor we can describe."""
        return None

    def state(self, code: str) -> Entity:
        """The state itself (sector GOV)."""
        return Entity(kind="state", country=code, sector="GOV", by="name")

    def counterpart(self, office: str, country: str, date: dt.date | None) -> Entity:
        """The holder of ``office`` in ``country``; an unnamed entity with the office's sector when unknown."""
        return Entity(kind="person", country=country, sector="GOV", office=office, by="counterpart")
