"""What happened: Doc, places and times -> events with type, status, actors, toll, place and day.

    sentence -> triggers (lexicon_*.py, matched by patterns.py) -> happenings -> kind (type_rules.py), status, actors,
    tolls, ties to places -> drafts -> one event a happening (coreference.py) -> Event

Only what is reported or claimed stands on the timeline proper. A summary of several happenings ("in total, nearly
1,600 have crossed", "the third time in a week") is an event of clarity 2, told as ongoing, its tolls cumulative.
"""

from __future__ import annotations

from geo.events.coreference import EventTime
from geo.events.drafting import DateEvent
from geo.events.finding import find_events
from geo.events.locate import locate_trigger

__all__ = ["DateEvent", "EventTime", "find_events", "locate_trigger"]
