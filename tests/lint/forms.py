#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the Designer forms to what people with and without a screen need, and what Designer gets wrong by itself."""

import collections
import sys
import xml.etree.ElementTree as ElementTree

from common import Lint

# Editors need a label with this buddy, too: Qt 6.4 reports a combo box under its current text, so the label is its name.
EDITORS = {"QLineEdit", "QPlainTextEdit", "QTextEdit", "QComboBox", "QFontComboBox", "QSpinBox", "QDoubleSpinBox",
           "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QsciScintilla"}
VIEWS = {"QTreeView", "QTableView", "QListView", "QTreeWidget", "QTableWidget", "QListWidget", "QTabWidget",
         "QTextBrowser", "QSlider"}
BUTTONS = {"QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QCommandLinkButton"}

# What would freeze one desktop's look or one language's lengths into the form.
FIXED_LOOK = {"styleSheet", "font", "palette", "minimumSize", "maximumSize", "baseSize", "minimumWidth",
              "minimumHeight", "maximumWidth", "maximumHeight", "fixedSize"}
RICH = ("Qt::RichText", "Qt::AutoText", "Qt::MarkdownText")


def value_of(widget, name):
    """(text, the <string> or other value element) of a property; (None, None) where it is not set."""
    for found in widget.findall("property"):
        if found.get("name") == name and len(found):
            return (found[0].text or ""), found[0]
    return None, None


class Form:
    def __init__(self, lint, path):
        self.lint, self.path = lint, path
        self.text = path.read_text()
        self.tree = ElementTree.fromstring(self.text)
        self.bases = {custom.findtext("class"): custom.findtext("extends") for custom in self.tree.iter("customwidget")}
        self.widgets = list(self.tree.iter("widget"))
        self.buddies = {value_of(widget, "buddy")[0] for widget in self.widgets if self.kind(widget) == "QLabel"}

    def kind(self, widget):
        name = widget.get("class")
        while self.bases.get(name) in EDITORS | VIEWS | BUTTONS | {"QLabel"}:
            name = self.bases[name]
        return name

    def report(self, widget, message):
        name = widget.get("name")
        line = self.text[: max(self.text.find(f'name="{name}"'), 0)].count("\n") + 1
        self.lint.report(self.path, line, f"{name}: {message}")

    def check(self):
        form_class = (self.tree.findtext("class") or "").rpartition("::")[2]
        if form_class.lower() != self.path.stem:
            self.lint.report(self.path, 1, f"the class {form_class} belongs into {form_class.lower()}.ui")
        for widget in self.widgets:
            self.check_names(widget)
            self.check_properties(widget)
            if self.kind(widget) == "QLabel":
                self.check_label(widget)
        self.check_unique_names()
        self.check_tab_stops()
        self.check_layouts()

    def check_names(self, widget):
        kind = self.kind(widget)
        accessible = value_of(widget, "accessibleName")[0]
        if kind in EDITORS | VIEWS and not accessible:
            self.report(widget, "has no accessibleName")
        reachable = value_of(widget, "focusPolicy")[0] != "Qt::NoFocus"  # a buddy is where a mnemonic moves the focus
        if kind in EDITORS and reachable and widget.get("name") not in self.buddies:
            self.report(widget, "is no label's buddy")
        if kind in BUTTONS and not accessible and not value_of(widget, "text")[0]:
            self.report(widget, "has neither a text nor an accessibleName")

    def check_properties(self, widget):
        for found in widget.findall("property"):
            name = found.get("name")
            if name in FIXED_LOOK:
                self.report(widget, f"{name} is fixed; the style, the layout or Theme decides it")
            dynamic = found.get("stdset") == "0" and len(found) and found[0].tag == "string"
            if dynamic and found[0].get("notr") != "true":
                self.report(widget, f'{name} is a dynamic string and needs notr="true", or uic translates it')

    def check_label(self, widget):
        text, element = value_of(widget, "text")
        text_format = value_of(widget, "textFormat")[0]
        static = text and element.get("notr") != "true"
        if text_format in RICH or (text and "<" in text):
            self.report(widget, "is rich text")
        elif not static and text_format != "Qt::PlainText":
            self.report(widget, "gets its text at run time and needs textFormat Qt::PlainText")

    def check_unique_names(self):
        names = collections.Counter(value_of(w, "accessibleName")[0] for w in self.widgets if self.kind(w) != "QLabel")
        for widget in self.widgets:
            accessible = value_of(widget, "accessibleName")[0]
            if accessible and self.kind(widget) != "QLabel" and names[accessible] > 1:
                self.report(widget, f'the accessibleName "{accessible}" is there twice')

    def check_tab_stops(self):
        stops = [stop.text for stop in self.tree.iter("tabstop")]
        for widget in self.widgets if stops else []:
            passive = value_of(widget, "focusPolicy")[0] in ("Qt::NoFocus", "Qt::ClickFocus")
            if self.kind(widget) in EDITORS | BUTTONS and not passive and widget.get("name") not in stops:
                self.report(widget, "is missing from the tab stops, which are listed")

    def check_layouts(self):
        for widget in self.widgets[1:]:
            if value_of(widget, "geometry")[0] is not None:
                self.report(widget, "stands at a fixed place, in no layout")


def main():
    lint = Lint(__doc__)
    for path in lint.files("ui"):
        if path.suffix == ".ui":
            Form(lint, path).check()
    return lint.finish()


if __name__ == "__main__":
    sys.exit(main())
