"""`pumasi serve` over a private server of its own, for the tests in Python of both folders."""

import json
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
SECONDS_MAX = 120

# Whoever ends the tests, and not only by Ctrl-C, ends what they started.
signal.signal(signal.SIGTERM, signal.default_int_handler)


def built(name: str) -> pathlib.Path:
    """A program of this package; PUMASI_BUILD names another folder of programs."""
    path = pathlib.Path(os.environ.get("PUMASI_BUILD", ROOT / ".build" / "debug")) / name
    assert path.exists(), f"{path} is not built: swift build --product {name}"
    return path


def surroundings() -> dict:
    """The environment without what would lead a program to another server, and without settings of
    these tests that the daemon does not know."""
    return {
        name: value for name, value in os.environ.items()
        if not name.startswith(("PUMASI_", "PG")) and name != "DATABASE_URL"
    }


def wait(condition, what: str):
    """Asks until the condition gives anything."""
    deadline = time.monotonic() + SECONDS_MAX
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


class Daemon:
    """It serves within `with`, with further options and settings (`PUMASI_HOME="36110"`)."""

    def __init__(self, *options: str, **settings: str):
        self.options = options
        self.surroundings = surroundings() | settings

    def __enter__(self):
        # Short, for the socket's sake, and open to the account that PostgreSQL runs as.
        self.folder = tempfile.TemporaryDirectory(prefix="pumasi-python-", dir="/tmp")
        os.chmod(self.folder.name, 0o755)
        self.data = pathlib.Path(self.folder.name, "data")
        log = pathlib.Path(self.folder.name, "daemon.log")
        with open(log, "wb") as errors:
            self.process = subprocess.Popen(
                [built("pumasi"), "serve", "--port", "0", "--data", self.data, *self.options],
                stdout=subprocess.PIPE, stderr=errors, text=True, env=self.surroundings,
            )
        for line in self.process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                self.site = found[0]
                return self
        raise AssertionError(log.read_text()[-2000:])

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(timeout=60)
        finally:
            self.process.kill()
            self.folder.cleanup()

    def say(self, *arguments) -> str:
        """What a command beside the running daemon prints."""
        done = subprocess.run(
            [built("pumasi"), *arguments, "--data", self.data],
            capture_output=True, text=True, timeout=120, env=self.surroundings,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def run(self, *arguments) -> dict:
        """The JSON that a command prints."""
        return json.loads(self.say(*arguments, "--json"))

    def sql(self, statement: str) -> str:
        """Bare rows, asked of the server itself."""
        return subprocess.run(
            ["psql", "-h", self.data / "run", "-U", "pumasi", "-d", "pumasi", "-AtXqc", statement],
            check=True, capture_output=True, text=True, env=self.surroundings).stdout
