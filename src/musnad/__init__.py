"""Musnad: a political event coder for Arabic news."""
