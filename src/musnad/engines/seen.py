"""Which article ids were seen already: on disk, so that memory stays the same for any number of articles."""

from __future__ import annotations

import hashlib
import sqlite3

from musnad.readers.document import Document


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
        name = document.id
        for _ in range(1000):
            key = _digest(name)
            row = self.db.execute("SELECT content, times FROM seen WHERE id = ?", (key,)).fetchone()
            if row is None:
                self.db.execute("INSERT INTO seen VALUES (?, ?, 1)", (key, digest))
                return name
            if row[0] == digest:
                return None
            if name == document.id:
                number = row[1] + 1
                self.db.execute("UPDATE seen SET times = ? WHERE id = ?", (number, key))
                # Another article under a numbered id: is it one of those numbered before?
                for earlier in range(2, min(number, 50)):
                    again = self.db.execute(
                        "SELECT content FROM seen WHERE id = ?", (_digest(f"{name}~{earlier}"),)
                    ).fetchone()
                    if again and again[0] == digest:
                        return None
            else:
                number += 1
            name = f"{document.id}~{number}"
        return name

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
