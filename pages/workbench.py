"""The workbench: open an article, see its events on map and timeline, check each against its sentence."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from geo.errors import DatelineError
from geo.model import Article
from geo.reading import MAX_BYTES, READABLE, list_examples, load_example, read_document, read_pasted
from geo.view.details import draw_details, draw_heading
from geo.view.lists import draw_downloads, draw_lists
from geo.view.map import HEIGHT, draw_map
from geo.view.markdown import escape_markdown
from geo.view.payload import build_payload
from geo.view.reader import draw_reader
from geo.view.session import Desk, current_analysis, current_desk, locate_elsewhere, open_all, prepare_tools
from geo.view.timeline import draw_timeline


def take_uploads(desk: Desk) -> None:
    """Opens the files that were uploaded, then empties the uploader."""
    files = st.session_state.get(f"upload-{desk.uploads}") or []
    desk.problems.clear()
    readers: list[Callable[[], Article]] = [partial(read_document, file.getvalue(), file.name) for file in files]
    open_all(desk, readers)
    desk.uploads += 1


def take_paste(desk: Desk) -> None:
    """Opens the text that was pasted."""
    desk.problems.clear()
    open_all(desk, [partial(read_pasted, st.session_state.get("pasted") or "")])
    if not desk.problems:
        st.session_state["pasted"] = ""


def take_example(desk: Desk, key: str) -> None:
    """Opens one of the examples."""
    desk.problems.clear()
    open_all(desk, [partial(load_example, key)])


def draw_intake(desk: Desk) -> None:
    """Two ways to open an article of one's own."""
    upload, paste = st.tabs(["Upload files", "Paste text"])
    with upload:
        st.file_uploader(
            f"Articles to read: {', '.join(READABLE)}; up to {MAX_BYTES // 2**20} MB each",
            type=[suffix.lstrip(".") for suffix in READABLE],
            accept_multiple_files=True,
            key=f"upload-{desk.uploads}",
            on_change=take_uploads,
            args=(desk,),
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
    """One sentence for each document that could not be opened."""
    for problem in desk.problems:
        st.error(escape_markdown(problem))


def draw_chooser(desk: Desk) -> None:
    """Which of several open articles is on screen."""
    if len(desk.articles) < 2:
        return
    keys = list(desk.articles)
    names = {
        key: escape_markdown(one.article.title or one.article.name or "Untitled") for key, one in desk.articles.items()
    }
    chosen = st.selectbox(
        f"{len(keys)} articles are open; each is read by itself",
        keys,
        index=keys.index(desk.chosen) if desk.chosen in keys else 0,
        format_func=lambda key: names[key].replace("\\", ""),
        key=f"choose-{desk.opened}-{len(keys)}",
    )
    desk.chosen = chosen


def draw_workbench(desk: Desk) -> None:
    """Map, timeline and article of the chosen one."""
    draw_chooser(desk)
    opened = desk.current()
    if opened is None:
        return
    heading, tools_row = st.columns([5, 3], gap="small")
    with tools_row, st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        details, downloads, more = st.popover("Details"), st.container(width="content"), st.popover("Open more")
    with details:
        draw_details(desk, opened)
    with more:
        draw_intake(desk)
        draw_examples(desk)
    with heading:
        draw_heading(opened)
    slot = st.empty()
    tools = prepare_tools(slot)
    analysis = current_analysis(desk, opened, tools, slot)
    try:
        analysis = locate_elsewhere(analysis)
    except DatelineError as error:
        slot.warning(escape_markdown(str(error)))
    payload = build_payload(analysis, tools.gazetteer.outline)
    with st.sidebar:
        draw_timeline()
    where, text = st.columns([3, 2], gap="small")
    with where:
        draw_map()
    draw_timeline(narrow=True)
    with text:
        draw_reader(payload, HEIGHT)
    draw_lists(payload)
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
