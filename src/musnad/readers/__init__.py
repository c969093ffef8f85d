"""Files, archives and feeds in: every input becomes a stream of :class:`Document`, problems included."""

from musnad.readers.document import Broken, Defaults, Document
from musnad.readers.sources import Inputs, Options

__all__ = ["Broken", "Defaults", "Document", "Inputs", "Options"]
