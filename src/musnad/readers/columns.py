"""Which column of a foreign table is what: the user's word first, then names archives use, then a look at the values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from musnad.errors import InputError
from musnad.readers.dates import parse_date
from musnad.readers.document import Document

FIELDS = ("id", "title", "text", "date", "source", "url", "author", "language")

# Names seen in archives, usual one first; compared without case, spaces, dots, dashes and underscores.
_NAMES: dict[str, tuple[str, ...]] = {
    "id": ("id", "articleid", "docid", "documentid", "guid", "uuid", "storyid", "newsid", "key", "المعرف", "رقم"),
    "title": ("title", "headline", "heading", "subject", "articletitle", "storytitle", "newstitle", "العنوان", "عنوان"),
    "text": (
        *("text", "content", "body", "maintext", "articletext", "fulltext", "articlebody", "contentclean", "article"),
        *("story", "rawtext", "plaintext", "newstext", "description", "النص", "نص", "المحتوى", "الخبر", "المتن"),
    ),
    "date": (
        *(
            "date",
            "published",
            "publishedat",
            "publicationdate",
            "datepublish",
            "datepublished",
            "pubdate",
            "publishdate",
        ),
        *("publisheddate", "dateextracted", "dateextraction", "newsdate", "storydate", "dateadded", "timestamp"),
        *("created", "createdat", "datetime", "time", "التاريخ", "تاريخ", "تاريخالنشر"),
    ),
    "source": (
        *("source", "publisher", "outlet", "newspaper", "sourcename", "sourcedomain", "site", "sitename", "domain"),
        *("media", "agency", "feed", "outletname", "publishername", "publication", "mediaoutlet", "المصدر", "الصحيفة"),
    ),
    "url": ("url", "link", "uri", "sourceurl", "href", "permalink", "الرابط", "رابط"),
    "author": ("author", "authors", "byline", "writer", "creator", "dccreator", "الكاتب", "كاتب"),
    "language": ("language", "lang", "languagecode", "inlanguage", "اللغة"),
}
_SQUEEZE = re.compile(r"[\s._\-/]+")


def _key(name: str) -> str:
    return _SQUEEZE.sub("", name).casefold()


def names_of_articles(names: Sequence[str]) -> int:
    """How many of the names are those of fields of an article, as far as archives use the ones we know."""
    usual = {name for known in _NAMES.values() for name in known}
    return sum(_key(name) in usual for name in names)


def parse_map(options: Sequence[str]) -> dict[str, str]:
    """``--map FIELD=COLUMN`` options as a dict. Raises InputError on an unknown field or a wrong form."""
    out: dict[str, str] = {}
    for option in options:
        field, equals, column = option.partition("=")
        field = field.strip()
        if not equals or field not in FIELDS or not column.strip():
            raise InputError("map-option", f"--map {option}: not FIELD=COLUMN", f"FIELD is one of {', '.join(FIELDS)}")
        out[field] = column.strip()
    return out


class Columns:
    """The columns of one input, matched to the fields of an article."""

    def __init__(
        self, names: Sequence[str], given: Mapping[str, str], where: str, sample: Mapping[str, Any] | None = None
    ) -> None:
        self.column: dict[str, str] = {}
        self.guessed: dict[str, str] = {}
        by_key: dict[str, str] = {}
        for name in names:
            by_key.setdefault(_key(name), name)
        for field, column in given.items():
            found = column if column in names else by_key.get(_key(column))
            if found is None:
                raise InputError(
                    "map-column",
                    f"{where}: no column {column!r} for {field}",
                    f"it has {', '.join(map(repr, names[:30]))}",
                )
            self.column[field] = found
        taken = set(self.column.values())
        for field, usual in _NAMES.items():
            if field in self.column:
                continue
            found = next((by_key[n] for n in usual if n in by_key and by_key[n] not in taken), None)
            if found is not None:
                self.column[field] = found
                taken.add(found)
                if found != field:
                    self.guessed[field] = found
        if "text" not in self.column and sample:
            self._longest(sample, taken)
        self.unused = [n for n in names if n not in taken]

    def _longest(self, sample: Mapping[str, Any], taken: set[str]) -> None:
        """No column has a name we know for the text: take the longest value of a sample row, if it is long."""
        values = {n: v for n, v in sample.items() if isinstance(v, str) and n not in taken}
        if values:
            name = max(values, key=lambda n: len(values[n]))
            if len(values[name]) >= 80:
                self.column["text"] = self.guessed["text"] = name
                taken.add(name)

    def account(self, where: str) -> str | None:
        """The guess, for people; None if every column has the article's own name for it."""
        if not self.guessed:
            return None
        parts = [f"{field} from {column!r}" for field, column in self.guessed.items()]
        rest = f"; not used: {', '.join(map(repr, self.unused[:12]))}" if self.unused else ""
        return f"{where}: taking {', '.join(parts)}{rest} (set with --map)"

    def document(self, row: Mapping[str, Any], where: str, fallback_id: str) -> Document:
        """One row as a document. Missing values are empty; numbers are written out; lists of texts are paragraphs."""

        def get(field: str) -> Any:
            name = self.column.get(field)
            value = row.get(name) if name is not None else None
            if value is None and name != field:
                value = row.get(field)
            return value

        return Document(
            where=where,
            id=_text(get("id")) or fallback_id,
            title=_text(get("title")),
            text=_text(get("text")),
            date=_date(get("date")),
            source=_text(get("source")) or None,
            url=_text(get("url")) or None,
            author=_text(get("author")) or None,
            language=_text(get("language")) or None,
        )


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value != value:  # NaN: a missing value of a data frame
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list | tuple):
        return "\n".join(filter(None, map(_text, value)))
    if isinstance(value, dict):
        return next((_text(value[k]) for k in ("text", "name", "value", "rendered", "#text") if k in value), "")
    return str(value)


def _date(value: Any) -> Any:
    if isinstance(value, dict):
        value = next(iter(value.values()), None)
    if value is None or isinstance(value, str | int | float) or value == "":
        return value if value == value else None
    return parse_date(value)
