"""Doc and publication day -> time expressions with their values and days, and the time of an event.

`find_times` reads an article from left to right with an ordered list of named rules (`rules`), each a pattern over
words tabled in `words`; `find_modes` tells whether dates hang on publication or on the dates told; `date_event` gives
one event its own time, `EventDater` many.
Nothing is more precise than the text: values carry intervals, unknown parts are X.
"""

from geo.dates.event_time import EventDater, EventTime, date_event
from geo.dates.find import find_modes, find_times

__all__ = ["EventDater", "EventTime", "date_event", "find_modes", "find_times"]
