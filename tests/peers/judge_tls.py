#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""nginx stands before the sandbox with a certificate of an authority that this machine does not know: nothing is sent.

A client that knows the authority posts through the same nginx; without it a refusal would say little.
"""

import argparse
import contextlib
import os
import pathlib
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import urllib.request

import peer

RIGHT = peer.HERE / "peer-to-peer-audio.json"
TOKEN_VARIABLE = "SC_PEER_TOKEN"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
NO_RESPONSE = 3  # the command line's exit code
CONFIGURATION = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log stderr notice;
events {{ }}
http {{
    log_format plain '$request_method $uri $status';
    access_log {folder}/access.log plain;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port} ssl;
        ssl_certificate {folder}/server.pem;
        ssl_certificate_key {folder}/server.key;
        location / {{
            proxy_pass http://127.0.0.1:{sandbox};
            proxy_set_header Host 127.0.0.1:{sandbox};
        }}
    }}
}}
"""


def openssl(folder, *arguments):
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True, timeout=60)


def make_certificates(folder):
    """An authority, and a certificate of it for 127.0.0.1."""
    new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
    openssl(folder, "req", "-x509", *new_key, "-days", "2", "-keyout", "ca.key", "-out", "ca.pem",
            "-subj", "/CN=Authority of a peer test", "-addext", "basicConstraints=critical,CA:TRUE",
            "-addext", "keyUsage=critical,keyCertSign,cRLSign")
    openssl(folder, "req", *new_key, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=127.0.0.1")
    (folder / "server.ext").write_text("subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n"
                                       "keyUsage=digitalSignature\nextendedKeyUsage=serverAuth\n"
                                       "authorityKeyIdentifier=keyid\n")
    openssl(folder, "x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial",
            "-extfile", "server.ext", "-out", "server.pem", "-days", "2")


def free_port():
    """nginx takes no 0. Somebody may be quicker; then it says so and the test fails, which has to be rare."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def nginx(folder, sandbox):
    port = free_port()
    (folder / "nginx.conf").write_text(CONFIGURATION.format(folder=folder, port=port, sandbox=sandbox))
    command = [NGINX, "-p", folder, "-c", folder / "nginx.conf", "-e", "stderr"]
    with contextlib.closing(peer.Program(command, r"\[notice\].*(?:OS: Linux|start worker|getrlimit)")):
        yield port


def submit(cli, port):
    surroundings = {**os.environ, "LC_ALL": "C.UTF-8", TOKEN_VARIABLE: "judge"}
    return subprocess.run([cli, "submit", RIGHT, "--base-url", f"https://127.0.0.1:{port}", "--call-record",
                           peer.CALL_RECORD, "--token-env", TOKEN_VARIABLE],
                          capture_output=True, text=True, env=surroundings, timeout=peer.SECONDS_TO_ANSWER)


def post_as_one_who_trusts(port, authority):
    trusting = urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=authority))
    opener = urllib.request.build_opener(trusting, urllib.request.ProxyHandler({}))
    request = urllib.request.Request(f"https://127.0.0.1:{port}{peer.sessions_path()}", RIGHT.read_bytes(), peer.JSON)
    with opener.open(request, timeout=peer.SECONDS_TO_ANSWER) as response:
        return response.status


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cli", required=True, help="the command line's program")
    cli = parser.parse_args().cli
    if not NGINX or not shutil.which("openssl"):
        peer.skip("nginx or openssl is not installed")
    checks = peer.Checks()
    with tempfile.TemporaryDirectory() as name, peer.sandbox(cli) as sandbox:
        folder = pathlib.Path(name)
        make_certificates(folder)
        with nginx(folder, sandbox) as port:
            done = submit(cli, port)
            checks.that(done.returncode == NO_RESPONSE and not done.stdout, f"{done.returncode} {done.stdout}")
            checks.that(len(done.stderr.splitlines()) == 1, f"one sentence says why: {done.stderr}")
            checks.that(post_as_one_who_trusts(port, folder / "ca.pem") == 201, "the trusting client is refused")
            print(done.stderr.strip())
        # Only now, because nginx writes its log after it has answered.
        expected = [f"POST {peer.sessions_path()} 201"]
        seen = (folder / "access.log").read_text().splitlines()
        checks.that(seen == expected, f"nginx has seen {seen}, not only the trusting client")
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
