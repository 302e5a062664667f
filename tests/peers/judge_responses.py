#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""prism stands before the sandbox and compares each response with what the OpenAPI document says of it.

It is told to leave the requests alone, so that wrong ones reach the sandbox, too, and their responses are compared.
"""

import argparse
import base64
import json
import sys

import peer

GALLERY = peer.PROJECT / "resources/gallery"
RIGHT = (peer.HERE / "peer-to-peer-audio.json").read_bytes()
WRONG = (GALLERY / "documented-example.json").read_bytes()
TOKEN = {"Authorization": "Bearer judge"}  # prism lets nobody through without one
SESSIONS = peer.sessions_path()
REFERENCE = json.dumps({"@odata.id": "https://graph.microsoft.com/v1.0/x"}).encode()
PAGE = 60
REHEARSED = (401, 403, 404, 405, 409, 413, 429, 500, 503, 504)


class Judge:
    """Sends through prism and looks whether it objects."""

    def __init__(self, port, checks):
        self._port = port
        self._checks = checks

    def _sent(self, method, path, body, headers):
        answer = peer.request(self._port, method, path, body, {**peer.JSON, **TOKEN, **headers})
        return answer, answer.headers.get("sl-violations", "")

    def expect(self, name, status, method, path, body=None, **headers):
        """A response of the sandbox, of that status, without a word of objection; gives its body as JSON."""
        fields = {key.replace("_", "-"): value for key, value in headers.items()}
        answer, violations = self._sent(method, path, body, fields)
        is_ours = "SANDBOX" in answer.headers.get("x-ms-ags-diagnostic", "")  # prism answers much by itself
        self._checks.that(answer.status == status and is_ours and not violations,
                          f"{name}: {answer.status} instead of {status}; {violations or answer.body[:300]}")
        return json.loads(answer.body) if answer.body.startswith(b"{") else {}

    def expect_objection(self, name, method, path, body=None):
        answer, violations = self._sent(method, path, body, {})
        self._checks.that("response" in violations, f"{name}: prism does not object: {answer.status} "
                                                    f"{violations[:200]} {answer.body[:300]}")


def posts(judge):
    for version in ("v1.0", "beta", "localtest"):
        path = peer.sessions_path(version)
        created = judge.expect(f"{version}: POST", 201, "POST", path, RIGHT)
        judge.expect(f"{version}: GET one", 200, "GET", f"{path}/{created.get('id')}")
        judge.expect(f"{version}: GET list", 200, "GET", path)
    judge.expect("POST with a client-request-id", 201, "POST", SESSIONS, RIGHT, client_request_id="7f1f9b5e")
    judge.expect("POST, minimal", 204, "POST", SESSIONS, RIGHT, Prefer="return=minimal")
    judge.expect("POST $ref", 204, "POST", SESSIONS + "/$ref", REFERENCE)
    judge.expect("POST session to $ref", 201, "POST", peer.sessions_path("localtest", "/$ref"), RIGHT)


def refusals(judge):
    judge.expect("wrong session", 400, "POST", SESSIONS, WRONG)
    judge.expect("empty session", 400, "POST", SESSIONS, b"{}")
    judge.expect("session to $ref at v1.0", 400, "POST", SESSIONS + "/$ref", RIGHT)
    judge.expect("wrong media type", 415, "POST", SESSIONS, RIGHT, Content_Type="text/plain")
    judge.expect("unknown session", 404, "GET", SESSIONS + "/6f9b2a1e-0000-0000-0000-000000000000")
    judge.expect("foreign $skiptoken", 400, "GET", SESSIONS + "?$skiptoken=x")


def pages(judge, checks):
    path = SESSIONS.replace(peer.CALL_RECORD, "of-many")
    judge.expect("empty list", 200, "GET", path)
    for number in range(PAGE + 1):
        judge.expect(f"POST {number}", 201, "POST", path, RIGHT)
    first = judge.expect("first page", 200, "GET", path)
    last = judge.expect("last page", 200, "GET", path + "?" + first.get("@odata.nextLink", "").partition("?")[2])
    sizes = [len(page.get("value", ())) for page in (first, last)]
    checks.that(sizes == [PAGE, 1], f"the pages have {sizes} sessions")


def guards(judge):
    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    roleless = ".".join((part({"alg": "none"}), part({"scp": "User.Read"}), "c2ln"))
    judge.expect("malformed token", 401, "POST", SESSIONS, RIGHT, Authorization="Bearer malformed token")
    judge.expect("token without the role", 403, "POST", SESSIONS, RIGHT, Authorization="Bearer " + roleless)
    judge.expect("opaque token", 201, "POST", SESSIONS, RIGHT, Authorization="Bearer opaque")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cli", required=True, help="the command line's program")
    cli = parser.parse_args().cli
    peer.need_prism()
    checks = peer.Checks()
    with peer.sandbox(cli) as port:
        root = f"http://127.0.0.1:{port}"
    # prism takes ten seconds to start and a sandbox none: one prism, and behind it one sandbox after the other.
    at = ("--port", str(port))
    with peer.prism("proxy", root, "--validate-request", "false") as proxy:
        judge = Judge(proxy, checks)
        with peer.sandbox(cli, *at):
            posts(judge)
            refusals(judge)
            pages(judge, checks)
        with peer.sandbox(cli, *at, "--require-token"):
            guards(judge)
        for status in REHEARSED:
            with peer.sandbox(cli, *at, "--rehearse", str(status)):
                judge.expect(f"rehearsed {status}", status, "POST", SESSIONS, RIGHT)
        with peer.sandbox(cli, *at, "--rehearse", "stores-as-graph"):
            judge.expect("rehearsed stores-as-graph", 201, "POST", SESSIONS, RIGHT)
        with peer.sandbox(cli, *at, "--rehearse", "html"):  # or prism would not have looked at the rest
            judge.expect_objection("rehearsed html", "POST", SESSIONS, RIGHT)
    return checks.finish()


if __name__ == "__main__":
    sys.exit(main())
