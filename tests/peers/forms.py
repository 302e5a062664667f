# SPDX-License-Identifier: GPL-3.0-or-later
"""Values of each primitive type as JSON text: right ones, those of the wrong kind, and those with a fault in them.

What the two judges see differently for a known reason is not here but in leftout.py.
"""

RIGHT = {
    "Edm.String": ('""', '"x"', '"Zoë 🎧 \\u0001\\n"', '"null"', '"' + "long " * 200 + '"'),
    "Edm.Boolean": ("true", "false"),
    "Edm.Int32": ("0", "-2147483648", "2147483647", "7.0", "1e2", "-0"),
    "Edm.Int64": ("0", "4294967295", "-9007199254740991", "9007199254740991", "5.0"),
    "Edm.Single": ("0", "0.5", "-1.25e-3", "60.25816", "3.4028234e38", "100"),
    "Edm.Duration": ('"PT0.016S"', '"P1DT2H3M4.5S"', '"-PT1M"', '"P3D"', '"PT36H"', '"PT"', '"P"', '"P1DT"'),
    "Edm.DateTimeOffset": (
        '"2017-01-01T00:00:14.2767228+03:00"', '"2020-02-25T18:52:21Z"', '"2020-02-25T18:52Z"',
        '"0001-01-01T00:00:00.123456789012Z"', '"10000-12-31T23:59:59-14:00"', '"2024-02-29T12:00:00.1Z"',
        '"0000-02-20T00:00:00Z"', '"2020-02-20T00:00:00+15:00"', '"2020-02-30T00:00:00Z"'),
}
WRONG_KIND = {
    "Edm.String": ("5", "true", "[]", "{}"),
    "Edm.Boolean": ('"true"', "1", "0", "[]", "{}", '""'),
    "Edm.Int32": ('"1"', "true", "[]", "{}", '""'),
    "Edm.Int64": ('"one"', "true", "[]", "{}", '""'),
    "Edm.Single": ('"0.5"', "true", "[]", "{}", '""'),
    "Edm.Duration": ("16", "true", "[]", "{}"),
    "Edm.DateTimeOffset": ("1483218014", "true", "[]", "{}"),
}
FAULTY = {
    "Edm.String": (),
    "Edm.Boolean": (),
    "Edm.Int32": ("2147483648", "-2147483649", "0.5", "1e10", '"9"'),
    "Edm.Int64": ("0.5", "1e300", "9223372036854775808", '"9"'),
    "Edm.Single": ('"1"', '"Infinity"', "1e39", "-1e39"),
    "Edm.Duration": ('""', '"16"', '"PT1"', '"P1Y"', '"P1M"', '"P1W"', '"+PT1S"', '"PT1.S"', '"PT1S "', '"1:30"',
                     '"PT1S1M"', '"PT-1S"', '"PT1,5S"'),
    "Edm.DateTimeOffset": (
        '""', '"2020-02-25"', '"2020-02-25T18:52:21"', '"2020-02-25 18:52:21Z"', '"2020-02-25T24:00:00Z"',
        '"2020-13-01T00:00:00Z"', '"2020-00-01T00:00:00Z"', '"2020-01-32T00:00:00Z"', '"2020-01-00T00:00:00Z"',
        '"2020-01-01T00:60:00Z"', '"2020-01-01T00:00:61Z"', '"2020-01-01T00:00:00.Z"', '"2020-01-01T00:00:00,5Z"',
        '"2020-01-01T00:00:00.1234567890123Z"', '"2020-01-01T00:00:00+0300"', '"2020-01-01T00:00:00+03"',
        '"999-01-01T00:00:00Z"', '"20-01-01T00:00:00Z"', '"2020-1-1T00:00:00Z"', '" 2020-01-01T00:00:00Z"',
        '"2020-01-01T00:00:00Z "', '"2020-01-01T00:00:00Z\\n"', '"٢٠٢٠-01-01T00:00:00Z"', '"+2020-01-01T00:00:00Z"',
        '"now"', '"/Date(1483218014000)/"'),
}

_TIMES = b'"startDateTime": "2020-02-25T18:52:21Z", "endDateTime": "2020-02-25T18:52:21Z"'

# name · members of the session · whether right
SESSION_ROWS = (
    ("right control-information",
     {"@odata.context": "https://example.org/$metadata", "@odata.id": "x", "@odata.etag": 'W/"1"'}, True),
    ("right id that is no GUID", {"id": "not a guid"}, True),
    ("right end before start",
     {"startDateTime": "2020-02-25T18:52:21Z", "endDateTime": "2020-02-25T18:52:20Z"}, True),
    ("right same modality twice", {"modalities": ["audio", "audio"]}, True),
    ("right abstract user agent",
     {"caller": {"userAgent": {"@odata.type": "#microsoft.graph.callRecords.userAgent", "headerValue": "x"}}}, True),
    ("right abstract user agent without type", {"callee": {"userAgent": {"applicationVersion": "1"}}}, True),
    ("enum documented modality", {"modalities": ["unknown"]}, False),
    ("enum among good ones", {"modalities": ["audio", "vidoe", "data"]}, False),
)
# name · text · whether right
TEXTS = (
    ("text last of two names right", b'{"modalities": 5, "modalities": [], ' + _TIMES + b"}", True),
    ("text last of two names wrong", b'{"modalities": [], "modalities": 5, ' + _TIMES + b"}", False),
    ("text lone surrogate", b'{"id": "\\ud800", "modalities": [], ' + _TIMES + b"}", True),
    ("text escaped name", b'{"mod\\u0061lities": ["\\u0061udio"], ' + _TIMES + b"}", True),
    ("text byte order mark", b'\xef\xbb\xbf{"modalities": [], ' + _TIMES + b"}", False),
    ("text __proto__", b'{"__proto__": 5, "modalities": [], ' + _TIMES + b"}", False),
)
NO_SESSION = (
    ("body null", b"null"),
    ("body array", b"[]"),
    ("body text", b'"x"'),
    ("body number", b"5"),
    ("body empty object", b"{}"),
    ("body cut", b'{"modalities": ['),
    ("body words", b"hello"),
    ("body two objects", b"{}{}"),
    ("body trailing comma", b'{"modalities": [],}'),
    ("body single quotes", b"{'modalities': []}"),
    ("body nothing", b""),
)
