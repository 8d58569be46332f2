"""What the tests of this folder share: a daemon over its sample, a browser, and who signs in.

The browser is Debian's, with its own driver; nothing is fetched from elsewhere and nothing is
skipped: a missing program fails. Tests wait for conditions and never sleep. What a page looked like
is kept under PUMASI_ARTEFACTS, else in a folder of the system for such things.
"""

import os
import pathlib
import sys
import tempfile

import pytest

# What both folders share.
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from console import Console, Daemon
from serving import ROOT


@pytest.fixture(scope="session")
def artefacts() -> pathlib.Path:
    """Where pictures of pages are kept; never inside the repository."""
    path = pathlib.Path(
        os.environ.get("PUMASI_ARTEFACTS") or pathlib.Path(tempfile.gettempdir(), "pumasi-browser")
    )
    path.mkdir(parents=True, exist_ok=True)
    assert ROOT not in path.resolve().parents
    return path


@pytest.fixture(scope="session")
def daemon():
    """`pumasi serve` over a private server, with the sample and an account for every role."""
    with Daemon() as daemon:
        yield daemon


@pytest.fixture(scope="session")
def browser_of_all(daemon, artefacts):
    with Console(daemon, artefacts) as console:
        yield console


@pytest.fixture
def console(browser_of_all):
    """The browser as each test finds it: wide, light, scripts on, nobody signed in."""
    browser_of_all.begin()
    return browser_of_all


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Keeps how the page looked where a test failed."""
    report = yield
    console = getattr(item, "funcargs", {}).get("console")
    if console and report.when == "call" and report.failed:
        console.picture("failed-" + item.name.replace("/", "_")[:80])
        report.sections.append(("page", f"{console.path}\n{console.text('body')[:3000]}"))
    return report
