"""The log as the daemon publishes it, read by verifiers that are not ours: metamorphic-log,
pymerkle, openssl and python cryptography accept it, and refuse every altered copy."""

import base64
import hashlib
import json
import subprocess
import urllib.request

import metamorphic_log
import pymerkle
import pytest
from conftest import tool
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from serving import Daemon, wait

SIZE = 10_000
# RFC 8410: what stands before the 32 bytes of an Ed25519 key in DER.
DER_HEAD = bytes.fromhex("302a300506032b6570032100")

# Entries that only the log looks into, beside those of the registry: hashed and sealed as all are.
FILLER = """
    WITH filler AS (
        INSERT INTO entry (id, kind, recorded_at, bytes, leaf_hash)
        SELECT nextval('entry_id'), 'donation', clock_timestamp(), made.bytes,
            sha256('\\x00'::bytea || made.bytes)
        FROM generate_series(1, {count}) AS number
        CROSS JOIN LATERAL (
            SELECT convert_to(
                '{{"id":"01900000-0000-7000-8000-' || lpad(number::text, 12, '0')
                    || '","kind":"donation","recorded_at":"2026-03-02T00:00:00.000000Z","v":1}}',
                'UTF8')
        ) AS made (bytes)
        RETURNING id
    )
    INSERT INTO unsealed (entry_ids) SELECT array_agg(id ORDER BY id) FROM filler
"""


class Log:
    """A served log of 10,000 entries, fetched as anybody would."""

    def __init__(self, address, key, token):
        self.address, self.key, self.token = address, key, token
        self.note = self.get("/log/checkpoint").decode()
        _, size, root = self.note.split("\n")[:3]
        self.size, self.root = int(size), base64.b64decode(root)

    def get(self, path, token=None):
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        request = urllib.request.Request(self.address + path, headers=headers)
        return urllib.request.urlopen(request, timeout=30).read()

    def entries(self):
        """Of the entry tiles, for auditors."""
        for number in range((self.size + 255) // 256):
            width = min(256, self.size - number * 256)
            part = "" if width == 256 else f".p/{width}"
            tile = self.get(f"/log/tile/entries/{number:03}{part}", self.token)
            while tile:
                length = int.from_bytes(tile[:2], "big")
                yield tile[2:2 + length]
                tile = tile[2 + length:]

    def proof(self, number):
        answer = json.loads(self.get(f"/api/v1/proofs/{number}"))
        hashes = [bytes.fromhex(text) for text in answer["hashes"]]
        return answer["log_index"], bytes.fromhex(answer["leaf_hash"]), hashes

    def growth(self, old, new):
        answer = json.loads(self.get(f"/log/consistency?from={old}&to={new}"))
        hashes = [bytes.fromhex(text) for text in answer["hashes"]]
        return bytes.fromhex(answer["from_root"]), bytes.fromhex(answer["to_root"]), hashes


@pytest.fixture(scope="module")
def log():
    with Daemon("--lang", "en") as daemon:
        token = daemon.run("token", "create", "--role", "auditor", "--name", "oracle")["token"]
        count = SIZE - int(daemon.sql("SELECT count(*) FROM entry"))
        daemon.sql(FILLER.format(count=count))
        daemon.say("ledger", "checkpoint", "--now")
        wait(lambda: f"\n{SIZE}\n" in urllib.request.urlopen(
            daemon.site + "/log/checkpoint", timeout=30).read().decode(), "the log is published")
        yield Log(daemon.site, daemon.say("ledger", "checkpoint", "--key").strip(), token)


def altered(data):
    """The same with one bit changed, at places all over it."""
    for place in range(0, len(data), max(1, len(data) // 40)):
        yield data[:place] + bytes([data[place] ^ 1]) + data[place + 1:]


def signature(note):
    """The signed text and the Ed25519 signature of the one line below it."""
    text, lines = note.rsplit("\n\n", 1)
    packed = base64.b64decode(lines.split(" ")[2])
    return (text + "\n").encode(), packed[4:]


def public_key(vkey):
    return base64.b64decode(vkey.split("+", 2)[2])[1:]


def test_metamorphic_log_accepts_the_checkpoint_and_no_altered_one(log):
    metamorphic_log.checkpoint_verify(log.note, [log.key])
    refused = 0
    for copy in altered(log.note.encode()):
        try:
            text = copy.decode()
        except UnicodeDecodeError:
            continue
        with pytest.raises(Exception):
            metamorphic_log.checkpoint_verify(text, [log.key])
        refused += 1
    assert refused > 30


def test_openssl_and_cryptography_accept_the_signature_and_no_altered_text(log, tmp_path):
    text, sig = signature(log.note)
    key = public_key(log.key)
    (tmp_path / "key").write_bytes(DER_HEAD + key)
    (tmp_path / "sig").write_bytes(sig)

    def openssl(message):
        (tmp_path / "text").write_bytes(message)
        return subprocess.run(
            [tool("openssl"), "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey",
             tmp_path / "key", "-rawin", "-in", tmp_path / "text", "-sigfile", tmp_path / "sig"],
            capture_output=True).returncode

    assert openssl(text) == 0
    Ed25519PublicKey.from_public_bytes(key).verify(sig, text)
    for copy in altered(text):
        assert openssl(copy) != 0
        with pytest.raises(InvalidSignature):
            Ed25519PublicKey.from_public_bytes(key).verify(sig, copy)


def test_pymerkle_comes_to_the_same_root_from_the_entries(log):
    tree = pymerkle.InmemoryTree(algorithm="sha256")
    for entry in log.entries():
        tree.append_entry(entry)
    assert tree.get_size() == log.size == SIZE
    assert tree.get_root() == log.root
    assert tree.get_root(4_097) == log.growth(4_097, SIZE)[0]


def test_metamorphic_log_accepts_every_proof_and_no_altered_one(log):
    leaves = [hashlib.sha256(b"\0" + entry).digest() for entry in log.entries()]
    for number in [*range(1, 20), *range(250, 262), *range(4_090, 4_100), SIZE - 1, SIZE]:
        index, leaf, hashes = log.proof(number)
        assert leaves[index] == leaf
        metamorphic_log.verify_inclusion(index, log.size, leaf, hashes, log.root)
        wrong = [
            (index ^ 1, leaf, hashes), (index, leaves[index ^ 1], hashes),
            (index, leaf, hashes[:-1]), (index, leaf, [*hashes, log.root]),
            (index, leaf, [*hashes[1:], hashes[0]]),
            *((index, leaf, [*hashes[:place], next(altered(hashes[place])), *hashes[place + 1:]])
              for place in range(len(hashes))),
        ]
        for place, of, path in wrong:
            with pytest.raises(Exception):
                metamorphic_log.verify_inclusion(place, log.size, of, path, log.root)


@pytest.mark.parametrize("old, new", [(1, SIZE), (255, 256), (256, 257), (4_096, 9_999), (7, 70)])
def test_metamorphic_log_accepts_growth_and_no_other_history(log, old, new):
    first, second, hashes = log.growth(old, new)
    metamorphic_log.verify_consistency(old, new, hashes, first, second)
    for place in range(len(hashes)):
        path = [*hashes[:place], next(altered(hashes[place])), *hashes[place + 1:]]
        with pytest.raises(Exception):
            metamorphic_log.verify_consistency(old, new, path, first, second)
    with pytest.raises(Exception):
        metamorphic_log.verify_consistency(old, new, hashes, second, first)
