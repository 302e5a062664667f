#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The specification's session, typed into the empty form by keyboard alone: it is the example, member for member, and
what a raw socket receives is what Next request showed."""

import json
import pathlib
import socket
import sys
import threading

from window import Window, eventually, key, program, type_text

EXAMPLE = pathlib.Path(__file__).parents[2] / "resources/gallery/documented-example.json"
RESPONSE = b'HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{"id":"1"}'

CHOSEN = "chosen in a box"
TYPED = "typed into a line"
STEPS = [
    ("session type", CHOSEN, "session"),
    ("startDateTime", TYPED, "2017-01-01T00:00:14.2767228+03:00"),
    ("endDateTime", TYPED, "2017-01-01T00:02:18.392989+03:00"),
    ("modalities", TYPED, '["String"]'),
    ("caller type", CHOSEN, "endpoint"),
    ("caller userAgent type", CHOSEN, "userAgent"),
    ("caller userAgent headerValue", TYPED, "Header Value value"),
    ("caller userAgent applicationVersion", TYPED, "Application Version value"),
    ("callee type", CHOSEN, "endpoint"),
    ("failureInfo type", CHOSEN, "failureInfo"),
    ("failureInfo stage", TYPED, "String"),
    ("failureInfo reason", TYPED, "Reason value"),
]


class Wire:
    """A socket that takes requests, keeps their very bytes and answers 201."""

    def __init__(self):
        self.requests = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            peer, _ = self._listener.accept()
            with peer:
                request = self._read(peer)
                self.requests.append(request)
                peer.sendall(RESPONSE)
                while peer.recv(65536):
                    pass

    @staticmethod
    def _read(peer):
        data = b""
        while True:
            head, end, body = data.partition(b"\r\n\r\n")
            if end:
                length = next(
                    int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
                )
                if len(body) >= length:
                    return data
            data += peer.recv(65536)


def aim_at_the_socket(window, wire):
    key("alt+n")
    window.choose_with_keys("Environment", "Custom")
    window.tab_to("callRecordId")
    type_text("e523d2ed-2966-4b6b-925b-754a88034cc5")
    key("alt+b")
    window.wait_for_focus("Base URL")
    type_text(f"http://127.0.0.1:{wire.port}")
    window.wait_for_text(
        "URL",
        f"http://127.0.0.1:{wire.port}/v1.0/communications/callRecords/e523d2ed-2966-4b6b-925b-754a88034cc5/sessions",
    )


def compose(window):
    key("ctrl+n")
    eventually("the empty form", lambda: window.text("startDateTime") == "")
    key("alt+y")
    window.choose_with_keys("Type style", "as documented")
    for name, how, text in STEPS:
        key("ctrl+l")
        window.wait_for_focus("Find field")
        type_text(name)
        key("Return")
        window.wait_for_focus(name)
        if how == CHOSEN:
            window.choose_with_keys(name, text)
        else:
            type_text(text)
            window.wait_for_text(name, text)


def submit_and_compare(window, wire):
    key("ctrl+4")
    shown = eventually("a next request", lambda: window.text("Next request"))
    body = shown.partition("\n\n")[2]
    assert json.loads(body) == json.loads(EXAMPLE.read_text()), body
    assert window.text("Request length").replace(",", "") == f"{len(body.encode())} bytes"
    key("ctrl+Return")
    window.wait_for_text("Response status", "201 Created")
    assert len(wire.requests) == 1, len(wire.requests)
    head, _, sent = wire.requests[0].partition(b"\r\n\r\n")
    assert sent == body.encode(), sent
    assert head.replace(b"\r\n", b"\n") + b"\n\n" + sent == shown.encode(), (head, shown)


def main():
    wire = Wire()
    window = Window(program())
    try:
        aim_at_the_socket(window, wire)
        compose(window)
        submit_and_compare(window, wire)
    finally:
        log = window.close()
    assert not log, f"the program wrote to stderr: {log}"
    print("1 passed, 0 failed")


if __name__ == "__main__":
    sys.exit(main())
