"""The evidence bundle, judged by readers that know nothing of us: zipfile and csv of Python,
hashlib, and metamorphic-log for the proofs and the checkpoint."""

import base64
import csv
import hashlib
import io
import json
import urllib.error
import urllib.parse
import urllib.request
import zipfile

import metamorphic_log
import pytest
from serving import Daemon, wait

DONATION = {
    "origin": "intake",
    "donor": {"key": "d-1", "name": "홍길동", "kind": "person", "own_name": True},
    "residence": {
        "code": "11710", "basis": "document_submitted", "checked_on": "2026-03-02"},
    "employer": "none", "recipient": "36110", "amount": 100_000, "donated_on": "2026-03-02",
    "channel": "bank_counter",
    "checks": {"all": "passed document_submitted 2026-03-02", "pledge": "2026-117"},
}


class Served(Daemon):
    """A daemon over the sample, asked over HTTP and by commands."""

    def __init__(self):
        super().__init__("--sample", "--lang", "en")
        self.tokens = {}

    def ask(self, path, role, body=None):
        if role not in self.tokens:
            made = self.run("token", "create", "--role", role, "--name", role)
            self.tokens[role] = made["token"]
        headers = {
            "Authorization": f"Bearer {self.tokens[role]}", "Content-Type": "application/json",
            "Idempotency-Key": "evidence"}
        data = json.dumps(body).encode() if body else None
        request = urllib.request.Request(self.site + path, data, headers)
        return urllib.request.urlopen(request, timeout=60).read()


@pytest.fixture(scope="module")
def served():
    with Served() as served:
        yield served


@pytest.fixture(scope="module")
def archive(served):
    """The evidence of all days, once a private donation was recorded, read and sealed."""
    made = json.loads(served.ask("/api/v1/donations", "clerk", DONATION))
    served.ask(f"/api/v1/donations/{made['id']}", "auditor")
    served.ask("/api/v1/schedules/daily/runs", "operator", {"reason": "evidence"})
    wait(lambda: reading(served, made["id"]), "the reading is written down")
    wait(lambda: proven(served, made["id"]), "the donation is in the published log")
    reason = urllib.parse.quote("외부 감사")
    content = served.ask(
        f"/api/v1/audit/bundle.zip?from=2020-01-01&to=2199-12-31&reason={reason}", "auditor")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield archive, made


def proven(served, subject):
    try:
        return served.ask(f"/api/v1/proofs/{subject}", "auditor")
    except urllib.error.HTTPError:
        return None


def reading(served, subject):
    found = json.loads(
        served.ask(f"/api/v1/audit?subject={subject}&action=read", "manager"))
    return found["items"]


def table(archive, name):
    return list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))


def test_every_part_is_whole_and_has_the_sum_it_should(archive):
    archive, _ = archive
    assert archive.testzip() is None
    sums = dict(
        reversed(line.split("  ", 1)) for line in
        archive.read("SHA256SUMS").decode().splitlines())
    assert set(sums) == set(archive.namelist()) - {"SHA256SUMS"}
    for name, expected in sums.items():
        assert hashlib.sha256(archive.read(name)).hexdigest() == expected, name
    assert any(name.startswith("summaries/S-") for name in sums)


def test_every_entry_has_its_hash_and_its_proof_under_the_signed_checkpoint(archive):
    archive, made = archive
    entries = archive.read("entries.ndjson").splitlines()
    rows = table(archive, "entries.csv")
    assert len(entries) == len(rows) > 20
    note = archive.read("checkpoint").decode()
    key = archive.read("log.key").decode().strip()
    metamorphic_log.checkpoint_verify(note, [key])
    _, size, root = note.split("\n")[:3]
    size, root = int(size), base64.b64decode(root)
    proofs = {
        one["log_index"]: one
        for one in map(json.loads, archive.read("proofs.ndjson").splitlines())}
    proven = 0
    for entry, row in zip(entries, rows):
        leaf = hashlib.sha256(b"\0" + entry).digest()
        assert leaf.hex() == row["leaf_hash"]
        said = json.loads(entry)
        assert (said["id"], said["kind"]) == (row["id"], row["kind"])
        if not row["log_index"] or int(row["log_index"]) >= size:
            continue
        index = int(row["log_index"])
        hashes = [bytes.fromhex(text) for text in proofs[index]["hashes"]]
        metamorphic_log.verify_inclusion(index, size, leaf, hashes, root)
        other = hashlib.sha256(b"\0" + entry + b" ").digest()
        with pytest.raises(Exception):
            metamorphic_log.verify_inclusion(index, size, other, hashes, root)
        proven += 1
    assert proven == len(proofs) > 20
    assert any(row["id"] == made["id"] for row in rows)


def test_the_access_log_tells_who_read_and_who_took_this_very_file(archive):
    archive, made = archive
    rows = table(archive, "accesses.csv")
    read = [row for row in rows if made["id"] in row["subjects"].split()]
    assert [(row["author"], row["action"], row["address"]) for row in read] == [
        ("auditor", "read", "127.0.0.1")]
    taken = [row for row in rows if row["action"] == "export_begun"]
    assert [row["reason"] for row in taken] == ["외부 감사"]
    assert taken[0]["author"] == "auditor"


def test_no_personal_field_is_in_it(archive):
    archive, _ = archive
    for name in archive.namelist():
        if not name.startswith("summaries/"):
            assert "홍길동" not in archive.read(name).decode("utf-8", "replace"), name


def test_the_command_writes_the_same_evidence(served, archive, tmp_path):
    ours, _ = archive
    path = tmp_path / "evidence.zip"
    served.say(
        "audit", "bundle", "--from", "2020-01-01", "--to", "2199-12-31", "--reason", "감사",
        "-o", str(path))
    with zipfile.ZipFile(path) as theirs:
        assert theirs.testzip() is None
        theirs, mine = (one.read("entries.ndjson") for one in (theirs, ours))
        assert theirs.startswith(mine)
