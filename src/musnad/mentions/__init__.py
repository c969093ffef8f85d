"""Noun phrases that name actors, times and places."""

from musnad.mentions.actors import Mention, find_actors

__all__ = ["Mention", "find_actors"]
