"""Doc and publication day -> time expressions with their values and days, and the time of an event.

`find_times` (find.py) reads an article from left to right with an ordered list of named rules (rules.py), each a
pattern over words tabled in words.py; what their matches mean stands in families/ and calendars/, why some are no time
after all in refusals/. `find_modes` tells whether dates hang on publication or on the dates told (anchors/);
`date_event` gives one event its own time, `EventDater` many (dating/).
Nothing is more precise than the text: values carry intervals, unknown parts are X.
"""

from geo.dates.dating.event_time import EventDater, EventTime, date_event
from geo.dates.find import find_modes, find_times

__all__ = ["EventDater", "EventTime", "date_event", "find_modes", "find_times"]
