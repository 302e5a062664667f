#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a file of JUnit XML as tools for continuous integration do, holds it to what the schemas of Ant's JUnitReport and
of Jenkins have in common, and prints a line `CLASSNAME/NAME RESULT` for each test."""

import re
import sys
import xml.etree.ElementTree as ElementTree

SUITE = {"name": r".+", "package": r".*", "id": r"\d+", "hostname": r".+", "timestamp": r"\d{4}(-\d\d){2}T\d\d(:\d\d){2}",
         "tests": r"\d+", "failures": r"\d+", "errors": r"\d+", "skipped": r"\d+", "time": r"\d+(\.\d+)?"}
CASE = {"name": r".+", "classname": r".+", "time": r"\d+(\.\d+)?"}
FAULT = {"message": r"(?s).*", "type": r".+"}
IN_SUITE = r"properties (testcase )*system-out system-err "
IN_CASE = r"((failure|error|skipped) )?"


def attributes(element, allowed):
    """Each of them is there, in its form, and there is no other."""
    if set(element.attrib) != set(allowed):
        raise SystemExit(f"<{element.tag}> has the attributes {sorted(element.attrib)}")
    for name, form in allowed.items():
        if not re.fullmatch(form, element.attrib[name]):
            raise SystemExit(f"<{element.tag}> has {name}={element.attrib[name]!r}")


def children(element, order):
    found = "".join(child.tag + " " for child in element)
    if not re.fullmatch(order, found):
        raise SystemExit(f"<{element.tag}> holds {found}")


def result_of(case):
    attributes(case, CASE)
    children(case, IN_CASE)
    for fault in case:
        children(fault, "")
        attributes(fault, {} if fault.tag == "skipped" else FAULT)
        return fault.tag
    return "passed"


def main():
    root = ElementTree.parse(sys.argv[1]).getroot()
    if root.tag != "testsuites" or root.attrib:
        raise SystemExit(f"the root is <{root.tag}>")
    children(root, r"(testsuite )+")
    for suite in root:
        attributes(suite, SUITE)
        children(suite, IN_SUITE)
        cases = suite.findall("testcase")
        results = [result_of(case) for case in cases]
        places = [f"{case.get('classname')}/{case.get('name')}" for case in cases]
        counted = {"tests": len(results), "failures": results.count("failure"), "errors": results.count("error"),
                   "skipped": results.count("skipped")}
        if any(int(suite.get(name)) != count for name, count in counted.items()) or len(set(places)) != len(places):
            raise SystemExit(f"the counts are {counted} of {len(set(places))} tests")
        for place, result in zip(places, results):
            print(place, result)


if __name__ == "__main__":
    main()
