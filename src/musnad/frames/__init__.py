"""Clauses, triggers and their arguments."""
