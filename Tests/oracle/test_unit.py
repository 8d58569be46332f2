"""The unit for systemd, judged by systemd itself."""

import pathlib
import re
import subprocess

UNIT = pathlib.Path(__file__).resolve().parents[2] / "deploy" / "pumasi.service"


def test_the_unit_is_hardened():
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", str(UNIT)],
        capture_output=True, text=True, check=True,
    ).stdout
    level = re.search(r"exposure level for pumasi\.service: ([\d.]+)", told)
    assert level and float(level[1]) <= 1.5, told


def test_the_daemon_is_started_for_as_long_as_its_database_is_away():
    seconds = re.search(r"^RestartSec=(\d+)$", UNIT.read_text(), re.M)
    # systemd's own limit, which the unit leaves as it is: five starts in ten seconds.
    assert seconds and int(seconds[1]) * 5 > 10


def test_the_unit_says_nothing_that_systemd_does_not_know():
    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(UNIT)], capture_output=True, text=True
    )
    # The program is not installed where the tests run.
    lines = [line for line in told.stderr.splitlines() if "is not executable" not in line]
    assert not lines, told.stderr
