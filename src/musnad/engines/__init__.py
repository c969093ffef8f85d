"""Many articles: processes on one machine (``run``), Ray on many (``ray``), feeds as they come (``watch``)."""

from musnad.engines.work import Outcome, Settings, Worker

__all__ = ["Outcome", "Settings", "Worker"]
