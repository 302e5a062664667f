// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace awkward {

/// A body that has cost some program its bytes.
struct Body
{
    const char *name;
    QByteArray bytes;
    bool isJson;
};

/// Bodies for every test that says "the very bytes".
inline QList<Body> bodies()
{
    using namespace Qt::StringLiterals;
    const QByteArray million(1'000'000, 'x');
    QByteArray everyByte;
    for (int byte = 0; byte < 0x100; ++byte)
        everyByte += char(byte);
    QByteArray controls;
    for (int byte = 0; byte < 0x20; ++byte)
        controls += char(byte);
    return {
        {"empty", ""_ba, false},
        {"empty object", "{}"_ba, true},
        {"blanks in empty array", " [ \n ] "_ba, true},
        {"duplicates", R"({"a":1,"a":2,"b":{"a":3,"a":[]}})"_ba, true},
        {"one point zero", R"({ "n" : 1.0 , "m":1.10,"e":1E400,"z":-0})"_ba, true},
        {"two to the 64", "[18446744073709551616,123456789012345678901234567890]"_ba, true},
        {"escapes", R"(["\u0041\n\"\\\/ \u20ac","\ud83d\ude00"])"_ba, true},
        {"lone surrogate escape", R"(["\ud800",":,{}[]\""])"_ba, true},
        {"lone surrogate raw", "[\"\xED\xA0\x80\"]"_ba, false},
        {"byte order mark", "\xEF\xBB\xBF{\"a\":1}"_ba, false},
        {"CR LF", "{\r\n\t\"a\": 1,\r\n\"b\": [ ]\r\n}\r\n"_ba, true},
        {"CR", "{\r\"a\": 1,\r\"b\": 2\r}\r"_ba, true},
        {"LF CR mixed", "a\n\rb\r\r\nc\n\n\r\n"_ba, false},
        {"line separators",
         "\"a\xE2\x80\xA8"
         "b\xE2\x80\xA9"
         "c\xC2\x85"
         "d\""_ba,
         true},
        {"no-break space",
         "\"a\xC2\xA0"
         "b\xE3\x80\x80"
         "c\""_ba,
         true},
        {"UTF-16 bytes", QByteArray("\xFF\xFE{\0\"\0a\0\"\0:\0\xAC\x20}\0", 16), false},
        {"NUL", QByteArray("{\"a\":\"b\0c\"}\0", 12), false},
        {"controls", controls + "\x7F\x1B[31mred"_ba, false},
        {"one line of a million", "{\"a\":\""_ba + million + "\"}"_ba, true},
        {"line of two-byte letters", "[\""_ba + QByteArray("\xC3\xA9").repeated(5000) + "\"]"_ba, true},
        {"line of four-byte characters", "[\"a"_ba + QByteArray("\xF0\x9F\x98\x80").repeated(3000) + "\"]"_ba, true},
        {"line of escapes", "[\"a"_ba + QByteArray(R"(\\\"\u00e9)").repeated(2000) + "\"]"_ba, true},
        {"number of 5,000 digits", "[1"_ba + QByteArray(5000, '0') + ",2]"_ba, true},
        {"invalid UTF-8", "a\x80\xC3(\xF0\x9F\x98 \xFF\xC0\xAF\xF4\x90\x80\x80z"_ba, false},
        {"tails only", QByteArray(5000, '\x80'), false},
        {"cut character", "[\"\xE2\x82\"]"_ba, false},
        {"bidirectional controls", "{\"role\":\"\xE2\x80\xAEnimda\xE2\x81\xA6 x\xE2\x81\xA9\xE2\x80\x8F\"}"_ba, true},
        {"right to left", "{\"\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D\":\"\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 1\",\"a\":2}"_ba,
         true},
        {"joiners", "\"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB \xC2\xAD\xE2\x81\xA0\xEF\xB8\x8F\""_ba, true},
        {"combining", "\"e\xCC\x81\xCC\x81\xCC\x81 \xCD\x8F\""_ba, true},
        {"markup", R"({"a":"<img src=/dev/zero><b>x</b>&lt;&#0;","b":"<!DOCTYPE html><script>"})"_ba, true},
        {"page", "<!DOCTYPE html>\n<html><body><img src=/dev/zero>\n</body></html>\n"_ba, false},
        {"deep", QByteArray(300, '[') + QByteArray(300, ']'), true},
        {"closers", R"([[[1],[2,{"a":{"b":[{}]}}]],3])"_ba, true},
        {"wide gap", "{\"a\""_ba + QByteArray(200'000, ' ') + ":\n"_ba + QByteArray(100'000, '\n') + "1}"_ba, true},
        {"many lines", QByteArray("line\n").repeated(5000), false},
        {"many items", "["_ba + QByteArray("1,").repeated(5000) + "2]"_ba, true},
        {"scalar", " \"text\" "_ba, true},
        {"truncated", R"({"a": [1, 2)"_ba, false},
        {"noncharacters", "\"\xEF\xBF\xBE\xEE\x80\x80\xF3\xA0\x80\x81\""_ba, true},
        {"UTF-16 bytes, big endian", QByteArray("\xFE\xFF\0{\0\"\0a\0\"\0:\0\x31\0}", 16), false},
        {"UTF-16 bytes without a mark", QByteArray("{\0\"\0a\0\"\0:\0\x31\0}\0", 14), false},
        {"UTF-32 bytes", QByteArray("\0\0\xFE\xFF\0\0\0{\0\0\0}", 12), false},
        {"byte order mark alone", "\xEF\xBB\xBF"_ba, false},
        {"byte order mark within", "\"a\xEF\xBB\xBFz\""_ba, true},
        {"Latin-1", "{\"name\": \"Zo\xEB\"}"_ba, false},
        {"every byte", everyByte, false},
        {"NULs only", QByteArray(1000, '\0'), false},
        {"gzip", QByteArray("\x1F\x8B\x08\0\0\0\0\0\0\x03\xAB\xAE\x05\0C\xBF\xA6\xA3\x02\0\0\0", 22), false},
        {"overlong NUL", "\"\xC0\x80\""_ba, false},
        {"surrogate pair as two characters", "\"\xED\xA0\xBD\xED\xB8\x80\""_ba, false},
        {"chunks", "5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n"_ba, false},
        {"response within", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"_ba, false},
        {"records on lines", "{\"a\":1}\n{\"a\":2}\n"_ba, false},
        {"NaN and trailing comma", "{\"a\":NaN,\"b\":[1,],}"_ba, false},
        {"vertical tab and form feed",
         "a\x0B"
         "b\x0C"
         "c\n"_ba,
         false},
        {"blank lines at the end", "{}\n\n\r\n \t"_ba, true},
        {"percent signs and ampersands", R"({"a":"%1 %n &amp; &Submit %2F"})"_ba, true},
        {"escapes of controls", R"(["\u0000\u0007\u001b[0m\u2028\u202e\ufeff"])"_ba, true},
        {"numbers of all spellings", "[0,-0,0.0,-0.0e-0,1E+2,1e2,100,9007199254740993,0.1e-999]"_ba, true},
        {"one line of a million stray bytes", QByteArray(1'000'000, '\xFF'), false},
        {"a megabyte of line ends", QByteArray("\r\n").repeated(500'000), false},
    };
}

} // namespace awkward
