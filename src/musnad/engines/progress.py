"""Progress on standard error: a line that is rewritten on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time


class Meter:
    """Shows how many articles are done, how many a second, and how long the rest will take."""

    def __init__(self, total_bytes: int, *, quiet: bool = False) -> None:
        self.total, self.quiet = total_bytes, quiet
        self.started = time.monotonic()
        self.live = sys.stderr.isatty()
        self.shown = self.started
        self.skipped = 0
        self.width = 0

    def begin(self, read: int) -> None:
        """Work begins here: what was read before was done earlier (``--resume``) and tells nothing of the speed."""
        self.skipped, self.started = read, time.monotonic()

    def update(self, articles: int, records: int, read: int) -> None:
        """``read``: bytes of the inputs read so far; time left is guessed from them."""
        now = time.monotonic()
        if self.quiet or now - self.shown < (0.5 if self.live else 30):
            return
        self.shown = now
        seconds = now - self.started
        rate = articles / seconds if seconds else 0.0
        text = f"{articles:,} articles, {records:,} records, {rate:.0f}/s"
        if self.total and read > self.skipped:
            share = min(1.0, read / self.total)
            left = seconds * (self.total - read) / max(1, read - self.skipped)
            text += f", {share:.0%}" + (f", {duration(left)} left" if share < 1 else "")
        if self.live:
            sys.stderr.write("\r" + text.ljust(self.width))
            self.width = len(text)
        else:
            sys.stderr.write(f"musnad: {text}\n")
        sys.stderr.flush()

    def clear(self) -> None:
        """Take the live line away."""
        if self.live and self.width:
            sys.stderr.write("\r" + " " * self.width + "\r")
            sys.stderr.flush()
            self.width = 0


def duration(seconds: float) -> str:
    """Seconds for people: «42 s», «3 min 20 s», «5 h 03 min»."""
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02} min"
