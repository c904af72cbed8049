"""What Dateline is, what it cannot do, and whose data and programs it stands on."""

import streamlit as st

from geo import __version__
from geo.gazetteer import load_licences
from geo.reading import MAX_BYTES, MAX_CHARS
from geo.view.licences import OTHER_DATA, PROGRAMS, READERS

st.title("About Dateline")
st.markdown(
    f"""
Dateline {__version__} turns a news article about an armed conflict into a map and a timeline that can be checked.

- Every marker, shape, date and figure leads to the sentence that says it.
- Nothing is shown more precisely than the text supports: a border is a line, a province an area, "recent weeks" a span.
- Nothing leaves this machine unless you ask for it.
- What could not be placed or dated is listed with the reason. It is never dropped, and never guessed in silence.
"""
)
st.subheader("What it cannot do")
st.markdown(
    f"""
- It reads English. Articles in other languages are opened, with a word of warning.
- Scanned pages are not read: a PDF needs text in it.
- Files over {MAX_BYTES // 2**20} MB and texts over {MAX_CHARS:,} characters are refused.
- It makes mistakes: names are taken for the wrong place, events are missed or coded wrongly. The reason and the
  runners-up are in each marker's popup; check what you rely on against the sentence.
- The gazetteer knows towns of 500 people and more, airfields, provinces and a hand-made list of what conflict news
  names, most of whose positions are from general knowledge and drawn with the radius that they are known to. Smaller
  villages, hospitals or checkpoints are often unknown, and are then listed as not placed; a pack of a country's
  places, installed on the Gazetteer page, brings many of them.
- Two events are not compared between articles: each article is read by itself.
"""
)
st.subheader("Dates")
st.markdown(
    """
- In news, "Monday" or "last week" counts from the day of publication; in a narrative from the last date told; in a
  quotation from when it was said. What the dates of an article count from stands among its details, with the reason.
- Every time in the article has a note: what it means, what it counts from, the rule that read it and how else it could
  be read. Point at it, or go to it with the Tab key.
- A vague phrase stays a span, and a day that is not told is never passed off as told: where the day of publication
  stands in for it, the timeline says so.
- Hours and parts of a day are those of the place, in its own time zone, unless the text names another.
- If the publication date is wrong or missing, correct it: everything is dated anew at once.
"""
)
st.subheader("Borders")
st.markdown(
    """
The map shows borders as most states recognise them, after Natural Earth's data: Crimea in Ukraine, Western Sahara apart
from Morocco, Somaliland in Somalia. Where who holds an area differs from whose it is recognised to be, the area is
hatched. Nothing here is a statement on the status of any territory.
"""
)
st.subheader("Data")
st.table(
    [{"Data": each.name, "Licence": each.licence, "Attribution": each.attribution} for each in load_licences()]
    + list(OTHER_DATA)
)
st.subheader("Programs")
st.markdown("Dateline itself is under the Apache License 2.0. It stands on these, in your browser and beneath:")
st.table([*PROGRAMS, *READERS])
