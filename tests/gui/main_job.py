#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job through the accessibility tree: fill, submit, read 201 Created; and no focusable widget without a name."""

import json
import sys

import pyatspi

from window import Window, eventually, is_showing, key, labels_of, program, walk


def fill_submit_read(window):
    window.fill("callee name", "Callee \u00e4")
    window.fill("startDateTime", "2020-01-01T00:00:00Z")
    eventually("the sandbox's URL", lambda: window.text("URL").startswith("http://127.0.0.1:"))
    assert window.text("Response status") == "", "a status before the first submit"
    window.do("Submit")
    window.wait_for_text("Response status", "201 Created")
    returned = json.loads(window.text("Response body"))
    assert returned["callee"]["name"] == "Callee \u00e4", returned
    assert returned["startDateTime"] == "2020-01-01T00:00:00Z", returned
    assert returned["modalities"] == ["String"], returned
    assert returned["id"], returned
    assert window.text("request-id"), "no request-id"
    assert window.text("Elapsed").endswith(" ms"), window.text("Elapsed")


def keyboard_submits_once_more(window):
    window.focus("callRecordId")
    before = window.text("request-id")
    key("ctrl+Return")
    eventually("a second response", lambda: window.text("request-id") not in ("", before))


def every_focusable_widget_has_a_name(window):
    nameless = [
        f"{node.getRoleName()} in {node.parent.name!r}"
        for node in walk(window.frame)
        if is_showing(node)
        and node.getState().contains(pyatspi.STATE_FOCUSABLE)
        and not node.name
        and not labels_of(node)
    ]
    assert not nameless, nameless


def names_are_unique(window):
    inputs = (pyatspi.ROLE_TEXT, pyatspi.ROLE_PASSWORD_TEXT, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_PUSH_BUTTON)
    seen = {}
    for node in walk(window.frame):
        if is_showing(node) and node.getRole() in inputs and node.name:
            seen.setdefault((node.getRole(), node.name), []).append(node)
    doubled = [name for (_, name), nodes in seen.items() if len(nodes) > 1]
    assert not doubled, doubled


def environment_refuses_at_v1(window):
    window.fill("Version", "v1.0")
    window.do("Submit")
    window.wait_for_text("Response status", "400 Bad Request")
    targets = {detail["target"] for detail in json.loads(window.text("Response body"))["error"]["details"]}
    assert {"/modalities/0", "/failureInfo/stage"} <= targets, targets


def main():
    window = Window(program(), "--sandbox")
    steps = [
        fill_submit_read,
        keyboard_submits_once_more,
        every_focusable_widget_has_a_name,
        names_are_unique,
        environment_refuses_at_v1,
    ]
    try:
        for step in steps:
            step(window)
            print(f"ok {step.__name__}", flush=True)
    finally:
        log = window.close()
    assert not log, f"the program wrote to stderr: {log}"
    print(f"{len(steps)} passed, 0 failed")


if __name__ == "__main__":
    sys.exit(main())
