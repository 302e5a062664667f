# SPDX-License-Identifier: GPL-3.0-or-later
"""What the peer tests share: skipping, programs that run beside a test, and one HTTP request."""

import contextlib
import http.client
import os
import pathlib
import re
import shutil
import subprocess
import sys
import threading
from collections import deque
from typing import NamedTuple

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
OPENAPI = PROJECT.parent / "shared/graph/callrecords.mock.openapi.json"
PRISM = HERE / "node_modules/@stoplight/prism-cli/dist/index.js"
SKIPPED = 77  # SKIP_RETURN_CODE of the tests
SECONDS_TO_START = 90  # prism compiles for ten seconds on an idle machine
SECONDS_TO_ANSWER = 60
CALL_RECORD = "e523d2ed-2966-4b6b-925b-754a88034cc5"
JSON = {"Content-Type": "application/json", "Accept": "application/json"}


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def need_prism():
    """Skips the test where the judge or its document is not there."""
    if not OPENAPI.is_file():
        skip("the OpenAPI document is not beside the project")
    if not PRISM.is_file():
        skip("node_modules is missing; ./dev peers installs it")
    if not shutil.which("node"):
        skip("node is not installed")


class Program:
    """A server that runs beside a test until close(); ended by its own process id, never by a name."""

    def __init__(self, command, ready):
        """Starts it and waits until a line of its output matches `ready`; `found` is its first group, if it has one."""
        surroundings = {name: value for name, value in os.environ.items()
                        if not name.lower().endswith("_proxy") and name != "NODE_ENV"}
        self.name = pathlib.Path(command[0]).name
        self._last = deque(maxlen=200)
        self._ready = re.compile(ready)
        self._seen = threading.Event()
        self.found = None
        self._process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL,
                                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                         encoding="utf-8", errors="replace", env=surroundings)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if not self._seen.wait(SECONDS_TO_START) or self.found is None:
            self.close()
            raise RuntimeError(f"{self.name} did not start:\n{self.output()}")

    def _read(self):
        """Reads on for ever: a server whose output nobody takes stands still."""
        for line in self._process.stdout:
            self._last.append(line)
            found = self.found is None and self._ready.search(line)
            if found:
                self.found = found[min(1, self._ready.groups)]
                self._seen.set()
        self._seen.set()

    def output(self):
        return "".join(self._last)

    def close(self):
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join()
        self._process.stdout.close()


@contextlib.contextmanager
def sandbox(cli, *options):
    """The project's stand-in for Graph; gives its port."""
    with contextlib.closing(Program([cli, "sandbox", *options], r"^http://127\.0\.0\.1:(\d+)$")) as program:
        yield int(program.found)


@contextlib.contextmanager
def prism(verb, *more):
    """prism on a free port of this machine; `verb` is `mock`, or `proxy` with the address that it stands before."""
    command = [shutil.which("node"), PRISM, verb, "-h", "127.0.0.1", "-p", "0", "--errors", OPENAPI, *more]
    with contextlib.closing(Program(command, r"listening on http://127\.0\.0\.1:(\d+)")) as program:
        yield int(program.found)


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


def sessions_path(version="v1.0", tail=""):
    return f"/{version}/communications/callRecords/{CALL_RECORD}/sessions{tail}"


def request(port, method, path, body=None, headers=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS_TO_ANSWER)
    try:
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


class Checks:
    """Counts what held and prints what did not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def that(self, holds, what):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED: {what}")

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        return 1 if self.failed or not self.passed else 0
