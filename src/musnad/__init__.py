"""Musnad: a political event coder for Arabic news."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

    from musnad.coder import Coder
    from musnad.record import Record

__version__ = "0.1.0"
__all__ = ["Article", "Coder", "Record", "__version__", "code", "to_pandas", "to_polars"]


def __getattr__(name: str) -> object:
    if name == "Article":
        from musnad.article import Article

        return Article
    if name == "Coder":
        from musnad.coder import Coder

        return Coder
    if name == "Record":
        from musnad.record import Record

        return Record
    raise AttributeError(f"module 'musnad' has no attribute {name!r}")


@lru_cache(maxsize=1)
def _default() -> Coder:
    from musnad.coder import Coder

    return Coder()


def code(
    text: str, *, date: dt.date | str | None = None, title: str = "", source: str | None = None, id: str = "article"
) -> list[Record]:
    """The records of one article. ``date`` is the publication date (a date or YYYY-MM-DD)."""
    from musnad.article import Article

    day = dt.date.fromisoformat(date) if isinstance(date, str) else date
    return _default().code(Article(id=id, text=text, title=title, date=day, source=source))


def to_polars(records: list[Record]) -> pl.DataFrame:
    """One flat row a record, as the Parquet writer lays them out."""
    import polars as pl

    from musnad.writers.flat import flat_rows, polars_schema

    return pl.DataFrame(flat_rows(records), schema=polars_schema())


def to_pandas(records: list[Record]) -> pd.DataFrame:
    """Like :func:`to_polars`, for pandas (extra ``musnad[pandas]``)."""
    import pandas as pd

    from musnad.writers.flat import flat_rows

    return pd.DataFrame(flat_rows(records))
