"""What a reader hands on: one article as it was found, not yet understood."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

Problem = Literal["unreadable", "empty", "language", "duplicate", "crash"]

MEGABYTE = 1 << 20
MAX_DOCUMENT = 64 * MEGABYTE  # bytes of one article, page, feed or line; more is quarantined, not read
MAX_ARRAY = 1024 * MEGABYTE  # bytes of a JSON file that is one object around its articles (must be read whole)
MAX_RATIO = 250  # a compressed stream that grows more than this (and beyond MAX_BOMB) is taken for a bomb
MAX_BOMB = 256 * MEGABYTE


class Document(msgspec.Struct, kw_only=True):
    """One article as found. Either ``text`` is ready, or ``page`` holds HTML bytes that a worker will extract.

    ``problem`` is set when the thing could not be read; ``message`` then says why. ``where`` names the place for
    people: ``news.csv, row 17``.
    """

    where: str
    id: str
    title: str = ""
    text: str = ""
    page: bytes | None = None
    charset: str | None = None
    date: str | int | float | dt.date | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    problem: Problem | None = None
    message: str = ""
    crawl: bool = False  # one page of a crawl: other languages are expected, and not worth a line each

    @property
    def weight(self) -> int:
        """Roughly how many bytes it holds: what batches are measured by."""
        return len(self.text) * 2 + len(self.page or b"") + 200


class Defaults(msgspec.Struct, frozen=True, kw_only=True):
    """What the user says of articles that do not say it themselves."""

    date: dt.date | None = None
    title: str | None = None
    source: str | None = None


class Broken(Exception):  # noqa: N818 - reads as what it says: a broken input
    """Part of an input cannot be read; what was read before it stands."""
