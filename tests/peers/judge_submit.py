#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line submits to prism, which judges the requests as they come off the wire."""

import argparse
import hashlib
import json
import os
import subprocess
import sys

import peer

GALLERY = peer.PROJECT / "resources/gallery"
RIGHT = peer.HERE / "peer-to-peer-audio.json"
WRONG = GALLERY / "documented-example.json"
TOKEN_VARIABLE = "SC_PEER_TOKEN"


class Submitter:
    def __init__(self, cli, port):
        self._cli = cli
        self._root = f"http://127.0.0.1:{port}"

    def submit(self, files, *options, token="judge"):
        surroundings = {**os.environ, "LC_ALL": "C.UTF-8", TOKEN_VARIABLE: token}
        with_token = ("--token-env", TOKEN_VARIABLE) if token else ()
        command = [self._cli, "submit", *map(str, files), "--base-url", self._root, "--call-record", peer.CALL_RECORD,
                   *with_token, *options]
        return subprocess.run(command, capture_output=True, env=surroundings, timeout=peer.SECONDS_TO_ANSWER)


def is_session(body):
    try:
        return "startDateTime" in json.loads(body)
    except ValueError:
        return False


def bodies(run, checks):
    for version in ("v1.0", "beta", "localtest"):
        done = run.submit([RIGHT], "--api-version", version)
        checks.that(done.returncode == 0 and is_session(done.stdout) and not done.stderr,
                    f"{version}: {done.returncode} {done.stderr} {done.stdout[:300]}")
    done = run.submit([RIGHT], "--ref")
    checks.that(done.returncode == 0, f"--ref: {done.returncode} {done.stderr}")
    done = run.submit([WRONG])
    checks.that(done.returncode == 1 and b"400" in done.stderr and b'"error"' in done.stdout,
                f"the documented example: {done.returncode} {done.stderr}")
    done = run.submit([RIGHT], token="")
    checks.that(done.returncode == 1 and b"401" in done.stderr, f"no token: {done.returncode} {done.stderr}")


def exchanges(run, checks):
    """Two files, three POSTs each: one line each, with the status that prism gave and the digest of the file."""
    done = run.submit([RIGHT, WRONG], "--count", "3")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    checks.that(done.returncode == 1 and [line["status"] for line in lines] == [201] * 3 + [400] * 3,
                f"--count 3: {done.returncode} {done.stderr} {done.stdout[:600]}")
    for line, file in zip(lines, [RIGHT] * 3 + [WRONG] * 3):
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        checks.that(line["requestSha256"] == digest, f"the digest of {file.name}")
    checks.that(len({line["clientRequestId"] for line in lines}) == len(lines), "a client-request-id was used again")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cli", required=True, help="the command line's program")
    cli = parser.parse_args().cli
    peer.need_prism()
    checks = peer.Checks()
    with peer.prism("mock") as port:
        run = Submitter(cli, port)
        bodies(run, checks)
        exchanges(run, checks)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
