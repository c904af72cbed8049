"""The command line: sets the project up where needed, then runs the app, the tests or an analysis.

Imports the standard library alone before the environment stands; the rest is imported by the command that uses it.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import sys
from collections.abc import Sequence
from pathlib import Path

from geo.bootstrap import ROOT
from geo.bootstrap.environment import RUN_REQUIREMENTS, TEST_REQUIREMENTS, become, enter_environment
from geo.errors import DatelineError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives back its exit code: 0 well, 1 with a sentence on standard error, 2 for wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    options = build_parser().parse_args(given)
    try:
        enter_environment(options.requirements, given)
        return int(options.command(options))
    except DatelineError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename or 'A file'}: {error.strerror or error}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; every command is described in README.md as well."""
    parser = argparse.ArgumentParser(
        prog="python -m geo", description="Dateline: a news article becomes a map and a timeline that can be checked."
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    run = commands.add_parser("run", help="set up, then open the app in the browser")
    run.add_argument("--port", type=_port, help="port to listen on (default: 8501, or the next free one)")
    run.add_argument("--headless", action="store_true", help="do not open a browser window")
    run.add_argument("--address", default="localhost", help="address to listen on (default: this machine only)")
    run.set_defaults(command=run_app, requirements=RUN_REQUIREMENTS)

    test = commands.add_parser("test", help="set up, then run format, lint, type checks and all tests")
    test.add_argument("--fast", action="store_true", help="leave the browser tests out")
    test.add_argument("pytest", nargs="*", metavar="PYTEST", help="handed on to pytest (options after --)")
    test.set_defaults(command=run_tests, requirements=TEST_REQUIREMENTS)

    analyse = commands.add_parser("analyse", help="write the analysis record of a document, or of JSON lines")
    analyse.add_argument("input", type=Path, metavar="IN", help="a document, or JSON lines of {doc_id, text, date}")
    analyse.add_argument("output", type=Path, metavar="OUT", help="the file of JSON lines to write")
    analyse.add_argument("--published", type=_day, metavar="YYYY-MM-DD", help="the day of publication of the document")
    analyse.add_argument("--triggers", action="store_true", help="answer each document's own events one by one")
    analyse.set_defaults(command=analyse_file, requirements=RUN_REQUIREMENTS)

    index = commands.add_parser("index", help="index the place tables now instead of at the first start")
    index.set_defaults(command=index_gazetteer, requirements=RUN_REQUIREMENTS)

    pack = commands.add_parser("pack", help="add, list, remove or verify packs of further places from GeoNames dumps")
    pack.add_argument("action", choices=("add", "list", "remove", "verify"), help="what to do")
    pack.add_argument(
        "packs",
        nargs="*",
        metavar="PACK",
        help="add: a dump file on disk, or what to fetch: a country's code (AF), allCountries, alternateNamesV2, "
        "AF-names; remove, verify: names of packs (verify without any: all)",
    )
    pack.add_argument("--classes", default="APSTHLV", help="GeoNames feature classes to keep (default: %(default)s)")
    pack.set_defaults(command=handle_packs, requirements=RUN_REQUIREMENTS)

    lock = commands.add_parser("lock", help="compile the requirement files anew from pyproject.toml (needs uv)")
    lock.add_argument("--upgrade", action="store_true", help="take the newest of everything that pyproject.toml allows")
    lock.set_defaults(command=lock_requirements, requirements=TEST_REQUIREMENTS)
    return parser


def run_app(options: argparse.Namespace) -> int:
    """Becomes the Streamlit server; listens on this machine alone unless another address is asked for."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", options.address]
    command += ["--server.showEmailPrompt", "false", "--browser.gatherUsageStats", "false"]
    if options.port is not None:
        command += ["--server.port", str(options.port)]
    if options.headless:
        command += ["--server.headless", "true"]
    become(command, cwd=ROOT)


def run_tests(options: argparse.Namespace) -> int:
    """Runs the checks and the suite."""
    from geo.bootstrap.checks import run_checks

    return run_checks(fast=options.fast, pytest_arguments=options.pytest)


def analyse_file(options: argparse.Namespace) -> int:
    """Writes the analysis record of IN to OUT; 1 when a document of it could not be analysed, which is said."""
    from geo.batch import analyse_file as analyse
    from geo.bootstrap.system import show_progress

    outcome = analyse(
        options.input,
        options.output,
        triggers=options.triggers,
        published=options.published,
        progress=lambda done, name: show_progress(f"{done}: {name}"),
    )
    show_progress("")
    for failure in outcome.failures:
        print(f"{failure.name}: {failure.message}", file=sys.stderr)
    return 1 if outcome.failures else 0


def index_gazetteer(options: argparse.Namespace) -> int:
    """Builds the gazetteer's index in the user's cache folder."""
    from geo.bootstrap.system import show_progress
    from geo.gazetteer import index_path, open_gazetteer

    open_gazetteer(lambda share, what: show_progress(f"{share:4.0%}  {what}")).close()
    show_progress("")
    print(f"The place tables are indexed in {index_path()}.")
    return 0


def handle_packs(options: argparse.Namespace) -> int:
    """Does what is asked with each of the packs named; 1 when one of them failed, after all have had their turn."""
    from geo.gazetteer import list_packs

    named = options.packs or [pack.name for pack in list_packs() if options.action == "verify"]
    if options.action == "list" or (options.action == "verify" and not named):
        _print_packs()
        return 0
    if not named:
        print(f"Say which: python -m geo pack {options.action} AF, for example.", file=sys.stderr)
        return 2
    handle = {"add": _add_pack, "remove": _remove_pack, "verify": _verify_pack}[options.action]
    failed = 0
    for name in named:
        try:
            handle(name, options)
        except DatelineError as error:
            _wipe_progress()
            print(error, file=sys.stderr)
            failed = 1
    return failed


def _print_packs() -> None:
    from geo.gazetteer import describe_rows, describe_state, list_packs, packs_folder

    packs = list_packs()
    if not packs:
        print(f"No pack is installed in {packs_folder()}.")
        return
    for pack in packs:
        if pack.state == "ready":
            words = f"{describe_rows(pack)}, {pack.size / 2**20:,.1f} MB, GeoNames of {pack.day or 'an unknown day'}"
            print(f"{pack.name}: {words}; {describe_state(pack, packs)}")
        else:
            print(f"{pack.name}: {pack.problem}")
    print(f"They are kept in {packs_folder()}.")


def _add_pack(what: str, options: argparse.Namespace) -> None:
    from geo.bootstrap.system import show_progress
    from geo.gazetteer import add_pack, describe_losses, describe_rows, list_packs, open_gazetteer

    before = {pack.name: pack.day for pack in list_packs()}
    with contextlib.closing(open_gazetteer()) as gazetteer:
        pack = add_pack(
            what,
            known=gazetteer,
            classes=options.classes,
            tell=lambda share, words: show_progress(f"{share:4.0%}  {words}"),
        )
    show_progress("")
    instead = f", in place of that of {before[pack.name] or 'an unknown day'}" if pack.name in before else ""
    print(f"The pack {pack.name} is installed and in use: {describe_rows(pack)}, GeoNames of {pack.day}{instead}.")
    if losses := describe_losses(pack):
        print(f"Of the dump's rows {losses}.", file=sys.stderr)


def _remove_pack(name: str, options: argparse.Namespace) -> None:
    from geo.gazetteer import remove_pack

    print(f"The pack {remove_pack(name).name} is removed.")


def _verify_pack(name: str, options: argparse.Namespace) -> None:
    from geo.bootstrap.system import show_progress
    from geo.gazetteer import describe_rows, verify_pack

    pack = verify_pack(name, tell=lambda share: show_progress(f"{share:4.0%}  Checking {name}"))
    show_progress("")
    print(f"The pack {pack.name} is sound: {describe_rows(pack)}.")


def _wipe_progress() -> None:
    from geo.bootstrap.system import show_progress

    show_progress("")


def lock_requirements(options: argparse.Namespace) -> int:
    """Compiles both requirement files."""
    from geo.bootstrap.checks import compile_requirements

    return compile_requirements(options.upgrade)


def _day(text: str) -> datetime.date:
    """A day given as YYYY-MM-DD; argparse turns the error into its own message."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2021-07-06") from None


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port between 1 and 65535")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
