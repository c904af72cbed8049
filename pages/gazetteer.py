"""The gazetteer: look a name up, see what there is, install packs of further places and remove them."""

import streamlit as st

from geo.errors import DatelineError, PackError
from geo.gazetteer import (
    Gazetteer,
    Pack,
    choose_server,
    describe_losses,
    describe_rows,
    describe_state,
    list_packs,
    packs_folder,
    parse_wanted,
    remove_pack,
    verify_pack,
)
from geo.view.markdown import escape_markdown
from geo.view.packs import (
    Install,
    Installer,
    Job,
    build_rows,
    count_tables,
    current_installer,
    install_from,
    install_upload,
    shared_gazetteer,
)

MOST_SHOWN = 15
WORLD = {"all": "All countries", "names": "Further names of all places"}
SIZES = {"all": "about 400 MB", "names": "about 200 MB"}
COUNTRY_SIZE = "between some kilobytes and 70 MB"


def tell(kind: str, words: str) -> None:
    """Keeps a sentence to be shown in place of what the last installation came to."""
    st.session_state.pop("pack-job", None)
    st.session_state["pack-words"] = (kind, words)


def start(installer: Installer, label: str, make: Install) -> None:
    """Begins an installation."""
    st.session_state.pop("pack-words", None)
    try:
        st.session_state["pack-job"] = installer.start(label, make)
    except DatelineError as error:
        tell("error", str(error))


def take_upload(installer: Installer, gazetteer: Gazetteer, key: str) -> None:
    """Installs the file that was uploaded."""
    file = st.session_state.get(key)
    if file is None:
        return
    st.session_state["pack-uploads"] = int(st.session_state.get("pack-uploads", 0)) + 1
    try:
        start(installer, file.name, install_upload(file.name, file, gazetteer))
    except DatelineError as error:
        tell("error", str(error))


def take_path(installer: Installer, gazetteer: Gazetteer) -> None:
    """Installs the file at the path that was typed."""
    path = str(st.session_state.get("pack-path") or "").strip().strip("\"'")
    if not path or parse_wanted(path) is not None:
        tell("error", "Write the whole path of a dump file on this machine.")
        return
    start(installer, path, install_from(path, gazetteer))


def take_word(installer: Installer, gazetteer: Gazetteer, word: str) -> None:
    """Has a file fetched and installed."""
    start(installer, word, install_from(word, gazetteer))


def remove(name: str) -> None:
    """Removes a pack."""
    try:
        remove_pack(name)
    except DatelineError as error:
        tell("error", str(error))
    else:
        tell("success", f"The pack {name} is removed.")


def verify(name: str) -> None:
    """Reads a pack from end to end."""
    try:
        verify_pack(name)
    except DatelineError as error:
        tell("error", str(error))
    else:
        tell("success", f"The pack {name} is sound.")


def draw_look_up(gazetteer: Gazetteer, country_names: dict[str, str]) -> None:
    """A field for a name, and all that it might mean."""
    name = st.text_input(
        "Look up a name", key="look-up", placeholder="Kunduz, Deir ez-Zor, Bagram Airfield", max_chars=200
    )
    if not name.strip():
        return
    matches = gazetteer.lookup(name.strip(), MOST_SHOWN + 1)
    slips = () if matches else gazetteer.lookup_fuzzy(name.strip(), 5)
    if not matches:
        also = "; these are spelt nearly so:" if slips else "."
        st.info(f"No place called {escape_markdown(name)} is in the tables or packs{also}")
    rows = build_rows((matches or slips)[:MOST_SHOWN], country_names)
    if rows:
        st.table([{key: escape_markdown(value) for key, value in row.items()} for row in rows])
    if len(matches) > MOST_SHOWN:
        st.caption(f"The {MOST_SHOWN} most prominent are shown.")


def draw_tables(gazetteer: Gazetteer) -> None:
    """What the tables hold that come with the program."""
    counts = dict(count_tables(gazetteer.tables_version))
    names = counts.pop("names")
    order = ("towns", "districts", "airfields", "provinces", "places of conflicts", "countries", "others")
    words = ", ".join(f"{counts[kind]:,} {kind}" for kind in order if counts.get(kind))
    st.markdown(f"Built in: {words}, under {names:,} names. Version {gazetteer.tables_version}.")


def draw_packs(packs: tuple[Pack, ...]) -> None:
    """One row a pack, with what can be done to it."""
    if not packs:
        st.caption("No pack is installed. Packs add villages, hamlets, rivers, mountains, hospitals and the like.")
    for pack in packs:
        with st.container(border=True):
            words, check, drop = st.columns([6, 1.4, 1.4], vertical_alignment="center")
            with words:
                st.markdown(f"**{escape_markdown(pack.name)}** · {escape_markdown(describe_state(pack, packs))}")
                if pack.state == "ready":
                    size = f"{pack.size / 2**20:,.1f} MB"
                    parts = [describe_rows(pack), f"GeoNames of {pack.day or 'an unknown day'}", size, pack.source]
                    st.caption(escape_markdown(" · ".join(parts)))
            check.button("Verify", key=f"verify-{pack.name}", on_click=verify, args=(pack.name,), width="stretch")
            with drop.popover("Remove", width="stretch", key=f"removing-{pack.name}"):
                st.markdown(f"Remove the pack {escape_markdown(pack.name)}? Its places are no longer found then.")
                st.button(
                    f"Remove {pack.name}", key=f"remove-{pack.name}", on_click=remove, args=(pack.name,), type="primary"
                )


@st.fragment(run_every=0.5)
def draw_progress() -> None:
    """How far the installation is, with a way to stop it; the whole page is drawn anew when it ends."""
    installer = current_installer()
    job = installer.job
    if job is None or job.done.is_set():
        st.rerun()
    else:
        st.progress(min(max(job.share, 0.0), 1.0), escape_markdown(job.words))
        st.button("Stop", key="pack-stop", on_click=job.stopped.set, disabled=job.stopped.is_set())


def draw_outcome() -> None:
    """What became of this visitor's last installation, or last click."""
    kind, words = st.session_state.get("pack-words", ("", ""))
    if words:
        (st.success if kind == "success" else st.error)(escape_markdown(words))
        return
    job: Job | None = st.session_state.get("pack-job")
    if job is None or not job.done.is_set():
        return
    if job.pack is None:
        st.error(escape_markdown(job.problem))
        return
    rows = f"The pack {job.pack.name} is installed and in use: {describe_rows(job.pack)}."
    losses = describe_losses(job.pack)
    st.success(escape_markdown(rows + (f" Of the dump’s rows {losses}." if losses else "")))


def draw_adding(installer: Installer, gazetteer: Gazetteer, country_names: dict[str, str]) -> None:
    """Two ways to a pack: a file that is here, or one to be fetched."""
    here, web = st.tabs(["From this machine", "From the web"])
    busy = installer.is_busy()
    with here:
        key = f"pack-upload-{st.session_state.get('pack-uploads', 0)}"
        st.file_uploader(
            "A dump file of GeoNames: AF.zip, AF.txt, alternateNamesV2.zip, ...",
            key=key,
            on_change=take_upload,
            args=(installer, gazetteer, key),
            disabled=busy,
        )
        st.text_input(
            "Or its path on this machine, for large ones such as allCountries.zip", key="pack-path", disabled=busy
        )
        st.button("Install", key="pack-take-path", on_click=take_path, args=(installer, gazetteer), disabled=busy)
    with web:
        names = {**WORLD, **dict(sorted(country_names.items(), key=lambda pair: pair[1]))}
        code = st.selectbox("What", list(names), index=None, format_func=lambda code: names[code], key="pack-code")
        what = None
        if code is not None and code not in WORLD:
            what = st.radio("Which of it", ["Places", "Further names of its places"], horizontal=True, key="pack-which")
        try:
            server = choose_server()
        except PackError as error:
            st.error(escape_markdown(str(error)))
            return
        if code is None:
            st.caption(
                f"Nothing is fetched before you press a button that says so. Packs come from {escape_markdown(server)}"
            )
            return
        word = f"{code}-names" if what == "Further names of its places" else code
        wanted = parse_wanted(word)
        if wanted is not None:
            size = SIZES.get(code, COUNTRY_SIZE)
            st.caption(
                f"This asks {escape_markdown(wanted.address)} ({size}; the exact size is shown once it answers). The "
                "server learns your internet address and which file you want, and nothing of your articles."
            )
            st.button(
                "Fetch and install",
                key="pack-fetch",
                on_click=take_word,
                args=(installer, gazetteer, word),
                disabled=busy,
            )


st.title("Gazetteer")
try:
    jobs = current_installer()
    # Asked before anything is drawn: an installation that ends while the page is drawn has the page drawn anew.
    was_busy = jobs.is_busy()
    opened = shared_gazetteer()
    named = {place.country: place.name for place in opened.countries() if place.country}
    draw_look_up(opened, named)
    st.subheader("Places")
    draw_tables(opened)
    if was_busy:
        draw_progress()
    draw_outcome()
    draw_packs(list_packs())
    st.subheader("Add a pack")
    draw_adding(jobs, opened, named)
    st.caption(f"Packs are kept in {escape_markdown(str(packs_folder()))}. Data: GeoNames (geonames.org), CC BY 4.0.")
except DatelineError as failure:
    st.error(escape_markdown(str(failure)))
