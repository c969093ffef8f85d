"""Who (offices by date, spelling variants, codes), when (calendar), where (gazetteer)."""

from musnad.resolve.who import Knowledge, Person

__all__ = ["Knowledge", "Person"]
