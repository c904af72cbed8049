"""Golden records: what the examples' analyses say today, kept so that a change shows what it changed."""
