"""Dateline without its screens: from an article to places, times and events that can be checked."""
