"""The first step of every command: a virtual environment with the locked packages, and the command again inside it.

A stamp in the environment holds the digests of the requirement files that were installed to the end, so that the second
start asks neither pip nor the network, and an interrupted installation is taken up again.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from geo.bootstrap import ROOT, SetupError
from geo.bootstrap.system import can_install, install_packages, say, show_progress

OLDEST = (3, 11)
"""The oldest Python that the project runs on."""

RUN_REQUIREMENTS = "requirements.txt"
TEST_REQUIREMENTS = "tests/requirements.txt"
"""The requirement files, relative to ROOT. The second pins all that the first pins, and more."""

STAMP = "dateline.json"

LAID = {"bin", "include", "lib", "lib64", "share", "Scripts", "Include", "Lib", ".gitignore", "pyvenv.cfg"}
"""What lies in an environment that was begun: a folder of these alone, which is not finished, is made anew."""


def check_python(version: Sequence[int] = sys.version_info[:2]) -> None:
    """Raises `SetupError` when `version`, by default the running Python's, is older than the project needs."""
    if tuple(version[:2]) < OLDEST:
        raise SetupError(
            "Dateline needs Python {}.{} or newer, and this is Python {}.{}; run the same command with a newer one, "
            "such as python3.12 -m geo run.".format(*OLDEST, *version[:2])
        )


def find_environment() -> Path:
    """The folder of the environment to use: `.venv` in the repository, unless DATELINE_VENV names another."""
    named = os.environ.get("DATELINE_VENV", "").strip()
    return Path(named).expanduser().resolve() if named else ROOT / ".venv"


def environment_python(folder: Path) -> Path:
    """The path of the interpreter in the environment `folder`, whether it exists or not."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def enter_environment(requirements: str, arguments: Sequence[str]) -> None:
    """Returns inside an environment that has `requirements`; sets it up and starts `-m geo arguments` in it as needed.

    Outside the environment this does not return: the process becomes the same command inside (on Windows it waits for
    that command and ends with its exit code). Raises `SetupError` where the machine lacks something.
    """
    check_python()
    folder = find_environment()
    prepare_environment(folder, requirements)
    if Path(sys.prefix).resolve() != folder.resolve():
        become([str(environment_python(folder)), "-m", "geo", *arguments])


def become(command: Sequence[str], cwd: Path | None = None) -> NoReturn:
    """Ends this process in favour of `command`, run in `cwd`; signals and the exit code are the command's."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        if cwd is not None:
            os.chdir(cwd)
        os.execv(command[0], list(command))
    process = subprocess.Popen(list(command), cwd=cwd)
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:  # the command has been told as well, and ends in its own way
            continue


def prepare_environment(folder: Path, requirements: str) -> None:
    """Leaves `folder` an environment in which all of the file `requirements` (relative to ROOT) is installed.

    Does nothing when the stamp says so already. Raises `SetupError` when it cannot be done.
    """
    digests = {name: _digest(ROOT / name) for name in (RUN_REQUIREMENTS, TEST_REQUIREMENTS)}
    version = _environment_version(folder)
    stamp = _load_stamp(folder)
    if version is None or version < OLDEST or stamp.get("python", list(version)) != list(version):
        _make_environment(folder)
        version, stamp = _environment_version(folder), {}
        if version is None:
            raise SetupError(
                f"The environment that was made in {folder} does not start; remove that folder and try again."
            )
    if stamp.get(requirements) == digests[requirements]:
        return
    _install(folder, requirements)
    stamp = {**stamp, "python": list(version), requirements: digests[requirements]}
    if requirements == TEST_REQUIREMENTS:
        stamp[RUN_REQUIREMENTS] = digests[RUN_REQUIREMENTS]
    else:
        stamp.pop(TEST_REQUIREMENTS, None)
    _save_stamp(folder, stamp)


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise SetupError(
            f"The file {path} cannot be read ({error.strerror}); is the copy of the project whole?"
        ) from error


def _load_stamp(folder: Path) -> dict[str, Any]:
    try:
        stamp = json.loads((folder / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # no stamp, or half of one: then everything is installed again
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _save_stamp(folder: Path, stamp: dict[str, Any]) -> None:
    unfinished = folder / (STAMP + ".new")
    unfinished.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
    unfinished.replace(folder / STAMP)


def _environment_version(folder: Path) -> tuple[int, int] | None:
    """The version of the environment's Python, or None when there is none or it does not start or has no pip."""
    python = environment_python(folder)
    if not (folder / "pyvenv.cfg").is_file() or not python.exists():
        return None
    question = "import sys, importlib.util as u; u.find_spec('pip') or sys.exit(1); print(*sys.version_info[:2])"
    try:
        answer = subprocess.run([str(python), "-I", "-c", question], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    words = answer.stdout.split()
    return (int(words[0]), int(words[1])) if answer.returncode == 0 and len(words) == 2 else None


def _make_environment(folder: Path) -> None:
    """Makes `folder` a fresh environment by the first way that this machine offers."""
    if folder.exists() and not (folder / "pyvenv.cfg").is_file() and {part.name for part in folder.iterdir()} - LAID:
        raise SetupError(
            f"{folder} is not a virtual environment and not empty; move it away or name another in DATELINE_VENV."
        )
    say(f"Making an environment in {folder} ...")
    words = []
    for make in WAYS:
        problem = make(folder)
        if problem is None:
            return
        words.append(problem)
    raise SetupError(
        "No virtual environment could be made ({}). Please run this line, then the same command again:\n    {}".format(
            "; ".join(words), _line_to_run()
        )
    )


def _by_venv(folder: Path) -> str | None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        return "this Python comes without venv or ensurepip"
    return _try([sys.executable, "-m", "venv", "--clear", str(folder)])


def _by_virtualenv(folder: Path) -> str | None:
    command = shutil.which("virtualenv")
    if importlib.util.find_spec("virtualenv") is not None:
        return _try([sys.executable, "-m", "virtualenv", "--clear", str(folder)])
    if command is not None:
        return _try([command, "--clear", "--python", sys.executable, str(folder)])
    return "virtualenv is not installed"


def _by_pip(folder: Path) -> str | None:
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("pip") is None:
        return "pip is not installed"
    problem = _try([sys.executable, "-m", "venv", "--clear", "--without-pip", str(folder)])
    return problem or _try([sys.executable, "-m", "pip", "--python", str(environment_python(folder)), "install", "pip"])


def _by_system(folder: Path) -> str | None:
    if sys.base_prefix != "/usr" or not can_install("apt-get"):
        return "the system's package manager cannot be asked for it from here"
    problem = install_packages("apt-get", [_venv_package()])
    return problem or _try([sys.executable, "-m", "venv", "--clear", str(folder)])


WAYS: list[Callable[[Path], str | None]] = [_by_venv, _by_virtualenv, _by_pip, _by_system]
"""How an environment is made, tried in turn: each gives back None when it did, or why it could not."""


def _venv_package() -> str:
    return "python{}.{}-venv".format(*sys.version_info[:2])


def _line_to_run() -> str:
    if sys.base_prefix == "/usr" and shutil.which("apt-get"):
        return f"sudo apt-get install -y {_venv_package()}"
    return f"{sys.executable} -m ensurepip --user && {sys.executable} -m pip install --user virtualenv"


def _try(command: Sequence[str]) -> str | None:
    """Runs `command` without a word; None when it went well, else its last line."""
    try:
        done = subprocess.run(
            list(command), stdin=subprocess.DEVNULL, capture_output=True, text=True, env=_pip_settings()
        )
    except OSError as error:
        return f"{command[0]}: {error.strerror}"
    if done.returncode == 0:
        return None
    lines = (done.stderr.strip() or done.stdout.strip()).splitlines()
    return f"{Path(command[0]).name} {' '.join(command[1:3])} failed: {lines[-1] if lines else done.returncode}"


def _pip_settings() -> dict[str, str]:
    """The settings of this process less those that would have pip install somewhere else."""
    return {key: value for key, value in os.environ.items() if key not in ("PIP_USER", "PIP_TARGET", "PIP_PREFIX")}


def _install(folder: Path, requirements: str) -> None:
    """Runs pip in the environment, showing how far it is; raises `SetupError` after printing its last lines."""
    path = ROOT / requirements
    total = sum(1 for line in path.read_text(encoding="utf-8").splitlines() if line[:1].isalnum())
    say(f"Installing up to {total} packages from {requirements}; this happens once and takes a few minutes ...")
    command = [str(environment_python(folder)), "-m", "pip", "install", "--require-hashes", "--only-binary", ":all:"]
    command += ["--no-input", "--disable-pip-version-check", "-r", str(path)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=_pip_settings(),
    )
    assert process.stdout is not None
    lines: list[str] = []
    seen = 0
    for line in process.stdout:
        lines.append(line.rstrip())
        if line.startswith(("Collecting ", "Requirement already satisfied: ")):
            seen += 1
            show_progress(f"  {seen} of {total}: {line.split(': ')[-1].removeprefix('Collecting ').split()[0]}")
        elif line.startswith("Installing collected packages"):
            show_progress("  unpacking ...")
    show_progress("")
    if process.wait() != 0:
        print("\n".join(lines[-15:]), file=sys.stderr)
        raise SetupError(
            f"The packages of {requirements} could not be installed into {folder} (pip's last words are above); "
            "once its cause is mended, for instance with a network, the same command goes on from here."
        )
    say("The packages are installed.")
