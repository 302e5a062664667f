#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two starts and two windows: the tabs and the last response are there again, and a second window is told of the first."""

import pathlib
import sys
import tempfile

import pyatspi

from window import Window, eventually, is_showing, key, program, walk


def tabs(window):
    return [node.name for node in walk(window.frame) if node.getRole() == pyatspi.ROLE_PAGE_TAB and is_showing(node)]


def leave(window):
    """Ends the program as a person does; its words on stderr must be none."""
    eventually("the window to have the focus", lambda: window.frame.getState().contains(pyatspi.STATE_ACTIVE))
    key("ctrl+q")
    _, log = window.process.communicate(timeout=30)
    assert not log, f"the program wrote to stderr: {log.decode(errors='replace')}"


def main():
    folder = pathlib.Path(tempfile.mkdtemp())
    files = [folder / name for name in ("first.json", "second.json", "third.json")]
    for file in files:
        file.write_text('{"modalities": []}')

    window = Window(program(), *map(str, files))
    eventually("the tabs", lambda: {"first.json", "second.json", "third.json"} <= set(tabs(window)))
    eventually("the sandbox's URL", lambda: window.text("URL").startswith("http://127.0.0.1:"))
    window.do("Submit")
    window.wait_for_text("Response status", "201 Created")
    body = eventually("the body", lambda: window.text("Response body"))
    leave(window)
    print("ok submitted", flush=True)

    window = Window(program())
    eventually("the tabs again", lambda: {"first.json", "second.json", "third.json"} <= set(tabs(window)))
    window.wait_for_text("Response status", "201 Created")
    window.wait_for_text("Response body", body)
    print("ok restored", flush=True)

    second = Window(program(), str(files[1]))
    eventually("to be told", lambda: any("also open in another window" in n.name for n in walk(second.frame) if is_showing(n)))
    assert "first.json" not in tabs(second), tabs(second)
    leave(second)
    leave(window)
    print("ok told", flush=True)

    window = Window(program())
    eventually("the tabs of the first window", lambda: {"first.json", "second.json", "third.json"} <= set(tabs(window)))
    leave(window)
    print("ok kept\n4 passed, 0 failed")


if __name__ == "__main__":
    sys.exit(main())
