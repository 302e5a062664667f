#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two judges, one verdict: the sandbox at /v1.0/ and prism, which knows only the OpenAPI document, get the same bodies.

Each body is judged three times, by the generator that made it, by the sandbox and by prism; all must agree. What is
left out, because the OpenAPI document there says less or other than OData, stands in leftout.py and is checked as well.
"""

import argparse
import collections
import json
import sys

import bodies
import csdl
import leftout
import peer

SEED = 20170101
FEWEST = 200


def verdict_of_prism(port, text):
    answer = peer.request(port, "POST", peer.sessions_path(), text, {**peer.JSON, "Authorization": "Bearer judge"})
    violations = answer.headers.get("sl-violations")
    if answer.status == 201 and not violations:
        return True, ""
    if answer.status in (400, 422):
        return False, violations or answer.body.decode("utf-8", "replace")
    raise RuntimeError(f"prism answered {answer.status}: {answer.body[:300]}")


def verdict_of_sandbox(port, text):
    answer = peer.request(port, "POST", peer.sessions_path(), text, peer.JSON)
    if answer.status == 201:
        return True, ""
    error = json.loads(answer.body)["error"]
    if answer.status == 400 and error["code"] and error["message"]:
        return False, "; ".join(f"{row['target'] or '/'}: {row['message']}" for row in error.get("details", [])) \
            or error["message"]
    raise RuntimeError(f"the sandbox answered {answer.status}: {answer.body[:300]}")


def judged(body, ports):
    sandbox, why_sandbox = verdict_of_sandbox(ports[0], body.text)
    prism, why_prism = verdict_of_prism(ports[1], body.text)
    return sandbox, prism, f"sandbox: {why_sandbox or 'accepted'}\n  prism: {why_prism or 'accepted'}"


def words(verdict):
    return "accepts" if verdict else "refuses"


def judge_all(made, ports):
    """Prints each body on which the three differ, and the figures. Returns how many differ."""
    figures = collections.Counter()
    for body in made:
        sandbox, prism, why = judged(body, ports)
        if sandbox == prism == body.is_right:
            figures["accepted by both" if sandbox else "refused by both"] += 1
            continue
        figures["differing"] += 1
        print(f"DIFFERS {body.name}: made to be {'right' if body.is_right else 'wrong'}, "
              f"the sandbox {words(sandbox)}, prism {words(prism)}\n  {body.text[:400].decode()}\n  {why[:900]}")
    print(f"{len(made)} bodies (seed {SEED}): {figures['accepted by both']} accepted by both, "
          f"{figures['refused by both']} refused by both, {figures['differing']} differing")
    return figures["differing"]


def judge_left_out(rows, ports):
    """The documented differences are as documented: an exception that is none any more must go."""
    others = 0
    for row in rows:
        sandbox, prism, why = judged(row, ports)
        if (sandbox, prism) != (row.sandbox_accepts, row.prism_accepts):
            others += 1
            print(f"NOT AS DOCUMENTED {row.name}: the sandbox {words(sandbox)}, prism {words(prism)}\n  {why[:900]}")
    print(f"{len(rows)} bodies left out on purpose, {others} of them judged otherwise than documented")
    return others


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cli", required=True, help="the command line's program")
    cli = parser.parse_args().cli
    peer.need_prism()
    schema = csdl.Schema(peer.PROJECT / "resources/schema/callrecords.csdl.xml")
    made = bodies.Generator(schema, SEED).bodies()
    if len(made) < FEWEST:
        raise RuntimeError(f"only {len(made)} bodies were made")
    with peer.sandbox(cli) as sandbox, peer.prism("mock") as prism:
        ports = (sandbox, prism)
        return 1 if judge_all(made, ports) + judge_left_out(leftout.ROWS, ports) else 0


if __name__ == "__main__":
    sys.exit(main())
