"""The workbench: open an article, see its events on map and timeline, check each against its sentence."""

from collections import Counter
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from geo.errors import DatelineError
from geo.model import Article
from geo.reading import MAX_BYTES, READABLE, check_size, list_examples, load_example, read_document, read_pasted
from geo.view.details import draw_details, draw_heading
from geo.view.lists import draw_downloads, draw_lists
from geo.view.map import HEIGHT, draw_map
from geo.view.markdown import escape_markdown
from geo.view.payload import build_payload
from geo.view.published import draw_modes, evidence_spans
from geo.view.reader import draw_reader
from geo.view.session import Desk, current_analysis, current_desk, locate_elsewhere, open_all, prepare_tools
from geo.view.timeline import draw_timeline
from geo.view.wording import show_text
from geo.zones import describe_zone


def read_upload(file: UploadedFile) -> Article:
    """The article in an uploaded file, whose size is looked at before anything of it. Raises a ReadingError."""
    check_size(file.size, file.name)
    return read_document(file.getvalue(), file.name)


def take_uploads(desk: Desk, key: str) -> None:
    """Opens the files that were uploaded; the uploader is empty afterwards, because its key changes."""
    open_all(desk, [partial(read_upload, file) for file in st.session_state.get(key) or []])


def take_paste(desk: Desk) -> None:
    """Opens the text that was pasted."""
    open_all(desk, [partial(read_pasted, st.session_state.get("pasted") or "")])
    if not desk.problems:
        st.session_state["pasted"] = ""


def take_example(desk: Desk, key: str) -> None:
    """Opens one of the examples."""
    open_all(desk, [partial(load_example, key)])


def draw_intake(desk: Desk) -> None:
    """Two ways to open an article of one's own."""
    upload, paste = st.tabs(["Upload files", "Paste text"])
    key = f"upload-{desk.turns}"
    with upload:
        # Any file may be chosen: what is not read here is told in a sentence, which the browser's own check would not.
        st.file_uploader(
            f"One or several files: {', '.join(READABLE)}; up to {MAX_BYTES // 2**20} MB each",
            accept_multiple_files=True,
            key=key,
            on_change=take_uploads,
            args=(desk, key),
        )
    with paste:
        st.text_area("Text of the article", key="pasted", height=160, placeholder="Headline, dateline and text")
        st.button("Read this text", on_click=take_paste, args=(desk,), type="primary")


def draw_examples(desk: Desk) -> None:
    """Articles that come with the program, each opened with one click."""
    for example in list_examples():
        st.button(
            escape_markdown(example.title),
            key=f"example-{example.key}",
            on_click=take_example,
            args=(desk, example.key),
            width="stretch",
        )
        st.caption(f"{escape_markdown(example.conflict)} · {escape_markdown(example.description)}")


def draw_start(desk: Desk) -> None:
    """The first screen, before anything is open."""
    with st.sidebar:
        st.markdown("#### Timeline")
        st.caption("The events of an article will stand here, in the order they happened.")
    st.title("Where and when did it happen?")
    st.markdown(
        "Open a news article about a conflict. Dateline puts its events on a map and a timeline, and every marker and "
        "date leads to the sentence that says it. Nothing leaves this machine."
    )
    own, examples = st.columns([3, 2], gap="large")
    with own:
        st.markdown("#### Your article")
        draw_intake(desk)
        st.markdown(
            "**Then** read map, timeline and article side by side: click a marker, a card or a word, and the other two "
            "follow. Correct the publication date if it is wrong, and take the events away as CSV or GeoJSON."
        )
    with examples:
        st.markdown("#### Or an example")
        draw_examples(desk)


def draw_problems(desk: Desk) -> None:
    """One sentence for each document that could not be opened, until the next is opened or the reader has seen them."""
    if not desk.problems:
        return
    with st.container(gap="xsmall"):
        for problem in desk.problems:
            st.error(escape_markdown(problem))
        st.button("Hide", key="hide-problems", on_click=desk.problems.clear)


def name_articles(desk: Desk) -> dict[str, str]:
    """A name for each open article by its key: its title, with the file's name and a number where titles are equal."""
    titles = {key: one.article.title or one.article.name or "Untitled" for key, one in desk.articles.items()}
    equal = Counter(titles.values())
    names = {}
    for number, (key, title) in enumerate(titles.items(), start=1):
        file = desk.articles[key].article.name
        names[key] = show_text(title if equal[title] == 1 else f"{title} ({number}: {file or 'no file'})")
    return names


def draw_chooser(desk: Desk) -> None:
    """Which of several open articles is on screen."""
    if len(desk.articles) < 2:
        return
    names = name_articles(desk)
    keys = list(names)
    desk.chosen = st.selectbox(
        f"{len(keys)} articles are open; each is read by itself",
        keys,
        index=keys.index(desk.chosen) if desk.chosen in keys else 0,
        format_func=names.__getitem__,
        key=f"choose-{desk.turns}-{len(keys)}",
    )


def draw_workbench(desk: Desk) -> None:
    """Map, timeline and article of the chosen one."""
    draw_chooser(desk)
    opened = desk.current()
    if opened is None:
        return
    heading, tools_row = st.columns([5, 3], gap="small")
    with tools_row, st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        details, downloads, more = (
            # A new key closes it once the reader was led into the text, which it would cover.
            st.popover("Details", key=f"details-{opened.key}-{desk.jump.number if desk.jump else 0}"),
            st.container(width="content"),
            # A new key closes it once something was opened.
            st.popover("Open more", key=f"more-{desk.turns}"),
        )
    with details:
        later = draw_details(desk, opened)
    with more:
        draw_intake(desk)
        draw_examples(desk)
    with heading:
        draw_heading(opened)
    slot = st.empty()
    tools = prepare_tools(slot)
    analysis = current_analysis(desk, opened, tools, slot)
    analysis = locate_elsewhere(desk, analysis, slot)
    if not analysis.places:
        st.info("No place was found in this article, so the map shows nothing of it.")
    payload = build_payload(analysis, tools.gazetteer.outline, evidence_spans(opened.original), describe_zone)
    with later:
        draw_modes(payload["modes"])
    with st.sidebar:
        draw_timeline()
    where, text = st.columns([3, 2], gap="small")
    with where:
        draw_map()
    draw_timeline(narrow=True)
    with text:
        draw_reader(payload, HEIGHT, desk.jump)
    draw_lists(desk, payload)
    with downloads.popover("Download"):
        draw_downloads(analysis, tools.gazetteer.outline)


desk = current_desk()
draw_problems(desk)
try:
    if desk.articles:
        draw_workbench(desk)
    else:
        draw_start(desk)
        prepare_tools(st.empty())
except DatelineError as error:
    st.error(escape_markdown(str(error)))
