// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Members of a session in which one value stands for `%`.
struct FixPlace
{
    const char *name;
    const char *members;
};

#define SC_STREAM(member)                                                                                              \
    R"("segments":[{"startDateTime":"2017-01-01T00:00:00Z","endDateTime":"2017-01-01T00:00:00Z","media":[{"streams":)" \
    R"([{"streamDirection":"callerToCallee",")" member R"(":%}]}]}])"

constexpr FixPlace fixPlaces[] = {
    {"members", "%"},
    {"time", R"("segments":[{"startDateTime":%,"endDateTime":"2017-01-01T00:02:00Z"}])"},
    {"duration", SC_STREAM("averageJitter")},
    {"single", SC_STREAM("averageVideoFrameRate")},
    {"int64", SC_STREAM("packetUtilization")},
    {"int32", R"("caller":{"@odata.type":"#microsoft.graph.callRecords.participantEndpoint","cpuCoresCount":%})"},
    {"isTest", R"("isTest":%)"},
    {"id", R"("id":%)"},
    {"stage", R"("failureInfo":{"stage":%})"},
    {"reason", R"("failureInfo":{"stage":"midcall","reason":%})"},
    {"segments", R"("segments":%)"},
    {"caller", R"("caller":%)"},
    {"callerType", R"("caller":{"@odata.type":%,"userAgent":null})"},
    {"identityType",
     R"("caller":{"@odata.type":"#microsoft.graph.callRecords.participantEndpoint","associatedIdentity":)"
     R"({"@odata.type":%}})"},
};

#undef SC_STREAM

/// What stands at a place, the rule that it breaks there, and what the fix makes of it; null when there is no plain
/// mend.
struct FixRow
{
    const char *name;
    const char *place;
    const char *before;
    const char *rule;
    const char *after;
};

constexpr FixRow fixRows[] = {
    {"offset without a colon", "time", R"("2017-01-01T03:00:00+0300")", "lexical-form",
     R"("2017-01-01T03:00:00+03:00")"},
    {"offset of hours", "time", R"("2017-01-01T03:00:00+03")", "lexical-form", R"("2017-01-01T03:00:00+03:00")"},
    {"offset with a minus sign", "time",
     "\"2016-12-31T21:00:00\xE2\x88\x92"
     "03:00\"",
     "lexical-form", R"("2016-12-31T21:00:00-03:00")"},
    {"blank before the offset", "time", R"("2017-01-01T03:00:00 +03:00")", "lexical-form",
     R"("2017-01-01T03:00:00+03:00")"},
    {"offset missing", "time", R"("2017-01-01T00:00:00")", "lexical-form", nullptr},
    {"decimal comma in a time", "time", R"("2017-01-01T00:00:00,5Z")", "lexical-form", R"("2017-01-01T00:00:00.5Z")"},
    {"blank for T", "time", R"("2017-01-01 00:00:00Z")", "lexical-form", R"("2017-01-01T00:00:00Z")"},
    {"no T", "time", R"("2017-01-0100:00:00Z")", "lexical-form", R"("2017-01-01T00:00:00Z")"},
    {"time in lower case", "time", R"("2017-01-01t00:00:00z")", "lexical-note", R"("2017-01-01T00:00:00Z")"},
    {"time between blanks", "time", R"(" 2017-01-01T00:00:00Z\n")", "lexical-form", R"("2017-01-01T00:00:00Z")"},
    {"everything at once", "time", R"("2017-01-01 03:00:00,25+0300 ")", "lexical-form",
     R"("2017-01-01T03:00:00.25+03:00")"},
    {"24:00", "time", R"("2017-01-01T24:00:00Z")", "lexical-form", nullptr},
    {"day only", "time", R"("2017-01-01")", "lexical-form", nullptr},
    {"13 digits", "time", R"("2017-01-01T00:00:00.1234567890123Z")", "lexical-form", nullptr},
    {"8 digits", "time", R"("2017-01-01T00:00:00.12345678Z")", "lexical-note", nullptr},
    {"second 60 in lower case", "time", R"("2017-01-01T00:00:60z")", "lexical-note", nullptr},
    {"time as number", "time", R"(1483228814)", "wrong-type", nullptr},
    {"time outside of the session", "time", R"("2016-12-31T23:59:59Z")", "outside-span", nullptr},
    {"duration in lower case", "duration", R"("pt0.016s")", "lexical-note", R"("PT0.016S")"},
    {"decimal comma in a duration", "duration", R"("PT0,016S")", "lexical-form", R"("PT0.016S")"},
    {"duration between blanks", "duration", R"(" PT1S ")", "lexical-form", R"("PT1S")"},
    {"duration bare", "duration", R"("PT")", "lexical-note", R"("PT0S")"},
    {"duration bare and negative", "duration", R"("-P")", "lexical-note", R"("-PT0S")"},
    {"duration of weeks", "duration", R"("P1W")", "lexical-form", nullptr},
    {"decimal comma", "single", R"("0,5")", "wrong-type", "0.5"},
    {"decimal comma, three digits", "single", R"("1,234")", "wrong-type", nullptr},
    {"decimal comma after zero", "single", R"("-0,016")", "wrong-type", "-0.016"},
    {"number as text", "single", R"("29.97")", "wrong-type", "29.97"},
    {"number without a leading zero", "single", R"(".5")", "wrong-type", "0.5"},
    {"number with a plus", "single", R"("+0.5")", "wrong-type", "0.5"},
    {"two commas", "single", R"("1,0,0")", "wrong-type", nullptr},
    {"INF in lower case", "single", R"("inf")", "wrong-type", R"("INF")"},
    {"no number", "single", R"("fast")", "wrong-type", nullptr},
    {"beyond a single", "single", R"("1e39")", "wrong-type", nullptr},
    {"Int64 as text", "int64", R"("9223372036854775807")", "number-as-text", "9223372036854775807"},
    {"Int64 with a fraction as text", "int64", R"("1,5")", "wrong-type", nullptr},
    {"Int32 as text", "int32", R"(" 4 ")", "wrong-type", "4"},
    {"Int32 as text, too great", "int32", R"("2147483648")", "wrong-type", nullptr},
    {"Int32 with a point", "int32", "4.0", "integer-spelling", "4"},
    {"Int32 with an exponent", "int32", "-4e3", "integer-spelling", "-4000"},
    {"Int32 zero with a point", "int32", "-0.0", "integer-spelling", "0"},
    {"Int32 with a fraction", "int32", "4.5", "integer-fraction", nullptr},
    {"Int32 too great", "int32", "2147483648", "number-range", nullptr},
    {"true as text", "isTest", R"("True")", "wrong-type", "true"},
    {"false as text", "isTest", R"(" false")", "wrong-type", "false"},
    {"yes", "isTest", R"("yes")", "wrong-type", nullptr},
    {"one for true", "isTest", "1", "wrong-type", nullptr},
    {"id in braces", "id", R"("{34101743-1743-3410-4317-103443171034}")", "id-form",
     R"("34101743-1743-3410-4317-103443171034")"},
    {"id without hyphens", "id", R"("34101743174334104317103443171034")", "id-form",
     R"("34101743-1743-3410-4317-103443171034")"},
    {"id of another form", "id", R"("session 1")", "id-form", nullptr},
    {"id null", "id", "null", "null-value", nullptr},
    {"text without quotation marks", "reason", "404", "wrong-type", R"("404")"},
    {"object for text", "reason", "{}", "wrong-type", nullptr},
    {"member in another case", "stage", R"("MidCall")", "enum-member", R"("midcall")"},
    {"member between blanks", "stage", R"(" callSetup")", "enum-member", R"("callSetup")"},
    {"member by number", "stage", "1", "enum-number", R"("callSetup")"},
    {"member by number as text", "stage", R"("2")", "enum-number", R"("midcall")"},
    {"sentinel by number", "stage", "3", "enum-number", nullptr},
    {"sentinel in another case", "stage", R"("UnknownFutureValue")", "enum-member", nullptr},
    {"no member", "stage", R"("String")", "enum-member", nullptr},
    {"sentinel", "stage", R"("unknownFutureValue")", "unknown-future-value", nullptr},
    {"object for a collection", "segments",
     R"({"startDateTime":"2017-01-01T00:00:00Z","endDateTime":"2017-01-01T00:01:00Z"})", "wrong-type",
     R"([{"startDateTime":"2017-01-01T00:00:00Z","endDateTime":"2017-01-01T00:01:00Z"}])"},
    {"text for a collection of objects", "segments", R"("none")", "wrong-type", nullptr},
    {"null for a collection", "segments", "null", "null-collection", "[]"},
    {"type without #", "callerType", R"("microsoft.graph.callRecords.endpoint")", "type-hash",
     R"("#microsoft.graph.callRecords.endpoint")"},
    {"type in another case", "callerType", R"("#Microsoft.Graph.callrecords.endpoint")", "type-case",
     R"("#microsoft.graph.callRecords.endpoint")"},
    {"short type", "callerType", R"("participantEndpoint")", "unknown-type",
     R"("#microsoft.graph.callRecords.participantEndpoint")"},
    {"type in another namespace", "callerType", R"("#microsoft.graph.serviceEndpoint")", "unknown-type",
     R"("#microsoft.graph.callRecords.serviceEndpoint")"},
    {"type unknown", "callerType", R"("#microsoft.graph.callRecords.phone")", "unknown-type", nullptr},
    {"type unrelated", "callerType", R"("#microsoft.graph.callRecords.failureInfo")", "unrelated-type", nullptr},
    {"type in an open family", "identityType", R"("#microsoft.graph.phone")", "open-family-type", nullptr},
    {"derived member", "caller", R"({"name":"x"})", "derived-member",
     R"({"@odata.type": "#microsoft.graph.callRecords.participantEndpoint", "name":"x"})"},
    {"derived member, set over lines", "caller", "{\n  \"name\": \"x\"\n}", "derived-member",
     "{\n  \"@odata.type\": \"#microsoft.graph.callRecords.participantEndpoint\",\n  \"name\": \"x\"\n}"},
    {"derived member under the base type", "caller",
     R"({"name":"x","@odata.type":"#microsoft.graph.callRecords.endpoint"})", "derived-member",
     R"({"name":"x","@odata.type":"#microsoft.graph.callRecords.participantEndpoint"})"},
    {"derived member under a sibling", "caller",
     R"({"name":"x","@odata.type":"#microsoft.graph.callRecords.serviceEndpoint"})", "derived-member", nullptr},
    {"name in another case", "members", R"("IsTest" : true)", "undeclared-member", R"("isTest" : true)"},
    {"name in another case, taken", "members", R"("IsTest":true,"isTest":true)", "undeclared-member", nullptr},
    {"undeclared", "members", R"("foo":1)", "undeclared-member", nullptr},
    {"end before start", "segments",
     R"([{"startDateTime":"2017-01-01T00:01:00Z","endDateTime":"2017-01-01T00:00:00Z"}])", "end-before-start", nullptr},
};
