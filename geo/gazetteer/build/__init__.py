"""Rebuilds the vendored tables from packages; nothing here is needed to run the program."""
