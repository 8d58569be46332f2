"""Runs a test of the Timetable room on what an oracle has written, and prints its figures."""

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def oracle(work, script, *arguments):
    """The path of what a program of Tests/oracle prints."""
    path = os.path.join(work, script + ".tsv")
    with open(path, "w") as out:
        subprocess.run(
            [sys.executable, os.path.join(ROOT, "Tests", "oracle", script), *arguments],
            check=True, stdout=out)
    return path


def rehearse(work, tests, variable, path):
    """Prints the figures of a test that reads `path` by way of an environment variable."""
    result = os.path.join(work, "result.json")
    environment = dict(os.environ, SOAK_RESULT=result)
    environment[variable] = path
    outcome = subprocess.run(
        ["swift", "test", "--package-path", ROOT, "--disable-xctest", "--no-parallel",
         "--filter", tests],
        env=environment, stdout=sys.stderr)
    if os.path.exists(result):
        with open(result) as file:
            print(file.read().strip(), flush=True)
    if outcome.returncode:
        raise SystemExit(1)
