#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Independent readers judge what leaves the program as evidence: har-validator the HTTP Archive, Python's reader the page
and the archive, a raw server what curl.sh sends, and Chromium, where there is one, that the page asks for nothing."""

import argparse
import hashlib
import html.parser
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import zipfile

import peer

GALLERY = peer.PROJECT / "resources/gallery"
VALIDATOR = peer.HERE / "node_modules/har-validator"
MARKUP = '{"a": "<img src=http://127.0.0.1:PORT/x><script>fetch(1)</script></pre><base href=//h>"}'
WITH_ADDRESS = {"action", "background", "cite", "data", "formaction", "href", "longdesc", "manifest", "ping", "poster",
                "profile", "src", "srcdoc", "srcset", "style", "usemap", "xlink:href"}
ACTIVE = {"a", "applet", "audio", "base", "button", "embed", "form", "frame", "iframe", "img", "input", "link", "object",
          "script", "video"}


class Counter:
    """Takes every connection on a free port, keeps what came, and answers nothing of use."""

    def __init__(self):
        self.requests = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            connection, _ = self._socket.accept()
            with connection:
                connection.settimeout(5)
                self.requests.append(self._read(connection))
                connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

    @staticmethod
    def _read(connection):
        data = b""
        try:
            while not (head := data.partition(b"\r\n\r\n"))[1] or len(head[2]) < Counter._length(head[0]):
                part = connection.recv(65536)
                if not part:
                    break
                data += part
        except TimeoutError:
            pass
        return data

    @staticmethod
    def _length(head):
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                return int(line.partition(b":")[2])
        return 0


class Page(html.parser.HTMLParser):
    """What stands in a page that could ask for something, its policy, and the text of its boxes."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.faults = []
        self.policy = None
        self.boxes = []
        self._in_box = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag in ACTIVE:
            self.faults.append(f"<{tag}>")
        for name, value in attributes:
            elsewhere = (value or "").replace("url(#", "")  # a pattern of the page itself
            if name in WITH_ADDRESS or name.startswith("on") or "url(" in elsewhere:
                self.faults.append(f'<{tag} {name}="{value}">')
        named = dict(attributes)
        if tag == "meta" and named.get("http-equiv") == "Content-Security-Policy":
            self.policy = named["content"]
        elif tag == "meta" and "http-equiv" in named:
            self.faults.append(f"<meta {named}>")
        if tag == "pre":
            self.boxes.append("")
            self._in_box = True

    def handle_endtag(self, tag):
        if tag == "pre":
            self._in_box = False
            self.boxes[-1] = self.boxes[-1].removeprefix("\n")  # HTML: the first line end does not count

    def handle_data(self, data):
        if self._in_box:
            self.boxes[-1] += data


class Run:
    """The command line with a history of its own."""

    def __init__(self, cli, folder):
        self._cli = cli
        self.folder = folder
        self._surroundings = {**os.environ, "LC_ALL": "C.UTF-8", "XDG_DATA_HOME": str(folder / "data")}

    def __call__(self, *words):
        done = subprocess.run([self._cli, *map(str, words)], capture_output=True, env=self._surroundings,
                              timeout=peer.SECONDS_TO_ANSWER)
        return done

    def submit(self, file, port):
        return self("submit", file, "--base-url", f"http://127.0.0.1:{port}", "--call-record", peer.CALL_RECORD,
                    "--history")


def write_history(run, counter):
    """1 to 5: taken, refused with markup in it, not UTF-8, stored wrongly, and nobody there."""
    awkward = run.folder / "awkward.json"
    awkward.write_bytes(MARKUP.replace("PORT", str(counter.port)).encode() + b"\r\n\xe2\x80\xa8")
    with peer.sandbox(run._cli) as port:
        run.submit(peer.HERE / "peer-to-peer-audio.json", port)
        run.submit(awkward, port)
    for rehearsal in ("html", "stores-wrongly"):
        with peer.sandbox(run._cli, "--rehearse", rehearsal) as port:
            run.submit(peer.HERE / "peer-to-peer-audio.json", port)
    run.submit(GALLERY / "documented-example.json", 1)
    return awkward.read_bytes()


def archives(run, checks):
    file = run.folder / "e.har"
    done = run("report", *"12345", "--format", "har", file)
    checks.that(done.returncode == 0, f"report --format har: {done.returncode} {done.stderr}")
    script = ("const validate = require('har-validator/lib/promise');"
              "const har = JSON.parse(require('fs').readFileSync(process.argv[1]));"
              "validate.har(har).then(() => console.log('valid'), fault => console.log(JSON.stringify(fault.errors)));")
    judged = subprocess.run([shutil.which("node"), "-e", script, file], cwd=peer.HERE, capture_output=True, text=True,
                            timeout=peer.SECONDS_TO_ANSWER)
    checks.that(judged.stdout == "valid\n", f"har-validator: {judged.stdout[:500]}{judged.stderr[:500]}")
    entries = json.loads(file.read_text(encoding="utf-8"))["log"]["entries"]
    checks.that([entry["response"]["status"] for entry in entries][:2] == [201, 400] and len(entries) == 5,
                "the entries are not in order")
    for entry in entries:
        whole = sum(max(0, value) for value in entry["timings"].values() if isinstance(value, (int, float)))
        checks.that(abs(whole - entry["time"]) < 0.001, f"{entry['timings']} are not {entry['time']} in all")


def pages(run, checks, awkward):
    file = run.folder / "e.html"
    done = run("report", *"12345", "--format", "html", file)
    checks.that(done.returncode == 0, f"report --format html: {done.returncode} {done.stderr}")
    page = Page(file.read_bytes().decode())
    checks.that(not page.faults, f"the page has {page.faults[:5]}")
    checks.that(page.policy and page.policy.startswith("default-src 'none';") and "unsafe" not in page.policy,
                f"its policy is {page.policy}")
    checks.that(awkward.decode() in page.boxes, "the body with markup is not in it to the letter")
    return file


def packed(run, checks, awkward, counter):
    file = run.folder / "e.zip"
    done = run("history", "export", *"12", file)
    checks.that(done.returncode == 0, f"history export: {done.returncode} {done.stderr}")
    with zipfile.ZipFile(file) as archive:
        checks.that(archive.testzip() is None, "the archive is damaged")
        checks.that(archive.read("2/request-body.json") == awkward, "the body in the archive is another")
        command = archive.read("2/curl.sh").decode()
    target = next(line for line in command.splitlines() if line.strip().startswith("--url"))
    port = target.split("127.0.0.1:")[1].split("/")[0]
    command = command.replace(f"127.0.0.1:{port}/", f"127.0.0.1:{counter.port}/")
    before = len(counter.requests)
    subprocess.run(["bash", "-c", command], capture_output=True, timeout=peer.SECONDS_TO_ANSWER)
    sent = counter.requests[before:]
    checks.that(len(sent) == 1 and sent[0].partition(b"\r\n\r\n")[2] == awkward,
                f"curl.sh sends other bytes: {hashlib.sha256(b''.join(sent)).hexdigest()}")


def asked_in_chromium(chromium, folder, page):
    """What a page asks for: all of it, also what goes to this machine, comes to a proxy that answers nothing of use."""
    proxy = Counter()
    picture = folder / f"{page.stem}.png"
    subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--proxy-bypass-list=<-loopback>", f"--proxy-server=127.0.0.1:{proxy.port}",
                    f"--user-data-dir={folder / page.stem}", f"--screenshot={picture}", page.as_uri()],
                   capture_output=True, timeout=peer.SECONDS_TO_ANSWER)
    lines = [request.split(b"\r\n")[0] for request in proxy.requests]
    return picture.is_file(), [line for line in lines if b" http://127.0.0.1:" in line or b" http://h/" in line]


def in_chromium(run, checks, page):
    chromium = shutil.which("chromium")
    if not chromium:
        print("chromium is not installed: what the page asks for was read, not watched")
        return
    control = run.folder / "control.html"
    control.write_text("<img src=http://127.0.0.1:8123/x>")
    checks.that(len(asked_in_chromium(chromium, run.folder, control)[1]) > 0, "the proxy sees no request of any page")
    is_painted, asked = asked_in_chromium(chromium, run.folder, page)
    checks.that(is_painted and not asked, f"painted: {is_painted}; the page asked for {asked[:3]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cli", required=True, help="the command line's program")
    cli = parser.parse_args().cli
    if not VALIDATOR.is_dir():
        peer.skip("node_modules is missing; ./dev peers installs it")
    checks = peer.Checks()
    with tempfile.TemporaryDirectory() as name:
        run = Run(cli, pathlib.Path(name))
        counter = Counter()
        awkward = write_history(run, counter)
        archives(run, checks)
        page = pages(run, checks, awkward)
        packed(run, checks, awkward, counter)
        in_chromium(run, checks, page)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
