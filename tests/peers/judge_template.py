#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON Schema of templates says of each sample what the program's reader says: ajv, an independent validator, judges
by docs/template-format.schema.json, and `format` tells whether the program takes the file."""

import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import peer

SCHEMA = peer.PROJECT / "docs/template-format.schema.json"
FOLDERS = [peer.PROJECT / "resources/gallery", peer.PROJECT / "tests/fuzz/template"]
AJV = peer.HERE / "node_modules/ajv/dist/2020.js"
SCRIPT = """
const Ajv = require(process.argv[1]).default;
const {schema, samples} = JSON.parse(require("fs").readFileSync(0));
const validate = new Ajv({strict: true, strictRequired: false, allowUnionTypes: true}).compile(schema);
console.log(JSON.stringify(samples.map(sample => validate(sample))));
"""

# Members beside the number of the format, and whether such a template is one.
ROWS = [
    ({"session": {}}, True),
    ({"session": {"a": [None, 1.5, {"b": "c"}]}, "later": {"x": 1}}, True),
    ({"source": []}, True),
    ({"source": ["{\n", "}"]}, True),
    ({}, False),
    ({"session": {}, "source": []}, False),
    ({"session": []}, True),
    ({"session": None}, True),
    ({"source": "text"}, False),
    ({"source": ["a", 1]}, False),
    ({"session": {}, "name": "n", "description": "d", "tags": ["a", "b"], "placeholders": True}, True),
    ({"session": {}, "name": 5}, False),
    ({"session": {}, "description": None}, False),
    ({"session": {}, "tags": "a"}, False),
    ({"session": {}, "tags": ["a", 5]}, False),
    ({"session": {}, "placeholders": "yes"}, False),
    ({"session": {}, "target": {}}, True),
    ({"session": {}, "target": {"version": "beta", "path": "/sessions/$ref", "callRecordId": "", "later": 1}}, True),
    ({"session": {}, "target": {"path": "/elsewhere"}}, False),
    ({"session": {}, "target": {"version": 1}}, False),
    ({"session": {}, "target": []}, False),
    ({"session": {}, "headers": []}, True),
    ({"session": {}, "headers": [{"name": "a", "value": "b"}, {"name": "c", "isSent": False, "later": 1}]}, True),
    ({"session": {}, "headers": [{"name": ""}]}, False),
    ({"session": {}, "headers": [{"value": "b"}]}, False),
    ({"session": {}, "headers": [{"name": "a", "value": 1}]}, False),
    ({"session": {}, "headers": [{"name": "a", "isSent": "no"}]}, False),
    ({"session": {}, "headers": {}}, False),
    *[({"session": {}, "authorization": word}, True) for word in ("environment", "none", "malformed")],
    ({"session": {}, "authorization": "token"}, False),
    ({"session": {}, "authorization": {"bearer": "x"}}, False),
    *[({"session": {}, "expectation": {"status": text}}, True)
      for text in ("", " ", "201", "4xx", "4XX, 201", "200-204", "500 - 504 , 201")],
    *[({"session": {}, "expectation": {"status": text}}, False)
      for text in ("20", "2011", "xx", "0xx", "201;202", "201,", "200-", 201, None)],
    ({"session": {}, "expectation": {}}, True),
    ({"session": {}, "expectation": []}, False),
    ({"session": {}, "expectation": {"errorCode": "a", "errorTarget": "b", "later": []}}, True),
    ({"session": {}, "expectation": {"errorCode": 1}}, False),
    ({"session": {}, "expectation": {"errorTarget": None}}, False),
    ({"session": {}, "expectation": {"members": {"": "asSent", "/a/0": "absent", "/b~1c~0": "ignored",
                                                 "/d": {"json": "[1.10]"}}}}, True),
    *[({"session": {}, "expectation": {"members": {pointer: "asSent"}}}, False) for pointer in ("a", "/a~", "/a~2")],
    *[({"session": {}, "expectation": {"members": {"/a": wish}}}, False)
      for wish in ("other", 1, None, {}, {"json": 1}, {"json": ""}, {"json": "1", "more": 1})],
    ({"session": {}, "expectation": {"headers": {"A": "b", "C": None}}}, True),
    ({"session": {}, "expectation": {"headers": {"A": 1}}}, False),
    ({"session": {}, "expectation": {"headers": []}}, False),
    ({"session": {}, "expectation": {"timeLimitMs": 1, "checks": {"returned": True}}}, True),
    *[({"session": {}, "expectation": {"timeLimitMs": limit}}, False) for limit in (0, -1, 1.5, "1")],
    ({"session": {}, "expectation": {"checks": {"returned": 1}}}, False),
]


def samples():
    """Templates with whether they are one: the rows, other numbers of the format, the gallery, and fuzzing's seeds."""
    for members, is_template in ROWS:
        yield {"sessionComposerTemplate": 1, **members}, is_template
    for number in (0, -1, "1", 1.5, None, 2):
        yield {"sessionComposerTemplate": number, "session": {}}, False
    for path in (path for folder in FOLDERS for path in sorted(folder.glob("*.json"))):
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
        except json.JSONDecodeError:  # a merge that git left
            continue
        if "sessionComposerTemplate" in content:
            yield content, content["sessionComposerTemplate"] == 1


def judged(contents):
    """What ajv says of each."""
    task = json.dumps({"schema": json.loads(SCHEMA.read_text(encoding="utf-8")), "samples": contents})
    run = subprocess.run([shutil.which("node"), "-e", SCRIPT, str(AJV)], input=task, capture_output=True, text=True,
                         check=False, timeout=60)
    if run.returncode:
        raise SystemExit(run.stderr)
    return json.loads(run.stdout)


def taken(cli, content, folder):
    """Whether the program reads it as a template."""
    path = pathlib.Path(folder) / "sample.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    run = subprocess.run([cli, "format", str(path), "--variable", "a=b", "--base-url", "http://h"], capture_output=True,
                         check=False, timeout=60)
    return run.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cli", required=True)
    cli = parser.parse_args().cli
    if not AJV.is_file():
        peer.skip("node_modules is missing; ./dev peers installs it")
    if not shutil.which("node"):
        peer.skip("node is not installed")
    checks = peer.Checks()
    rows = list(samples())
    with tempfile.TemporaryDirectory() as folder:
        for (content, is_template), verdict in zip(rows, judged([content for content, _ in rows])):
            text = json.dumps(content)
            checks.that(verdict == is_template, f"the schema says {verdict} of {text}")
            checks.that(taken(cli, content, folder) == is_template, f"the program says otherwise of {text}")
    print(f"{len(rows)} samples, {sum(is_template for _, is_template in rows)} of them templates")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
