# SPDX-License-Identifier: GPL-3.0-or-later
"""The real window, found and driven through the accessibility tree by the names that docs/architecture.md fixes.

A widget is found by its accessible name; a combo box by the label that it is LABELLED_BY, since Qt 6.4 reports it under
its current text. Nothing here sleeps a fixed time: every wait is for a condition, with a deadline that is an error."""

import os
import signal
import subprocess
import time

import pyatspi

DEADLINE = 30.0


class Missing(AssertionError):
    """What was waited for did not come."""


def eventually(what, condition, deadline=DEADLINE):
    """The first truthy value of condition(), polled; Missing with `what` after the deadline."""
    end = time.monotonic() + deadline
    while True:
        try:
            value = condition()
        except (LookupError, RuntimeError) as error:  # A node went away while it was read.
            value, reason = None, error
        except Exception as error:  # pyatspi wraps D-Bus errors in a type of its own.
            if type(error).__module__.split(".")[0] not in ("gi", "pyatspi"):
                raise
            value, reason = None, error
        else:
            reason = None
        if value:
            return value
        if time.monotonic() > end:
            raise Missing(f"{what}: not within {deadline:.0f} s ({reason})")
        time.sleep(0.02)


def walk(node):
    """Every accessible below `node`, itself first."""
    yield node
    for child in node:
        if child is not None:
            yield from walk(child)


def is_showing(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def labels_of(node):
    return [
        relation.getTarget(i).name
        for relation in node.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
        for i in range(relation.getNTargets())
    ]


class Window:
    """One running session-composer."""

    def __init__(self, program, *arguments):
        self._application = None
        self.process = subprocess.Popen([program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.frame = eventually("the window", self._find_frame)

    def _find_frame(self):
        for application in pyatspi.Registry.getDesktop(0):
            if application is not None and application.get_process_id() == self.process.pid and application.childCount:
                self._application = application
                return application[0]
        return None

    def close(self):
        """Ends the program and returns what it wrote to stderr."""
        self.process.send_signal(signal.SIGTERM)
        try:
            _, log = self.process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            _, log = self.process.communicate()
        return log.decode(errors="replace")

    # Finding

    def named(self, name, role=None):
        """The one showing widget with this accessible name."""

        def find():
            found = [
                node
                for node in walk(self.frame)
                if node.name == name and is_showing(node) and (role is None or node.getRole() == role)
                and node.getRole() != pyatspi.ROLE_LABEL
            ]
            return found[0] if found else None

        return eventually(f"a widget named {name!r}", find)

    def box(self, label):
        """The one showing combo box that is labelled by `label`."""

        def find():
            for node in walk(self.frame):
                if node.getRole() == pyatspi.ROLE_COMBO_BOX and is_showing(node) and label in labels_of(node):
                    return node
            return None

        return eventually(f"a combo box labelled {label!r}", find)

    # Reading

    def text(self, name):
        node = self.named(name)
        return node.queryText().getText(0, -1)

    def wait_for_text(self, name, expected):
        eventually(f"{name} = {expected!r}", lambda: self.text(name) == expected)

    # Acting

    def fill(self, name, text):
        """Replaces the text of a line edit as assistive technology does."""
        node = self.named(name)
        node.queryEditableText().setTextContents(text)
        eventually(f"{name} to hold {text!r}", lambda: node.queryText().getText(0, -1) == text)

    def do(self, name, action=None, role=None):
        """Performs the first action of a widget, or the one named."""
        actions = self.named(name, role).queryAction()
        for i in range(actions.nActions):
            if action is None or actions.getName(i) == action:
                actions.doAction(i)
                return
        raise Missing(f"{name} has no action {action}")

    def choose(self, label, item):
        """Chooses an item of a combo box with the keyboard, the focus brought there by assistive technology."""
        self.box(label).queryComponent().grabFocus()
        self.choose_with_keys(label, item)

    def choose_with_keys(self, label, item):
        """Chooses an item of the combo box that has the focus, or is about to get it."""
        box = self.wait_for_focus(label)
        key("Home")
        passed = []
        while True:
            # The key takes a moment to arrive: the current item is another one than the last.
            current = eventually(
                f"a next item of {label} after {passed}",
                lambda: box.name if box.name and box.name not in passed else None,
            )
            if current == item:
                return
            passed.append(current)
            key("Down")

    def focus(self, name):
        node = self.named(name)
        node.queryComponent().grabFocus()
        eventually(f"focus on {name}", lambda: node.getState().contains(pyatspi.STATE_FOCUSED))

    def focused(self):
        """What has the focus in this program now, or None."""
        for node in walk(self._application):
            # Qt 6.4 says of the current tab and of a view's current cell that they have the focus, wherever that is.
            if node.getRole() in (pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_TABLE_CELL):
                continue
            state = node.getState()
            if state.contains(pyatspi.STATE_FOCUSED) and state.contains(pyatspi.STATE_SHOWING):
                # So does a widget that hands its focus on; the one that takes it has a name.
                if node.name or labels_of(node):
                    return node
        return None

    def wait_for_focus(self, name):
        """The widget with this name, or this label, once it has the focus."""

        def find():
            node = self.focused()
            return node if node is not None and (node.name == name or name in labels_of(node)) else None

        return eventually(f"focus on {name!r}", find)

    def wait_for_focus_elsewhere(self, name):
        """Until the focus has come to another widget than this one, as it does when a dialog has closed."""

        def left():
            node = self.focused()
            return node is not None and node.name != name and name not in labels_of(node)

        eventually(f"the focus off {name!r}", left)

    def tab_to(self, name):
        """Presses Tab until the widget with this name has the focus."""
        for _ in range(200):
            before = eventually("a focus", self.focused)
            if before.name == name or name in labels_of(before):
                return
            key("Tab")
            eventually("the focus to move on", lambda before=before: self.focused() not in (None, before))
        raise Missing(f"Tab does not reach {name!r}")


def key(*names):
    """Presses keys in the focused window, as `Tab` or `ctrl+Return`."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "2", text], check=True)


def program():
    return os.environ["SC_PROGRAM"]
