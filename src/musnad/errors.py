"""Errors that say what to do. Every error a user can meet has a code and one line of advice."""

from __future__ import annotations


class MusnadError(Exception):
    """A failure the user can act on: ``code`` is stable, ``advice`` says the remedy."""

    def __init__(self, code: str, message: str, advice: str = "") -> None:
        self.code = code
        self.advice = advice
        super().__init__(f"[{code}] {message}" + (f" ({advice})" if advice else ""))


class InputError(MusnadError):
    """An input that cannot be read: names the input and the reason. The command exits with status 2."""


class DataError(MusnadError):
    """A data file (lexicon, actors, places) with a wrong entry: names the file, the line and the remedy."""
