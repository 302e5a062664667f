#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""curl judges the import of its commands: a raw server keeps what each command sends when bash and curl run it, and what
the command line sends for the template made of it. Method, path, body and headers have to be the same."""

import argparse
import contextlib
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

import peer

ID = peer.CALL_RECORD
PATH = peer.sessions_path()
BODY = b'{\r\n  "a": 1.10,\n  "\xc3\xa4": "it\'s"\n}\n'
CANARY = "canary-0123456789abcdef"

# One command a line; URL stands for the address of the server, BASE for what is before the version.
COMMANDS = [
    """curl --json '{"a": 1}' URL""",
    """curl -d '{"a": 1}' URL""",
    """curl -d'{"a": 1}' URL""",
    """curl --data '{"a": 1}' -H 'Content-Type: application/json' URL""",
    """curl --data-ascii '{"a": 1}' URL""",
    """curl --data-raw '@body.json' URL""",
    """curl --data @body.json URL""",
    """curl --data-binary @body.json URL""",
    """curl --data-binary '@body.json' -H "Content-Type: application/json; charset=utf-8" URL""",
    """curl --json @body.json URL""",
    """curl --json '{"a":' --json '1}' URL""",
    """curl -d a=1 -d b=2 URL""",
    """curl -d '' URL""",
    """curl -X POST URL""",
    """curl -X POST -H 'Content-Length: 0' URL""",
    r"""curl -d "{\"a\": \"\$x \\\\ \`\"}" URL""",
    r"""curl --data-raw $'{"it\'s": "\u00e4\t\x41\101"}' URL""",
    r"""curl --data-raw $'{\n  "a": "\U0001F600"\n}\n' URL""",
    """curl --json '{"it'"'"'s": 1}' URL""",
    r"""curl --json {\"a\":1} URL""",
    """curl \\\n  --json '{"a": 1}' \\\n  URL""",
    """# a comment\ncurl --json '{"a": 1}' URL # and another""",
    """curl --json '{"a":\n1}' URL""",
    """curl -H 'A: 1' -H 'B:2' -H 'A: 3' --json '{}' URL""",
    """curl -H 'X-Empty;' --json '{}' URL""",
    """curl -H 'Accept:' -H 'Content-Type:' -d '{}' URL""",
    """curl -H 'accept: text/plain' -H 'content-type: text/plain' -d '{}' URL""",
    """curl -A me/1 -e http://there/ --json '{}' URL""",
    """curl -sSkXPOST -d '{}' URL""",
    """curl --silent --compressed --max-time 9 -o /dev/null --json '{}' URL""",
    """curl --url URL --json '{}'""",
    """curl --json '{}' 'URL/$ref'""",
    """curl --json '{}' BASE/beta/communications/callRecords/a%20b/sessions""",
    """curl --json '{"a": "{{guid}}"}' URL""",
    f"""curl -H 'Authorization: Bearer {CANARY}' --json '{{}}' URL""",
    f"""curl -u 'me:{CANARY}' --json '{{}}' URL""",
    f"""curl --oauth2-bearer {CANARY} --json '{{}}' URL""",
    f"""curl -b 'session={CANARY}' -H 'X-Api-Key: {CANARY}' --json '{{}}' URL""",
    f"""curl --json '{{}}' http://me:{CANARY}@HOST/v1.0/communications/callRecords/{ID}/sessions""",
]

# Names of fields that the program writes itself, and of credentials, which no template keeps (docs/import-export.md).
LEFT_OUT = {b"host", b"content-length", b"connection", b"accept-encoding", b"expect", b"authorization", b"cookie",
            b"x-api-key"}
ALWAYS_SENT = {b"user-agent", b"accept-language"}


class Recorder:
    """Keeps the requests that come to a free port and answers each with a session."""

    def __init__(self):
        self.requests = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            connection, _ = self._socket.accept()
            with connection, contextlib.suppress(OSError), connection.makefile("rb") as stream:
                connection.settimeout(peer.SECONDS_TO_ANSWER)
                self.requests.append(self._read(stream))
                connection.sendall(b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                                   b"Connection: close\r\n\r\n{}")

    @staticmethod
    def _read(stream):
        line = stream.readline().rstrip(b"\r\n")
        fields = []
        while (field := stream.readline().rstrip(b"\r\n")):
            name, _, value = field.partition(b":")
            fields.append((name.lower(), value.strip()))
        return line, fields, stream.read(int(dict(fields).get(b"content-length", b"0")))


def compared(fields, named):
    """The fields that have to be the same. One that stands twice goes out as one, its values joined, which means the same
    (RFC 9110 §5.3); what curl says of itself by default is not kept."""
    values = {}
    for name, value in fields:
        if name not in LEFT_OUT and (name not in ALWAYS_SENT or name in named):
            values.setdefault(name, []).append(value)
    return {name: b", ".join(every) for name, every in values.items()}


def run(command, folder, **more):
    surroundings = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return subprocess.run([str(word) for word in command], cwd=folder, capture_output=True, env=surroundings,
                          timeout=peer.SECONDS_TO_ANSWER, **more)


def judge(cli, folder, recorder, command, checks):
    host = f"127.0.0.1:{recorder.port}"
    script = (command.replace("URL", f"http://{host}{PATH}").replace("BASE", f"http://{host}")
              .replace("HOST", host))
    file = folder / "command.sh"
    file.write_text(script + "\n", encoding="utf-8")
    before = len(recorder.requests)
    run(["bash", file], folder)
    with tempfile.TemporaryDirectory() as out:
        done = run([cli, "import", file, "--output-folder", out], folder)
        checks.that(done.returncode == 0, f"{command}: import ends with {done.returncode}: {done.stderr}")
        if done.returncode:
            return
        template = pathlib.Path(done.stdout.decode().rstrip("\n"))
        told = template.read_bytes() + done.stderr
        run([cli, "submit", template, "--base-url", f"http://{host}"], folder)
    requests = recorder.requests[before:]
    checks.that(len(requests) == 2, f"{command}: {len(requests)} requests came")
    if len(requests) != 2:
        return
    (curl_line, curl_fields, curl_body), (our_line, our_fields, our_body) = requests
    named = {b"user-agent"} if " -A " in command else set()
    checks.that(our_line == curl_line, f"{command}: {our_line} for {curl_line}")
    checks.that(our_body == curl_body, f"{command}: {our_body} for {curl_body}")
    ours, theirs = compared(our_fields, named), compared(curl_fields, named)
    checks.that(ours == theirs, f"{command}: {ours} for {theirs}")
    checks.that(CANARY.encode() not in told and CANARY.encode() not in b"".join(v for _, v in our_fields),
                f"{command}: the credential is still there")
    checks.that(CANARY not in command or b"left out" in done.stderr, f"{command}: nothing was told of the credential")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cli", required=True, type=pathlib.Path)
    cli = parser.parse_args().cli.resolve()
    for program in ("bash", "curl"):
        if not shutil.which(program):
            peer.skip(f"{program} is not installed")
    checks = peer.Checks()
    recorder = Recorder()
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "body.json").write_bytes(BODY)
        for command in COMMANDS:
            judge(cli, pathlib.Path(folder), recorder, command, checks)
    print(f"{len(COMMANDS)} commands")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
