"""Metrics and alert rules, judged by Prometheus' own tool."""

import pathlib
import subprocess
import urllib.request

from conftest import tool
from serving import Daemon

HERE = pathlib.Path(__file__).resolve().parent
ALERTS = HERE.parents[1] / "deploy" / "alerts.yml"


def promtool(*arguments, given: bytes = b"") -> str:
    done = subprocess.run(
        [tool("promtool"), *map(str, arguments)], input=given, capture_output=True, timeout=120
    )
    told = (done.stdout + done.stderr).decode()
    assert done.returncode == 0, told
    return told


def test_the_alerts_are_rules_and_none_is_written_twice():
    told = promtool("check", "rules", "--lint=all", "--lint-fatal", ALERTS)
    assert "SUCCESS" in told


def test_the_alerts_call_when_something_is_wrong_and_only_then():
    assert "SUCCESS" in promtool("test", "rules", HERE / "alerts.test.yml")


def test_what_the_daemon_measures_is_told_as_prometheus_wants_it():
    with Daemon() as daemon:
        with urllib.request.urlopen(f"{daemon.site}/metrics") as answer:
            measured = answer.read()
    assert b"pumasi_build_info" in measured
    promtool("check", "metrics", given=measured)
