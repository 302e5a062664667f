# SPDX-License-Identifier: GPL-3.0-or-later
"""Bodies on which the two judges differ for a known reason. In all of them the sandbox follows Graph and OData."""

import json
from typing import NamedTuple

TIME = "2020-02-25T18:52:21Z"
RECORDS = "microsoft.graph.callRecords."
ABSOLUTE = "https://graph.microsoft.com/v1.0/$metadata#" + RECORDS + "session"


class Row(NamedTuple):
    name: str
    text: bytes
    sandbox_accepts: bool
    prism_accepts: bool


def session(members):
    return json.dumps({"modalities": [], "startDateTime": TIME, "endDateTime": TIME, **members}).encode()


def caller_with(user_agent):
    typed = {"@odata.type": "#" + RECORDS + "clientUserAgent", **user_agent}
    return {"caller": {"@odata.type": "#" + RECORDS + "participantEndpoint", "userAgent": typed}}


def stream_with(members):
    return {"segments": [{"startDateTime": TIME, "endDateTime": TIME, "media": [{"streams": [members]}]}]}


# why the document is not followed: rows of name, members of the session
_ONLY_SANDBOX_REFUSES = {
    "a service must refuse the sentinel in a POST; the document has it as a member like any other": (
        ("unknownFutureValue as modality", {"modalities": ["unknownFutureValue"]}),
        ("unknownFutureValue as stage", {"failureInfo": {"stage": "unknownFutureValue"}}),
        ("unknownFutureValue as platform", caller_with({"platform": "unknownFutureValue"}))),
    "a member above the sentinel is for those who say that they know it": (
        ("product family above the sentinel", caller_with({"productFamily": "azureCommunicationServices"})),),
    "the document requires no member of a complex type but @odata.type": (
        ("failureInfo without stage", {"failureInfo": {"reason": "x"}}),
        ("failureInfo empty", {"failureInfo": {}})),
    "the document's pattern of a time takes two digits of any size as an offset and zeros before a long year": (
        ("offset of 25 hours", {"startDateTime": "2020-02-20T00:00:00+25:00"}),
        ("offset of 60 minutes", {"startDateTime": "2020-02-20T00:00:00+05:60"}),
        ("year 012345", {"startDateTime": "012345-02-20T00:00:00Z"})),
    "prism repairs what is not UTF-8": (
        ("byte 255", session({"id": "?"}).replace(b"?", b"\xff")),),
}
_ONLY_PRISM_REFUSES = {
    "OData's grammar of times allows more than the document's pattern": (
        ("second 60", {"startDateTime": "2016-12-31T23:59:60Z"}),
        ("negative year", {"startDateTime": "-0044-03-15T12:00:00Z"}),
        ("lower-case t", {"startDateTime": "2020-02-25t18:52:21Z"}),
        ("lower-case z", {"startDateTime": "2020-02-25T18:52:21z"})),
    "OData's words are of either case in a duration, too": (
        ("lower-case duration", stream_with({"maxJitter": "pt1s"})),),
    "a service ignores annotations that it does not know; the document knows a few by name": (
        ("instance annotation", {"@example.note": "x"}),
        ("annotation of a member", {"isTest@example.note": 5, "isTest": True}),
        ("type of a primitive member", {"isTest@odata.type": "Edm.Boolean", "isTest": True}),
        ("context that is no text", {"@odata.context": 5}),
        ("etag null", {"@odata.etag": None}),
        ("count that is no number", {"segments@odata.count": "x", "segments": []})),
    "a type's name may be an absolute URL": (
        ("absolute type", {"@odata.type": ABSOLUTE}),),
    "floating-point numbers know three words": (
        ("infinity", stream_with({"averagePacketLossRate": "INF"})),
        ("negative infinity", stream_with({"averagePacketLossRate": "-INF"})),
        ("not a number", stream_with({"averagePacketLossRate": "NaN"}))),
    "prism takes no Int64 that a double cannot hold": (
        ("largest Int64", stream_with({"packetUtilization": 2**63 - 1})),
        ("smallest Int64", stream_with({"packetUtilization": -2**63}))),
}


def _rows(table, sandbox_accepts):
    for group in table.values():
        for name, members in group:
            text = members if isinstance(members, bytes) else session(members)
            yield Row(name, text, sandbox_accepts, not sandbox_accepts)


ROWS = (*_rows(_ONLY_SANDBOX_REFUSES, False), *_rows(_ONLY_PRISM_REFUSES, True))
