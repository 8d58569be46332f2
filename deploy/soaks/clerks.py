"""What the soaks share: a daemon that can be killed, clerks who send donations, and what is in
the ledger in the end. Nothing here imports anything of Pumasi."""

import atexit
import http.client
import json
import os
import signal
import subprocess
import sys
import time
import urllib.request

RECIPIENTS = ["36110", "30000", "44000", "43000", "50000", "26000", "27000", "28000", "31000"]


def scaled(number):
    return max(1, round(number * float(os.environ.get("SOAK_SCALE", "1"))))


def say(text):
    print(text, file=sys.stderr, flush=True)


class Daemon:
    """One `pumasi serve` over the private cluster in `data`, with further options."""

    def __init__(self, program, data, port, *options):
        self.program, self.data, self.port, self.options = program, data, port, options
        self.process = None
        # A soak that breaks off leaves no daemon behind.
        atexit.register(self.leave)

    def start(self, seconds_max=60):
        path = f"{self.data}.{self.port}.log"
        deadline = time.monotonic() + seconds_max
        self.run(path)
        while time.monotonic() < deadline:
            if self.is_ready():
                return
            if self.process.poll() is not None:
                # A server that was killed may still be on its way out: whoever supervises tries
                # again, as systemd would.
                time.sleep(0.2)
                self.run(path)
            time.sleep(0.05)
        with open(path, errors="replace") as log:
            raise SystemExit(f"the daemon on port {self.port} was not ready after {seconds_max} s: "
                             f"{log.read()[-2000:]}")

    def run(self, path):
        with open(path, "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--data", self.data, "--port", str(self.port),
                 *self.options],
                stdout=log, stderr=log)

    def is_ready(self):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/readyz", timeout=5) as a:
                return a.status == 200
        except (OSError, http.client.HTTPException):
            return False

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)

    def leave(self):
        if self.process is not None and self.process.poll() is None:
            try:
                self.stop()
            except subprocess.TimeoutExpired:
                self.kill()

    def token(self, role="clerk", name=None):
        text = subprocess.run(
            [self.program, "token", "create", "--data", self.data, "--role", role,
             "--name", name or f"soak-{role}", "--json"],
            check=True, capture_output=True, text=True).stdout
        return json.loads(text)["token"]

    def ask(self, sql):
        """Rows of text, asked of PostgreSQL itself."""
        out = subprocess.run(
            ["psql", "-h", f"{self.data}/run", "-U", "pumasi", "-d", "pumasi", "-AtX", "-F", "\t",
             "-c", sql],
            check=True, capture_output=True, text=True).stdout
        return [line.split("\t") for line in out.splitlines()]

    def postmaster(self):
        """The process of PostgreSQL's postmaster, or None while there is none."""
        try:
            with open(f"{self.data}/cluster/postmaster.pid") as file:
                return int(file.readline())
        except (OSError, ValueError):
            return None


def donation(donor, recipient, amount, person=None):
    """Of the donor under a key, or of a public person."""
    who = {"person": person} if person else {"key": donor}
    return json.dumps({
        "origin": "intake", "donor": {**who, "kind": "person", "own_name": True},
        "residence": "11710", "employer": "none", "recipient": recipient, "amount": amount,
        "checks": {"all": "passed document_submitted 2026-03-02", "pledge": "2026-117"},
        "donated_on": "2026-03-02", "channel": "bank_counter"})


class Clerk:
    """One connection that sends donations and says what became of each."""

    def __init__(self, port, token):
        self.port, self.token, self.connection = port, token, None

    def send(self, key, body, path="donations", headers=None):
        """The status and the answer's bytes, or None when nobody can say what happened."""
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=40)
            self.connection.request(
                "POST", f"/api/v1/{path}",
                body.encode() if isinstance(body, str) else body,
                {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json",
                 "Idempotency-Key": key, **(headers or {})})
            answer = self.connection.getresponse()
            return answer.status, answer.read()
        except (OSError, http.client.HTTPException):
            if self.connection is not None:
                self.connection.close()
            self.connection = None
            return None


def is_settled(answer):
    """Recorded or refused for good. 409, 429 and 503 say: ask again with the same key."""
    return answer is not None and answer[0] in (200, 201, 422)


def send_until_settled(clerk, key, body, path="donations", seconds_max=300):
    """What became of it, however often one has to ask; and how often that was."""
    deadline = time.monotonic() + seconds_max
    tries = 0
    while True:
        tries += 1
        answer = clerk.send(key, body, path)
        if is_settled(answer):
            return answer, tries
        if answer is not None and answer[0] not in (409, 429, 503):
            raise SystemExit(f"unexpected answer {answer}")
        if time.monotonic() > deadline:
            raise SystemExit(f"{key} was not settled after {seconds_max} s: {answer}")
        time.sleep(0.02 if tries < 5 else 0.2)
