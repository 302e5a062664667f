#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs clang-tidy over src/ and remembers what was clean.

A file is skipped when its compile command, the configuration, the clang-tidy version and the contents of every file that
its object depends on (as ninja recorded them in the last build) are those of an earlier clean run, in this checkout or
another one of the same person. Faults are never remembered, so a red file stays red.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def dependencies(build):
    """Object file -> the files it was compiled from, as ninja's log knows them."""
    log = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True, check=True).stdout
    found, current = {}, None
    for line in log.splitlines():
        if line and not line[0].isspace():
            name, _, state = line.partition(": ")
            current = found.setdefault(name, []) if "VALID" in state else None
        elif line.strip() and current is not None:
            current.append(line.strip())
    return found


class Digests:
    """The content hashes of files; headers are shared by nearly all sources and are read once."""

    def __init__(self, build):
        self.build = build
        self.known = {}

    def of(self, path):
        if path not in self.known:
            self.known[path] = hashlib.sha256((self.build / path).read_bytes()).hexdigest()
        return self.known[path]


def key_of(entry, files, digests, setup):
    key = hashlib.sha256(setup)
    key.update(entry["command"].replace(str(ROOT), ".").encode())
    for path in sorted(files):
        key.update(f"{path.replace(str(ROOT), '.')} {digests.of(path)}\n".encode())
    return key.hexdigest()


def entries_without_precompiled(build):
    """The compile commands as if nothing were precompiled: so each file has to include what it uses."""
    entries = json.loads((build / "compile_commands.json").read_text())
    for entry in entries:
        entry["command"] = re.sub(r"( -Xclang \S*(-include-pch|-include|cmake_pch\.hxx(\.pch)?))+(?= )", "", entry["command"])
    return entries


def check(database, entry):
    run = subprocess.run(["clang-tidy", "-p", database, "--quiet", entry["file"]], capture_output=True, text=True)
    return entry["file"], run.returncode == 0, run.stdout + (run.stderr if run.returncode else "")


def pending(entries, build, setup, cache):
    """The entries of src/ to look at, each with its stamp: None where nothing is known about the dependencies."""
    digests, known = Digests(build), dependencies(build)
    for entry in entries:
        source = pathlib.Path(entry["file"])
        if (ROOT / "src") not in source.parents:
            continue  # generated, or a test
        made = re.search(r" -o (\S+) ", entry["command"])  # CMake 3.25 writes no "output"
        files = known.get(made[1]) if made else None
        stamp = cache / key_of(entry, files, digests, setup) if files else None
        if stamp is None or not stamp.exists():
            yield entry, stamp


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, required=True)
    build = parser.parse_args().build.resolve()
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "session-composer-tidy"
    cache.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(["clang-tidy", "--version"], capture_output=True, check=True).stdout
    setup = version + (ROOT / ".clang-tidy").read_bytes()
    entries = entries_without_precompiled(build)
    work = list(pending(entries, build, setup, cache))
    faults = 0
    with (
        tempfile.TemporaryDirectory() as database,
        concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count()) as pool,
    ):
        (pathlib.Path(database) / "compile_commands.json").write_text(json.dumps(entries))
        jobs = {pool.submit(check, database, entry): stamp for entry, stamp in work}
        for job in concurrent.futures.as_completed(jobs):
            name, clean, output = job.result()
            if clean and jobs[job]:
                jobs[job].touch()
            if not clean:
                faults += 1
                print(f"{os.path.relpath(name, ROOT)}:\n{output}")
    print(f"clang-tidy: {len(work)} files looked at, {faults} with faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
