#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A crash in the middle of the work, as the tester meets it: what was typed is offered at the next start, and comes back."""

import os
import pathlib
import sys

from window import Window, eventually, is_showing, program, walk

JOURNAL = pathlib.Path(os.environ["XDG_STATE_HOME"]) / "org.sessioncomposer.SessionComposer" / "journal"


def kept():
    """What the journal holds now."""
    return [file.read_text() for file in JOURNAL.glob("*/*.unsaved")]


def offer(window):
    """The sentence of the bar that offers what was left, or None."""
    for node in walk(window.frame):
        if is_showing(node) and "ended unexpectedly" in node.name:
            return node.name
    return None


def crash(window):
    window.process.kill()
    window.process.communicate()


def typed_and_killed():
    window = Window(program(), "--sandbox")
    window.fill("callRecordId", "typed target")
    window.fill("callee name", "typed before the crash")
    eventually("the journal", lambda: any("typed before the crash" in text for text in kept()))
    crash(window)


def put_away_is_offered_again():
    window = Window(program(), "--sandbox")
    eventually("the offer", lambda: offer(window))
    window.do("Dismiss Recovery notice")
    crash(window)
    assert any("typed before the crash" in text for text in kept()), kept()


def restored():
    window = Window(program(), "--sandbox")
    eventually("the offer", lambda: offer(window))
    window.do("Recovery notice action")
    window.wait_for_text("callee name", "typed before the crash")
    window.wait_for_text("callRecordId", "typed target")
    assert offer(window) is None, offer(window)
    eventually("one copy", lambda: len(kept()) == 1)
    crash(window)


def discarded():
    window = Window(program(), "--sandbox")
    eventually("the offer", lambda: offer(window))
    window.do("Other Recovery notice action")
    eventually("nothing kept", lambda: not kept())
    log = window.close()
    assert not log, f"the program wrote to stderr: {log}"


def main():
    steps = [typed_and_killed, put_away_is_offered_again, restored, discarded]
    for step in steps:
        step()
        print(f"ok {step.__name__}", flush=True)
    print(f"{len(steps)} passed, 0 failed")


if __name__ == "__main__":
    sys.exit(main())
