"""Feasts, days of history and other calendars: their names, and the days on which they fall."""
