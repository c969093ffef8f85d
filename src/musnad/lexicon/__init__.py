"""Every data file, its format, its checker, its compiled form."""
