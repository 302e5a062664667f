#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the summaries of all commits on this branch: `type(scope): imperative summary`, at most 72 characters."""

import re
import subprocess
import sys

TYPES = "build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test"
SUMMARY = re.compile(rf"({TYPES})(\([a-z][a-z0-9-]*\))?!?: [a-z0-9`./_-].*[^.\s]")
LONGEST = 72


def faults(summary):
    if not SUMMARY.fullmatch(summary):
        yield "is not `type(scope): imperative summary`"
    if len(summary) > LONGEST:
        yield f"has {len(summary)} characters, {len(summary) - LONGEST} too many"


def main():
    if sys.argv[1:] == ["-"]:  # for the self-test: `hash summary` lines on stdin
        log = sys.stdin.read()
    else:
        run = subprocess.run(["git", "log", "--no-merges", "--format=%h %s"], capture_output=True, text=True)
        if run.returncode:
            print("commits: no history here, nothing to read")
            return 0
        log = run.stdout
    bad = 0
    for commit, _, summary in (line.partition(" ") for line in log.splitlines()):
        for fault in faults(summary):
            print(f"{commit}: `{summary}` {fault}")
            bad += 1
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
