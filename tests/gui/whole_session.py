#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A group call is made, edited in the tree and in Source, undone to its first byte and redone to its last, by keyboard
alone. Every state is read from Next request, whose bytes are what a submit would send."""

import json
import sys

from window import Window, eventually, key, program, type_text


def body(window):
    """The bytes that a submit would send now."""
    key("ctrl+4")
    shown = eventually("a next request", lambda: window.text("Next request"))
    return shown.partition("\n\n")[2]


def changed_body(window, before):
    """The body once an edit has arrived."""
    return eventually("another body", lambda: (lambda now: now if now != before else None)(body(window)))


def make_call(window):
    key("ctrl+shift+n")
    window.choose_with_keys("Call kind", "Group with video and screen sharing")
    window.tab_to("Call segments")
    key("ctrl+a")
    type_text("2")
    key("Return")
    window.wait_for_focus_elsewhere("Call segments")  # A key pressed before that would go to the dialog.
    made = eventually("the call", lambda: (lambda b: b if '"segments"' in b else None)(body(window)))
    assert len(json.loads(made)["segments"]) == 2, made
    return made


def to_tree(window):
    key("ctrl+2")
    window.wait_for_focus("Session tree")


def to_row(name):
    key("Home")
    type_text(name)


def add_segment(window):
    to_row("segments")
    key("Insert")


def move_item_up(_window):
    key("alt+Up")


def duplicate_item(_window):
    key("ctrl+d")


def type_value(window):
    to_row("startDateTime")
    key("F2")
    key("ctrl+a")
    type_text("2026-02-30T24:00:00Z")
    key("Return")


def set_null(window):
    to_row("endDateTime")
    key("ctrl+space")
    key("Down", "Down", "Return")


def remove_member(_window):
    to_row("modalities")
    key("Delete")


TREE_EDITS = [add_segment, move_item_up, duplicate_item, type_value, set_null, remove_member]


def type_in_source(window):
    key("ctrl+3")
    window.wait_for_focus("Source")
    key("ctrl+Home", "Right")
    type_text('"version": 1.10,')


def check_edits(states):
    sessions = [json.loads(state) for state in states]
    assert [len(session["segments"]) for session in sessions] == [2, 3, 3, 4, 4, 4, 4, 4], states
    assert sessions[4]["startDateTime"] == "2026-02-30T24:00:00Z", sessions[4]
    assert sessions[5]["endDateTime"] is None, sessions[5]
    assert "modalities" not in sessions[6], sessions[6]
    assert states[7] == '{"version": 1.10,' + states[6][1:], states[7]


def main():
    window = Window(program(), "--sandbox")
    try:
        states = [make_call(window)]
        for edit in TREE_EDITS:
            to_tree(window)
            edit(window)
            states.append(changed_body(window, states[-1]))
            print(f"ok {edit.__name__}", flush=True)
        type_in_source(window)
        eventually("the typed text", lambda: '"version": 1.10,' in body(window))
        states.append(body(window))
        check_edits(states)
        for expected in reversed(states[:-1]):
            key("ctrl+z")
            eventually("what was before", lambda expected=expected: body(window) == expected)
        for expected in states[1:]:
            key("ctrl+shift+z")
            eventually("what was after", lambda expected=expected: body(window) == expected)
    finally:
        log = window.close()
    assert not log, f"the program wrote to stderr: {log}"
    print(f"{len(states)} states, all undone and redone: 1 passed, 0 failed")


if __name__ == "__main__":
    sys.exit(main())
