"""The way from a bare machine to a running program: environment, packages, browser, command line, requirement files."""

from __future__ import annotations

import ast
import base64
import hashlib
import os
import re
import stat
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from geo import __main__ as command_line
from geo.bootstrap import SetupError, browser, checks, environment, system
from geo.errors import DatelineError, RecordError

ROOT = Path(__file__).resolve().parents[1]
posix = pytest.mark.skipif(os.name == "nt", reason="stands in for a program with a shell script")


# A bare Python


@pytest.mark.parametrize(
    "path", [str(path.relative_to(ROOT)) for path in sorted((ROOT / "geo/bootstrap").glob("*.py"))]
)
def test_bootstrap_can_be_parsed_by_old_python(path: str) -> None:
    ast.parse((ROOT / path).read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize("path", ["geo/__init__.py", "geo/__main__.py", "geo/errors.py"])
def test_entrance_can_be_parsed_by_old_python(path: str) -> None:
    ast.parse((ROOT / path).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_entrance_imports_standard_library_alone() -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import geo.__main__, geo.bootstrap.browser, geo.bootstrap.checks\n"
        "print([m for m in sys.modules if m.split('.')[0] not in {*sys.stdlib_module_names, 'geo', '__main__'}])"
    )
    done = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "[]", "")


@pytest.mark.parametrize("version", [(3, 8), (3, 10)])
def test_old_python_gets_one_sentence(version: tuple[int, int]) -> None:
    with pytest.raises(SetupError, match=rf"needs Python 3\.11 or newer, and this is Python 3\.{version[1]}"):
        environment.check_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 14), (4, 0)])
def test_new_python_passes(version: tuple[int, int]) -> None:
    environment.check_python(version)


# The environment. A project of one tiny package, made here, stands in for the real one.


def make_wheel(folder: Path, version: str) -> str:
    """Writes the wheel of a package `tiny` and gives back its line for a requirements file."""
    info = f"tiny-{version}.dist-info"
    files = {
        "tiny.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = []
    path = folder / f"tiny-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for name, text in files.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
            record.append(f"{name},sha256={digest},{len(text)}")
            wheel.writestr(name, text)
        wheel.writestr(f"{info}/RECORD", "\n".join([*record, f"{info}/RECORD,,", ""]))
    return f"tiny=={version} --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def installed_version(folder: Path) -> str:
    python = str(environment.environment_python(folder))
    return subprocess.run(
        [python, "-c", "import tiny; print(tiny.VERSION)"], capture_output=True, text=True
    ).stdout.strip()


def test_environment_from_nothing_to_second_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheels, folder = tmp_path / "wheels", tmp_path / "environment"
    wheels.mkdir()
    (tmp_path / "tests").mkdir()
    first, second = make_wheel(wheels, "1.0"), make_wheel(wheels, "2.0")
    (tmp_path / "requirements.txt").write_text(first)
    (tmp_path / "tests/requirements.txt").write_text(first)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheels))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)

    environment.prepare_environment(folder, "requirements.txt")
    assert installed_version(folder) == "1.0"

    with monkeypatch.context() as without_pip:
        without_pip.setattr(environment, "_install", lambda *_: pytest.fail("the second start asked pip"))
        environment.prepare_environment(folder, "requirements.txt")

    (tmp_path / "requirements.txt").write_text(second)
    environment.prepare_environment(folder, "requirements.txt")
    assert installed_version(folder) == "2.0"

    (tmp_path / "requirements.txt").write_text(first.replace("sha256:", "sha256:0000")[:-5] + "\n")
    with pytest.raises(SetupError, match="could not be installed"):
        environment.prepare_environment(folder, "requirements.txt")

    (folder / environment.STAMP).write_text('{"python": [3,')  # the power went out
    (tmp_path / "requirements.txt").write_text(first)
    environment.prepare_environment(folder, "requirements.txt")
    assert installed_version(folder) == "1.0"

    environment.environment_python(folder).unlink()  # the Python that it was made from is gone
    environment.prepare_environment(folder, "requirements.txt")
    assert installed_version(folder) == "1.0"


def test_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("three years of work")
    with pytest.raises(SetupError, match="not a virtual environment and not empty"):
        environment.prepare_environment(tmp_path, environment.RUN_REQUIREMENTS)
    assert (tmp_path / "thesis.txt").read_text() == "three years of work"


def test_environment_that_was_only_begun_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    made: list[Path] = []
    monkeypatch.setattr(environment, "WAYS", [lambda folder: made.append(folder)])
    environment._make_environment(tmp_path)
    assert made == [tmp_path]


def test_ways_are_tried_in_turn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []

    def way(name: str, problem: str | None):  # type: ignore[no-untyped-def]
        return lambda folder: (tried.append(name), problem)[1]

    monkeypatch.setattr(environment, "WAYS", [way("first", "no ensurepip"), way("second", None), way("third", None)])
    environment._make_environment(tmp_path / "new")
    assert tried == ["first", "second"]


def test_without_any_way_the_line_to_run_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "WAYS", [lambda folder: "no ensurepip", lambda folder: "no virtualenv"])
    with pytest.raises(SetupError, match=r"no ensurepip; no virtualenv.*run this line.*\n    \S+"):
        environment._make_environment(tmp_path / "new")


def test_named_environment_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_VENV", str(tmp_path / "other"))
    assert environment.find_environment() == tmp_path / "other"
    monkeypatch.setenv("DATELINE_VENV", "")
    assert environment.find_environment() == environment.ROOT / ".venv"


def test_exit_code_is_the_command_s(tmp_path: Path) -> None:
    program = (
        "import sys; from geo.bootstrap.environment import become\n"
        "become([sys.executable, '-c', 'import sys; print(sys.argv[1:]); sys.exit(7)', 'a b'])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)
    assert (done.returncode, done.stdout.strip()) == (7, "['a b']")


# The browser


def stand_in(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@posix
def test_browser_that_does_not_start_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stub = stand_in(tmp_path / "chromium", "echo 'install the snap first' >&2; exit 1")
    good = stand_in(tmp_path / "google-chrome", "echo '<html><p>dateline</p></html>'")
    monkeypatch.setattr(browser, "_candidates", lambda: [stub, tmp_path / "gone", good])
    assert browser.find_installed_browser() == good


@posix
@pytest.mark.parametrize(
    ("script", "problem"),
    [
        ("echo 'libnss3.so: cannot open shared object file' >&2; exit 127", "libnss3.so"),
        ("exit 0", "without a word"),
    ],
    ids=["a library is missing", "nothing is answered"],
)
def test_browser_that_does_not_start_says_why(tmp_path: Path, script: str, problem: str) -> None:
    assert problem in str(browser.try_browser(stand_in(tmp_path / "chrome", script)))


def test_named_browser_must_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_prepare_driver", lambda: None)
    monkeypatch.setenv(browser.SETTING, str(tmp_path / "chrome"))
    with pytest.raises(SetupError, match="there is no such file"):
        browser.find_or_install_browser()


def test_named_browser_is_taken_when_it_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "_prepare_driver", lambda: None)
    monkeypatch.setattr(browser, "try_browser", lambda path: None)
    monkeypatch.setenv(browser.SETTING, str(tmp_path / "chrome"))
    assert browser.find_or_install_browser() == tmp_path / "chrome"


def no_browser(monkeypatch: pytest.MonkeyPatch, manager: str | None, rights: bool) -> list[str]:
    """A machine without a browser or a way to download one; gives back what it is asked to install."""
    asked: list[str] = []
    monkeypatch.delenv(browser.SETTING, raising=False)
    monkeypatch.setattr(browser, "_prepare_driver", lambda: None)
    monkeypatch.setattr(browser, "find_installed_browser", lambda: Path("/new/chromium") if asked else None)
    monkeypatch.setattr(browser, "_download_browser", lambda: (None, "no network"))
    monkeypatch.setattr(browser, "find_manager", lambda: manager)
    monkeypatch.setattr(browser, "can_install", lambda name: rights)
    monkeypatch.setattr(browser, "install_packages", lambda name, packages: asked.extend([name, *packages]))
    return asked


def test_browser_comes_from_the_system_where_it_may(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = no_browser(monkeypatch, "apt-get", rights=True)
    assert browser.find_or_install_browser() == Path("/new/chromium")
    assert asked == ["apt-get", "chromium"]
    assert "installed with apt-get" in capsys.readouterr().err


def test_without_rights_the_one_line_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    no_browser(monkeypatch, "apt-get", rights=False)
    with pytest.raises(SetupError, match=r"\n    sudo apt-get update && sudo apt-get install -y .*chromium$"):
        browser.find_or_install_browser()


def test_without_package_manager_it_says_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    no_browser(monkeypatch, None, rights=False)
    with pytest.raises(SetupError, match="need Chrome or Chromium"):
        browser.find_or_install_browser()


# The checks


def test_checks_stop_at_the_first_that_fails(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    steps = (
        ("First", ["ruff", "--version"]),
        ("Second", ["ruff", "no-such-command"]),
        ("Third", ["ruff", "--version"]),
    )
    monkeypatch.setattr(checks, "STEPS", steps)
    assert checks.run_checks(fast=True) == 2
    out = capfd.readouterr().out
    assert "== First" in out and "Second failed (exit code 2)" in out
    assert "Third" not in out


def test_ci_runs_what_a_developer_runs() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("#!") and "set -eu" in lines
    assert lines[-1] == "exec python3 -m geo test"


# The command line


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["run", "--port", "0"],
        ["run", "--port", "eighty"],
        ["analyse", "in.txt"],
        ["analyse", "in.txt", "out.jsonl", "--published", "yesterday"],
        ["analyse", "in.txt", "out.jsonl", "--published", "2021-02-30"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command_line.main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m geo" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (RecordError("Line 3 of the file is not JSON."), "Line 3 of the file is not JSON."),
        (FileNotFoundError(2, "No such file or directory", "in.txt"), "in.txt: No such file or directory."),
    ],
    ids=["an error of the tree", "a file that is not there"],
)
def test_errors_end_with_1_and_a_sentence(
    error: Exception, sentence: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(command_line, "enter_environment", fail)
    assert command_line.main(["analyse", "in.txt", "out.jsonl"]) == 1
    assert capsys.readouterr().err.strip() == sentence


def test_app_listens_on_this_machine_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(command_line, "enter_environment", lambda *_: None)
    monkeypatch.setattr(command_line, "become", lambda command, cwd: commands.append(command) or sys.exit(0))
    with pytest.raises(SystemExit):
        command_line.main(["run", "--port", "8123", "--headless"])
    told = " ".join(commands[0])
    assert "streamlit run app.py --server.address localhost" in told
    assert "--server.port 8123" in told and "--server.headless true" in told


def test_set_up_errors_are_part_of_the_one_tree() -> None:
    assert issubclass(SetupError, DatelineError)


def test_progress_is_for_terminals(capsys: pytest.CaptureFixture[str]) -> None:
    system.show_progress("3 of 9")
    assert capsys.readouterr().err == ""


# The requirement files


def read_pins(path: str) -> dict[str, str]:
    """Pinned versions by normalised name; every pin must carry at least one hash."""
    pins = {}
    for name, version, rest in re.findall(
        r"^([A-Za-z0-9._-]+)==([^\s;\\]+)([^\n]*(?:\n[ ]+[^\n]+)*)", (ROOT / path).read_text(encoding="utf-8"), re.M
    ):
        assert "--hash=sha256:" in rest, f"{name} has no hash in {path}"
        pins[normalised(name)] = version
    return pins


def normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def wanted(extra: str | None = None) -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return [normalised(re.match(r"[A-Za-z0-9._-]+", entry).group()) for entry in listed]  # type: ignore[union-attr]


@pytest.mark.parametrize("name", wanted())
def test_dependency_is_pinned(name: str) -> None:
    assert name in read_pins("requirements.txt")


@pytest.mark.parametrize("name", wanted("test"))
def test_test_dependency_is_pinned(name: str) -> None:
    assert name in read_pins("tests/requirements.txt")


def test_tests_run_on_what_the_app_runs_on() -> None:
    app = read_pins("requirements.txt")
    assert app.items() <= read_pins("tests/requirements.txt").items()


@pytest.mark.parametrize("path", ["requirements.txt", "tests/requirements.txt"])
def test_no_index_address_is_named(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host", text)
