"""Tests of the 17 groups of Arabic phenomena (docs: shared design, "Arabic the coder must handle")."""
