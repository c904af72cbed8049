"""Map, timeline and reader for the browser: the end of the flow, where an Analysis becomes what is drawn."""
