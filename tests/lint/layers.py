#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds src/ to the table of layers.txt, because neither compiler nor linker does: `<QtWidgets/QWidget>` compiles with
QtCore alone, and one include path serves all rooms."""

import pathlib
import re
import sys

from common import Lint

INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
GENERATED = re.compile(r'^(ui_[a-z]+\.h|[a-z]+\.moc|moc_[a-z]+\.cpp)$')


class Room:
    def __init__(self, links, direct):
        self.links = links
        self.direct = direct
        self.reachable = set()


def read_table(path):
    rooms = {}
    for line in path.read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            name, links, direct = (cell.split() for cell in line.split("|"))
            rooms[name[0]] = Room(set(links), direct)
    for name, room in rooms.items():
        for below in room.direct:  # rooms stand below the lines that name them, so each is complete by then
            if below not in rooms:
                raise SystemExit(f"{path}: {name} may include {below}, which has no line")
            room.reachable |= {below} | rooms[below].reachable
    return rooms


class QtHeaders:
    """Which Qt modules a bare header name belongs to, asked of the installed Qt."""

    def __init__(self, root):
        self.modules = {}
        for folder in sorted(root.iterdir()):
            if folder.is_dir():
                for header in folder.iterdir():
                    self.modules.setdefault(header.name, set()).add(folder.name)

    def of(self, header):
        return self.modules.get(header.rsplit("/", 1)[-1], set())


def allowed_modules(room):
    modules = {f"Qt{link.split('::')[1]}" for link in room.links if link.startswith("Qt6::")}
    return modules | {"Qsci"} if "QScintilla::QScintilla" in room.links else modules


def check_project_include(lint, path, line, target, name, rooms):
    own, _, _ = target.partition("/")
    if GENERATED.match(target):
        return
    if own not in rooms or "/" not in target:
        lint.report(path, line, f'"{target}" names no room; write "room/file.h"')
    elif own != name and own not in rooms[name].reachable:
        lint.report(path, line, f'{name} may not include "{target}"')


def check_system_include(lint, path, line, target, room, qt):
    folder = target.split("/")[0]
    modules = qt.of(target)
    if "/" in target and re.fullmatch(r"Qt[A-Z]\w*", folder):
        lint.report(path, line, f"<{target}> has a module prefix, which hides a missing link")
    elif target in modules or (target.startswith("Qt") and f"Qt{target[2:]}" in modules):
        lint.report(path, line, f"<{target}> takes in a whole module")
    elif modules and not modules & allowed_modules(room):
        lint.report(path, line, f"<{target}> belongs to {' or '.join(sorted(modules))}, which this room does not link")


def check_own_header_first(lint, path, includes):
    header = path.with_suffix(".h")
    wanted = header.relative_to(lint.root / "src").as_posix()
    if path.suffix == ".cpp" and header.exists() and (not includes or includes[0][2] != wanted):
        lint.report(path, includes[0][0] if includes else 1, f'"{wanted}" comes first')


def check_source(lint, path, name, rooms, qt):
    includes = []
    for number, text in enumerate(path.read_text().splitlines(), 1):
        found = INCLUDE.match(text)
        if found:
            includes.append((number, found[1], found[2]))
    check_own_header_first(lint, path, includes)
    for number, kind, target in includes:
        if kind == '"':
            check_project_include(lint, path, number, target, name, rooms)
        else:
            check_system_include(lint, path, number, target, rooms[name], qt)


def linked_names(text):
    """(line, target) of everything that a room's own library links; the executables see every room."""
    for command in re.finditer(r"^\s*(sc_add_layer|target_link_libraries)\s*\(([^)]*)\)", text, re.M):
        words = re.sub(r"#.*", "", command[2]).split()
        if command[1] == "sc_add_layer":
            words = words[words.index("LINK") + 1:] if "LINK" in words else []
        elif not words or not words[0].startswith("sc_"):
            continue
        else:
            words = words[1:]
        line = text.count("\n", 0, command.start()) + 1
        yield from ((line, word) for word in words if word not in ("PUBLIC", "PRIVATE", "INTERFACE"))


def check_links(lint, path, name, rooms):
    """A room may be more than one library: sc_ROOM_PART, or whatever else its folder defines."""
    room, text = rooms[name], path.read_text()
    variables = {f"${{{found[1]}}}": found[2] for found in re.finditer(r"\bset\((\w+) (\S+)\)", text)}
    scripts = (script.read_text() for script in lint.files(f"src/{name}") if is_build_script(script))
    own = {found for script in scripts for found in re.findall(r"\badd_library\((\w+)", script)}
    for line, word in linked_names(text):
        target = variables.get(word, word)
        below = target.removeprefix("sc_").partition("_")[0] if target.startswith("sc_") else None
        if target in own or target in room.links or below in {"options", name} | room.reachable:
            continue
        lint.report(path, line, f"{name} may not link {target}")


def is_build_script(path):
    return path.name == "CMakeLists.txt" or path.suffix == ".cmake"


def main():
    lint = Lint(__doc__, [("--qt", "the folder with Qt's headers: QtCore, QtGui, …")])
    rooms = read_table(pathlib.Path(__file__).with_name("layers.txt"))
    qt = QtHeaders(lint.arguments.qt)
    if not {"QObject", "QWidget", "QPainter"} <= qt.modules.keys():
        raise SystemExit(f"no Qt headers in {lint.arguments.qt}")
    for path in lint.files("src"):
        name = path.relative_to(lint.root / "src").parts[0]
        if name == path.name:
            continue  # src/CMakeLists.txt
        if name not in rooms:
            lint.report(path, 1, f"the room {name} has no line in layers.txt")
        elif is_build_script(path):
            check_links(lint, path, name, rooms)
        elif path.suffix in (".cpp", ".h") and path.name != "main.cpp":
            check_source(lint, path, name, rooms, qt)
    return lint.finish()


if __name__ == "__main__":
    sys.exit(main())
