#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One identity everywhere: packaging/identity.cmake is the source; the generated files and every other mention in the
project must agree. The validators do not see this: desktop-file-validate passes an icon that does not exist."""

import re
import sys
import xml.etree.ElementTree as ElementTree

from common import ROOMS, Lint

TEXT = {".cpp", ".h", ".ui", ".py", ".cmake", ".md", ".in", ".svg", ".qrc", ".txt", ".sh", ""}


def identity_of(lint):
    path = lint.root / "packaging/identity.cmake"
    return dict(re.findall(r'^set\((SC_\w+) "([^"]*)"\)', path.read_text(), re.M))


def expect(lint, path, what, found, wanted):
    if found != wanted:
        lint.report(path.name, 1, f"{what} is `{found}`, not `{wanted}`")


def check_desktop(lint, path, identity):
    entry = dict(line.split("=", 1) for line in path.read_text().splitlines() if "=" in line)
    expect(lint, path, "Name", entry.get("Name"), identity["SC_NAME"])
    expect(lint, path, "Icon", entry.get("Icon"), identity["SC_ID"])
    expect(lint, path, "the program of Exec", entry.get("Exec", "").split(" ")[0], identity["SC_GUI_PROGRAM"])


def check_metainfo(lint, path, identity):
    tree = ElementTree.parse(path)
    expect(lint, path, "id", tree.findtext("id"), identity["SC_ID"])
    expect(lint, path, "name", tree.findtext("name"), identity["SC_NAME"])
    expect(lint, path, "launchable", tree.findtext("launchable"), identity["SC_ID"] + ".desktop")
    expect(lint, path, "icon", tree.findtext("icon"), identity["SC_ID"])
    expect(lint, path, "project_license", tree.findtext("project_license"), identity["SC_LICENCE"])
    binaries = sorted(binary.text for binary in tree.iter("binary"))
    expect(lint, path, "binaries", binaries, sorted([identity["SC_GUI_PROGRAM"], identity["SC_CLI_PROGRAM"]]))


def check_man_page(lint, path, program):
    text = path.read_text().replace("\\-", "-")
    expect(lint, path, "the title", (re.search(r"^\.TH (\S+) 1 ", text, re.M) or [None, None])[1], program.upper())
    expect(lint, path, "NAME", (re.search(r"^\.SH NAME\n(\S+) - ", text, re.M) or [None, None])[1], program)


def check_generated(lint, folder, identity):
    checks = {
        f"{identity['SC_ID']}.desktop": lambda path: check_desktop(lint, path, identity),
        f"{identity['SC_ID']}.metainfo.xml": lambda path: check_metainfo(lint, path, identity),
        f"{identity['SC_ID']}.svg": lambda path: None,
        f"{identity['SC_GUI_PROGRAM']}.1": lambda path: check_man_page(lint, path, identity["SC_GUI_PROGRAM"]),
        f"{identity['SC_CLI_PROGRAM']}.1": lambda path: check_man_page(lint, path, identity["SC_CLI_PROGRAM"]),
    }
    for name, check in checks.items():
        path = folder / name
        if path.exists():
            check(path)
        else:
            lint.report(name, 1, "is missing")


def check_mentions(lint, identity):
    """Any reverse-DNS name that begins like ours is ours, in that very spelling."""
    domain = identity["SC_ID"].rpartition(".")[0]
    mention = re.compile(re.escape(domain) + r"\.\w+", re.I)
    for path in lint.files(*ROOMS):
        if path.suffix not in TEXT:
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for found in mention.findall(line):
                if found != identity["SC_ID"]:
                    lint.report(path, number, f"`{found}` is not `{identity['SC_ID']}`")


def check_code(lint, identity):
    """Both programs take their name and id from this header."""
    path = lint.root / "src/core/identity.h"
    constants = dict(re.findall(r'\b(application\w+)\("([^"]*)"\)', path.read_text()))
    expect(lint, path, "applicationId", constants.get("applicationId"), identity["SC_ID"])
    expect(lint, path, "applicationName", constants.get("applicationName"), identity["SC_NAME"])


def check_release(lint, identity):
    """The version of CMakeLists.txt and the date of identity.cmake head the changelog, once it is released."""
    project = lint.root / "CMakeLists.txt"
    version = re.search(r"project\(\w+ VERSION ([\d.]+)", project.read_text())[1]
    heading = re.search(r"^## \[?([\w.]+)\]?(?: – (\S+))?$", (lint.root / "CHANGELOG.md").read_text(), re.M)
    if not heading or heading[1] not in ("Unreleased", version):
        lint.report("CHANGELOG.md", 1, f"begins with neither Unreleased nor {version}")
    elif heading[1] == version and heading[2] != identity["SC_RELEASE_DATE"]:
        lint.report("CHANGELOG.md", 1, f"dates {version} {heading[2]}, not {identity['SC_RELEASE_DATE']}")


def main():
    lint = Lint(__doc__, [("--packaging", "the build folder's packaging/, with the generated files")])
    identity = identity_of(lint)
    check_generated(lint, lint.arguments.packaging, identity)
    check_code(lint, identity)
    check_mentions(lint, identity)
    check_release(lint, identity)
    return lint.finish()


if __name__ == "__main__":
    sys.exit(main())
