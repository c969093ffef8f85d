"""Which article ids were seen already: on disk, so that memory stays the same for any number of articles."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import Any

from musnad.readers.document import Document

_LOOK_BACK = 50  # articles of one id that a new one is compared with


class Seen:
    """Tells the first article of an id from later ones; the same article again from another under the same id."""

    def __init__(self) -> None:
        self.db = sqlite3.connect("", isolation_level=None)  # a private temporary file, gone with the connection
        self.db.execute("PRAGMA journal_mode=OFF")
        self.db.execute("PRAGMA synchronous=OFF")
        self.db.execute("PRAGMA cache_size=-8000")  # kB
        self.db.execute("CREATE TABLE seen (id BLOB PRIMARY KEY, content BLOB, times INTEGER) WITHOUT ROWID")
        self.db.execute("BEGIN")

    def resolve(self, document: Document) -> str | None:
        """The id the document goes by: its own, ``id~2`` if another article had it before; None if it is that article."""
        digest = _digest(document.text, document.title, document.page)
        row = self._look(document.id)
        if row is None:
            self._put(document.id, digest)
            return document.id
        if row[0] == digest:
            return None
        number: int = row[1]  # the highest number given to an article of this id so far
        for earlier in range(2, min(number, _LOOK_BACK) + 1):
            other = self._look(f"{document.id}~{earlier}")
            if other is not None and other[0] == digest:
                return None
        number += 1
        while self._look(f"{document.id}~{number}") is not None:
            number += 1
        self._put(f"{document.id}~{number}", digest)
        self.db.execute("UPDATE seen SET times = ? WHERE id = ?", (number, _digest(document.id)))
        return f"{document.id}~{number}"

    def _look(self, name: str) -> Any:
        return self.db.execute("SELECT content, times FROM seen WHERE id = ?", (_digest(name),)).fetchone()

    def _put(self, name: str, digest: bytes) -> None:
        self.db.execute("INSERT INTO seen VALUES (?, ?, 1)", (_digest(name), digest))

    def close(self) -> None:
        """Drop the temporary file."""
        self.db.close()


def _digest(*parts: str | bytes | None) -> bytes:
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part or b""
        state.update(len(data).to_bytes(8, "little"))
        state.update(data)
    return state.digest()
