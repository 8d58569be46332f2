"""The pages for man(1) that the program writes of itself, as mandoc reads them."""

import re
import subprocess

import pytest
from conftest import tool
from serving import built, surroundings


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> list:
    directory = tmp_path_factory.mktemp("manual")
    subprocess.run(
        [built("pumasi"), "help", "manual", "--to", directory], check=True, env=surroundings())
    return sorted(directory.rglob("*.1"))


def plain(page) -> str:
    """A page as a terminal in UTF-8 shows it, without the overstriking of bold and underlined."""
    shown = subprocess.run(
        [tool("mandoc"), "-T", "utf8", "-K", "utf-8", page], capture_output=True, check=True)
    return re.sub(".\b", "", shown.stdout.decode())


def test_mandoc_finds_nothing_to_warn_of(pages):
    names = {page.name for page in pages if page.parent.parent.name == "ko"}
    assert len(names) > 25 and len(pages) == 2 * len(names)
    linted = subprocess.run(
        [tool("mandoc"), "-T", "lint", "-W", "warning", *pages], capture_output=True, text=True)
    assert (linted.returncode, linted.stdout + linted.stderr) == (0, "")


def test_a_page_that_is_wrong_would_be_found(pages, tmp_path):
    wrong = tmp_path / "wrong.1"
    wrong.write_text(pages[0].read_text() + ".Sh SEE ALSO\n\n.Nonsense\n")
    linted = subprocess.run([tool("mandoc"), "-T", "lint", "-W", "warning", wrong])
    assert linted.returncode != 0


def test_korean_stands_in_the_korean_page(pages):
    korean = next(page for page in pages if str(page).endswith("ko/man1/pumasi-donation.1"))
    shown = plain(korean)
    assert "PUMASI-DONATION(1)" in shown
    assert "기부 목록을 파일로 씁니다(내려받기)." in shown
    # As it is typed, with the hyphens of ASCII.
    assert re.search(r"^ +--output, -o output$", shown, re.M)
    assert "‐" not in shown


def test_every_command_has_its_synopsis(pages):
    english = [page for page in pages if page.parent.parent.name != "ko"]
    relay = next(page for page in english if page.name == "pumasi-relay.1")
    shown = plain(relay)
    assert "pumasi relay import file --relay relay [options]" in shown
    sections = re.findall(r"^[A-Z][A-Z ]+$", shown, re.M)
    assert sections == ["NAME", "SYNOPSIS", "DESCRIPTION", "EXIT STATUS", "EXAMPLES", "SEE ALSO"]
