"""The article: what is read. A plain value; the coder knows nothing of files, feeds or databases."""

from __future__ import annotations

import datetime as dt

import msgspec


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One news article, exactly as it came: every span of every record points into ``title`` or ``text``.

    ``date`` is the publication date; it may be None, in which case the coder looks for one in the text.
    """

    id: str
    text: str
    title: str = ""
    date: dt.date | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
