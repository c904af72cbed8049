"""Time zones: the hours that are kept at a place, and so meant by "early on Monday" there."""

from geo.zones.events import mark_time_zones
from geo.zones.held import OTHER_HOURS, OtherHours
from geo.zones.offsets import describe_zone
from geo.zones.places import WITHOUT_ZONE, ZoneReading, read_zone, zone_of

__all__ = [
    "OTHER_HOURS",
    "WITHOUT_ZONE",
    "OtherHours",
    "ZoneReading",
    "describe_zone",
    "mark_time_zones",
    "read_zone",
    "zone_of",
]
