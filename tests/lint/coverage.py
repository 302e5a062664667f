#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Line coverage of the rooms below the window, from gcov: a line counts as run when any program ran it."""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
GATED = ("core", "json", "edm", "session", "exchange", "graph", "store", "sandbox", "report", "present")
GATE = 90.0


def reports(build):
    """gcov's JSON, one document for each object that has counters; objects of programs that never ran count, too."""
    notes = [str(path) for path in build.rglob("*.gcno") if "autogen" not in str(path)]
    with tempfile.TemporaryDirectory() as scratch:
        for start in range(0, len(notes), 50):
            command = ["gcov", "--json-format", "--stdout", *notes[start:start + 50]]
            run = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=True)
            yield from (json.loads(line) for line in run.stdout.splitlines() if line.startswith("{"))


def counts_of(build):
    """File below src/ -> line -> how often it ran."""
    counts = collections.defaultdict(collections.Counter)
    for report in reports(build):
        for source in report["files"]:
            path = (pathlib.Path(report["current_working_directory"]) / source["file"]).resolve()
            if ROOT / "src" in path.parents and path.name != "main.cpp":
                lines = counts[path.relative_to(ROOT / "src")]
                for line in source["lines"]:
                    lines[line["line_number"]] += line["count"]
    return counts


def percent(run, all_lines):
    return 100.0 * run / all_lines if all_lines else 100.0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    counts = counts_of(parser.parse_args().build.resolve())
    rooms = collections.defaultdict(lambda: [0, 0])
    worst = []
    for path, lines in counts.items():
        run = sum(1 for count in lines.values() if count)
        rooms[path.parts[0]][0] += run
        rooms[path.parts[0]][1] += len(lines)
        missed = sorted(line for line, count in lines.items() if not count)
        worst.append((len(missed), path, percent(run, len(lines)), missed))
    low = []
    for room, (run, all_lines) in sorted(rooms.items()):
        gate = f"at least {GATE:.0f} %" if room in GATED else "no gate"
        print(f"{room:10} {percent(run, all_lines):6.1f} %  {run:6} of {all_lines:6} lines  {gate}")
        if room in GATED and percent(run, all_lines) < GATE:
            low.append(room)
    for count, path, share, missed in sorted(worst, reverse=True)[:15]:
        if count:
            print(f"  {share:5.1f} %  src/{path}: not run: {' '.join(map(str, missed[:20]))}{' …' if count > 20 else ''}")
    if not rooms.keys() & set(GATED):
        print("coverage: no counters found", file=sys.stderr)
        return 1
    if low:
        print(f"coverage: below {GATE:.0f} %: {' '.join(low)}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    os.environ["LC_ALL"] = "C.UTF-8"
    sys.exit(main())
