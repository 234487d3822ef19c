"""What is shipped: the wheel, its data, its metadata, and the locked versions."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import kg

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SHIPPED = {".py", ".rq", ".ttl", ".csv", ".html", ".css", ".js", ".json", ".txt", ".typed", ".sparql"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(run, cwd=ROOT, check=True, capture_output=True, timeout=120)
    (made,) = out.glob("*.whl")
    return made


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix in SHIPPED and "__pycache__" not in path.parts
    }


def test_the_wheel_carries_the_package_and_the_ontology(wheel: Path) -> None:
    """Every source and data file of kg/ and ontology/ is in the wheel, and nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    wanted = {f"kg/{name}" for name in _files(ROOT / "kg")} | {f"kg/_ontology/{n}" for n in _files(ROOT / "ontology")}
    assert wanted <= names
    assert {name for name in names if not name.startswith("kg/")} == set()


def test_an_unpacked_wheel_imports_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """The wheel alone prints its version and finds its own ontology."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "import kg, kg.ontology; print(kg.__file__, kg.__version__, kg.ontology.folder(), sep='|')"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path)},
        check=True, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    file, version, folder = run.stdout.strip().split("|")
    assert Path(file).is_relative_to(tmp_path)
    assert version == PROJECT["version"]
    assert Path(folder) == tmp_path / "kg" / "_ontology"


def test_versions_agree() -> None:
    """The version of the package, of the project file and of the newest entry of the changelog are one."""
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest is not None
    assert kg.__version__ == PROJECT["version"] == newest[1]


def test_the_locked_versions_fit_the_ranges() -> None:
    """Each dependency has exactly one locked version, inside its range; the file holds no addresses."""
    text = (ROOT / "constraints.txt").read_text("utf-8")
    locked = dict(line.split("==") for line in text.lower().splitlines() if "==" in line)
    assert "://" not in text
    assert " @ " not in text
    asked = [*PROJECT["dependencies"], *(one for many in PROJECT["optional-dependencies"].values() for one in many)]
    for requirement in map(Requirement, asked):
        if requirement.name != PROJECT["name"]:
            assert requirement.specifier.contains(locked[requirement.name.lower()]), requirement


def test_the_public_names_exist() -> None:
    """Everything in `kg.__all__` can be had, and `dir(kg)` names it."""
    assert [name for name in kg.__all__ if not hasattr(kg, name)] == []
    assert set(kg.__all__) <= set(dir(kg))
