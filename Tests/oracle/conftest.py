"""What the tests of this folder share: the programs that were built, and programs of others.

Every test here holds something of ours against a reader or writer that is not ours. A missing
program fails a test; nothing is skipped.
"""

import json
import pathlib
import shutil
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, settings

# What both folders share.
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from serving import built

settings.register_profile(
    "oracle",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("oracle")


def tool(name: str) -> str:
    """A program of the system, or of the virtual environment the tests run in."""
    path = shutil.which(name) or shutil.which(name, path=str(pathlib.Path(sys.executable).parent))
    assert path, f"{name} is not installed"
    return path


class Refused(Exception):
    """A file was not taken; `code` says why."""

    def __init__(self, fault: dict):
        super().__init__(fault["en"])
        self.code = fault["code"]


class Files:
    """Our readers and writers of files, through the program OracleFiles."""

    def __init__(self, program: pathlib.Path):
        self.program = program

    def run(self, *arguments: str, order: object = None) -> bytes:
        given = b"" if order is None else json.dumps(order).encode()
        done = subprocess.run(
            [self.program, *map(str, arguments)], input=given, capture_output=True, timeout=120
        )
        if done.returncode == 1 and done.stderr.startswith(b"{"):
            raise Refused(json.loads(done.stderr))
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def lines(self, *arguments: str) -> list:
        return [json.loads(line) for line in self.run(*arguments).splitlines()]

    def read_workbook(self, path, sheet=None) -> dict:
        """Cells by reference (`B3`), each with kind, value, formula, mergedFrom, columnHidden."""
        rows = self.lines("read", path, *([sheet] if sheet else []))
        return {
            f"{cell['column']}{row['row']}": cell | {"hidden": row["hidden"]}
            for row in rows
            for cell in row["cells"]
        }

    def texts(self, path) -> set:
        """What a workbook says outside its cells: places and texts."""
        return {(line["place"], line["text"]) for line in self.lines("texts", path)}


@pytest.fixture(scope="session")
def files() -> Files:
    return Files(built("OracleFiles"))
