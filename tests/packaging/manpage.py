#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A man page renders without a warning, and it names the options that the program's --help names, no more, no fewer."""

import argparse
import os
import re
import subprocess
import sys

# Qt's own, which every program has and no page needs to repeat.
COMMON = {"--help", "--help-all", "--version"}


def output_of(command):
    surroundings = {**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "100", "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, capture_output=True, text=True, env=surroundings, timeout=30)


def options_in(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def helped_options(program, page):
    """From --help of the program and of each of its verbs, which are the sub-headings of the page's DESCRIPTION."""
    verbs = [None, *re.findall(r"^\.SS ([a-z]+)$", page, re.M)]
    options = set()
    for verb in verbs:
        run = output_of([program, *([verb] if verb else []), "--help"])
        if run.returncode:
            raise SystemExit(f"{program} {verb or ''} --help: exit code {run.returncode}: {run.stderr}")
        options |= options_in(run.stdout)
    return options


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--man", required=True)
    parser.add_argument("--page", required=True)
    parser.add_argument("--program")
    arguments = parser.parse_args()
    rendered = output_of([arguments.man, "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-P", "cat", arguments.page])
    faults = rendered.stderr.strip().splitlines()
    plain = re.sub(r".\x08|\x1b\[[0-9;]*m", "", rendered.stdout)
    if rendered.returncode or "SYNOPSIS" not in plain:
        faults.append("does not render")
    with open(arguments.page, encoding="utf-8") as file:
        page = file.read()
    if "@" in re.sub(r"\S+@\S+\.", "", page):
        faults.append("a variable was not filled in")
    if arguments.program:
        documented = options_in(page.replace("\\-", "-")) - COMMON
        helped = helped_options(arguments.program, page) - COMMON
        faults += [f"{option} is in --help and not on the page" for option in sorted(helped - documented)]
        faults += [f"{option} is on the page and not in --help" for option in sorted(documented - helped)]
    for fault in faults:
        print(f"{os.path.basename(arguments.page)}: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
