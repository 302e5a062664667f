# SPDX-License-Identifier: GPL-3.0-or-later
"""What all lints share: the command line, the walk over the files, and how a problem is reported."""

import argparse
import os
import pathlib

ROOMS = ("src", "ui", "tests", "benchmarks", "cmake", "packaging", "resources", "docs", ".ci")
LEFT_OUT = {"node_modules", "__pycache__", "build"}


class Lint:
    """One run over one tree. Problems are collected, so that a run tells all of them."""

    def __init__(self, description, options=()):
        parser = argparse.ArgumentParser(description=description)
        parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
        for name, help_text in options:
            parser.add_argument(name, type=pathlib.Path, help=help_text)
        self.arguments = parser.parse_args()
        self.root = self.arguments.root.resolve()
        self.problems = []

    def files(self, *folders):
        """Every file below the folders, sorted, without the bad samples that prove the lints."""
        for folder in folders:
            for place, folders_below, names in os.walk(self.root / folder):
                here = pathlib.Path(place)
                samples = self.root / "tests/lint/samples"
                folders_below[:] = sorted(d for d in folders_below if d not in LEFT_OUT and here / d != samples)
                yield from (here / name for name in sorted(names))

    def relative(self, path):
        return path.relative_to(self.root).as_posix()

    def report(self, path, line, message):
        place = self.relative(path) if isinstance(path, pathlib.Path) else path
        self.problems.append((place, line, message))

    def finish(self):
        """Prints the problems as `file:line: message` and returns the exit code."""
        for place, line, message in sorted(self.problems):
            print(f"{place}:{line}: {message}")
        return 1 if self.problems else 0
