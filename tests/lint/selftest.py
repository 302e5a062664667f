#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows each lint going red: over samples/NAME it must say exactly what samples/NAME/expected.txt holds."""

import argparse
import difflib
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
SAMPLES = HERE / "samples"


def run(script, *arguments, text=None):
    command = [sys.executable, str(HERE / script), *map(str, arguments)]
    found = subprocess.run(command, capture_output=True, text=True, input=text)
    return found.returncode, found.stdout + found.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--qt", type=pathlib.Path, required=True)
    qt = parser.parse_args().qt
    calls = {
        "layers": lambda root: run("layers.py", "--root", root, "--qt", qt),
        "forms": lambda root: run("forms.py", "--root", root),
        "wording": lambda root: run("wording.py", "--root", root),
        "identity": lambda root: run("identity.py", "--root", root, "--packaging", root / "packaging"),
        "commits": lambda root: run("commits.py", "-", text=(root / "log.txt").read_text()),
    }
    failed = 0
    for name, call in calls.items():
        code, said = call(SAMPLES / name)
        wanted = (SAMPLES / name / "expected.txt").read_text()
        if code != 1 or said != wanted:
            failed += 1
            print(f"{name}: exit code {code}")
            sys.stdout.writelines(difflib.unified_diff(wanted.splitlines(True), said.splitlines(True), "expected", "said"))
    print(f"{len(calls)} lints shown red, {failed} of them not as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
