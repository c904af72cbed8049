"""Fetches the pinned packages whose files the browser is served, and copies what is needed into static/vendor.

Run as `python -m geo.view.vendor`; needs npm, pip and a network, and is run by developers alone.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "static"


@dataclass(frozen=True, slots=True)
class Package:
    """A published package by its exact version and the SHA-256 of its archive."""

    registry: Literal["npm", "pypi"]
    name: str
    version: str
    sha256: str
    licence: str

    def archive_name(self) -> str:
        """The file name that `npm pack` or `pip download` gives the archive."""
        if self.registry == "npm":
            return f"{self.name}-{self.version}.tgz"
        return f"{self.name.replace('-', '_')}-{self.version}-py3-none-any.whl"


LEAFLET = Package(
    "npm", "leaflet", "1.9.4", "84c65a256e50657896f54c33bd857b6849ebe94c817803be818bf32a3dde0b77", "BSD-2-Clause"
)

COPIED = {
    "dist/leaflet.js": "leaflet.js",
    "dist/leaflet.css": "leaflet.css",
    "dist/images/layers.png": "images/layers.png",
    "dist/images/layers-2x.png": "images/layers-2x.png",
    "LICENSE": "LICENSE",
}
"""What of Leaflet is served, from where in its package. Its marker pictures are not: marks are drawn on canvas."""


class VendorError(Exception):
    """Raised when a package is not the one that was pinned."""


def load_package(package: Package, kept: Path | None = None) -> Path:
    """The folder that `package` was unpacked into, fetched unless its archive lies in the folder `kept`.

    Raises VendorError when the archive's digest is not the pinned one.
    """
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    archive = (kept or folder) / package.archive_name()
    if not archive.is_file():
        archive = folder / package.archive_name()
        if package.registry == "npm":
            command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
        else:
            command = [
                sys.executable,
                "-m",
                "pip",
                "download",
                "--quiet",
                "--no-deps",
                "--no-binary=:none:",
                f"{package.name}=={package.version}",
            ]
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != package.sha256:
        raise VendorError(f"{archive.name} has the digest {digest}, not the pinned {package.sha256}.")
    unpacked = folder / "unpacked"
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(unpacked)
    else:
        with tarfile.open(archive) as tar:
            tar.extractall(unpacked, filter="data")
        unpacked = unpacked / "package"
    return unpacked


def save_leaflet(source: Path, target: Path) -> list[Path]:
    """Copies what of Leaflet is served from its package folder into `target`; gives back the files written."""
    written = []
    for origin, name in COPIED.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / origin, path)
        path.chmod(0o644)
        written.append(path)
    script = target / "leaflet.js"
    # The map that the script belongs to is not served; browsers would ask for it in vain.
    script.write_text(
        "".join(line for line in script.read_text("utf-8").splitlines(True) if "sourceMappingURL" not in line), "utf-8"
    )
    return written


def main() -> None:
    """Fetches Leaflet into static/vendor/leaflet; a folder of archives already fetched may be named."""
    kept = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None
    for path in save_leaflet(load_package(LEAFLET, kept), STATIC / "vendor" / "leaflet"):
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
