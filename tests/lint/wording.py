#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words and shapes that must not be in a file, one row each, and what every source file must have."""

import re
import sys

from common import ROOMS, Lint

CODE = {".cpp", ".h"}
SCRIPTS = {".py", ".cmake", ".sh"}
MARKED = CODE | SCRIPTS | {".svg"}
LONGEST = 400

# where (the first folder, "" for everywhere) · which files · what · why not
RULES = [(where, suffixes, re.compile(pattern), reason) for where, suffixes, pattern, reason in (
    ("", CODE, r"\b(SIGNAL|SLOT)\(", "connect() takes member pointers, which the compiler checks"),
    ("", CODE, r"\bon_[a-z]\w*_[a-z]\w*\s*\(", "connections by name are not checked; connect() them"),
    ("", CODE, r"\bQt::(AutoText|RichText|MarkdownText)\b|\b(set|insert|append)Html\(|\bmightBeRichText\b",
     "foreign text is plain text: rich text opens files and freezes the window"),
    ("src", CODE, r"\bq(Debug|Info|Warning|Critical)\(", "log to a category of core/log.h"),
    ("src", CODE, r"(?<![=\w] )\bdelete\b(?!\s*;)", "owned by a parent or a unique_ptr; delete does not occur"),
    ("src", CODE, r"\bQDesktopServices::openUrl\b", "goes through exchange::UrlOpener, so that tests can see it"),
    ("", CODE, r"\bQThreadPool::globalInstance\b", "Qt paints with it; long work goes to core::workers()"),
    ("", CODE, r"\bQTest::qSleep\(|\bQTest::qWait\(|\bsleep_for\(|\busleep\(|\bQThread::[mu]?sleep\(",
     "wait for what happens, not for a time"),
    ("", CODE, r"\bNOLINT(NEXTLINE)?(?!(NEXTLINE)?\([a-z])", "name the check that is silenced"),
    ("", CODE | SCRIPTS | {".md", ".ui", ".in", ".txt", ""}, r"(?<![\w.<>$}/-])/(tmp|home|root|usr/local)/[a-z]",
     "a path of one machine"),
    ("", CODE | SCRIPTS | {".md", ".ui", ".in", ".txt", ""}, r"\b(TODO|FIXME|XXX|HACK)\b",
     "finish it, or file an issue"),
)]

# These speak of the rules above.
ABOUT = {"tests/lint/wording.py"}

# file · the word it may use · why
EXCEPTIONS = {
    ("src/app/appearance.cpp", "SLOT("): "QDBusConnection::connect() knows no member pointers",
    ("src/app/desktopopener.cpp", "QDesktopServices::openUrl"): "is the one behind exchange::UrlOpener",
    ("tests/present/tst_bodypipeline.cpp", "QThreadPool::globalInstance"): "looks that nothing of ours is in it",
    ("tests/app/tst_foreigntext.cpp", "mightBeRichText"): "asks Qt's own judgement about our tool tips",
}


def check_header(lint, path, lines):
    place = 1 if lines and lines[0].startswith(("#!", "<?xml")) else 0
    if len(lines) <= place or "SPDX-License-Identifier: " not in lines[place]:
        lint.report(path, place + 1, "the SPDX line is missing")


def check_lines(lint, path, lines):
    name = lint.relative(path)
    rules = [rule for rule in RULES if rule[0] in ("", name.split("/")[0]) and path.suffix in rule[1]]
    for number, line in enumerate(lines, 1):
        for _, _, pattern, reason in rules:
            found = pattern.search(uncommented(path, line, pattern))
            if found and (name, found[0]) not in EXCEPTIONS:
                lint.report(path, number, f"`{found[0].strip()}`: {reason}")


def uncommented(path, line, pattern):
    """Comments may speak of `delete` or of a signal; unfinished work and paths are looked for in them, too."""
    spoken = path.suffix in CODE and not any(word in pattern.pattern for word in ("TODO", "tmp", "NOLINT"))
    return re.sub(r"//.*", "", line) if spoken else line


def main():
    lint = Lint(__doc__)
    loose = [lint.root / name for name in ("dev", "CMakeLists.txt", "README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    for path in [*lint.files(*ROOMS), *(path for path in loose if path.exists())]:
        if path.suffix in (".png", ".json", ".ts", ".qm") or "data" in path.parts:
            continue
        lines = path.read_text().splitlines()
        script = path.suffix == "" and lines and lines[0].startswith("#!")
        if path.suffix in MARKED or path.name == "CMakeLists.txt" or script:
            check_header(lint, path, lines)
        if path.suffix in CODE | SCRIPTS or script:
            if len(lines) > LONGEST:
                lint.report(path, LONGEST + 1, f"{len(lines)} lines: two things in one?")
        if lint.relative(path) not in ABOUT:
            check_lines(lint, path, lines)
    return lint.finish()


if __name__ == "__main__":
    sys.exit(main())
