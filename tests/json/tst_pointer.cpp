// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/pointer.h"

#include "json/scanner.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using json::Index;
using json::Pointer;

class PointerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void parse_good_data();
    void parse_good();
    void parse_bad_data();
    void parse_bad();
    void fromPath_isParseWithoutSlash();
    void parts_fitTogether();
    void contains_rows();
    void resolve_rows_data();
    void resolve_rows();
    void resolve_invalidText_isNothing();
    void pointerTo_everyValue_resolvesToIt();
};

void PointerTest::parse_good_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("tokens");
    QTest::newRow("root") << QString() << QStringList();
    QTest::newRow("empty name") << u"/"_s << QStringList{QString()};
    QTest::newRow("two empty names") << u"//"_s << QStringList{QString(), QString()};
    QTest::newRow("name") << u"/caller/userAgent"_s << QStringList{u"caller"_s, u"userAgent"_s};
    QTest::newRow("index") << u"/segments/0"_s << QStringList{u"segments"_s, u"0"_s};
    QTest::newRow("slash") << u"/a~1b"_s << QStringList{u"a/b"_s};
    QTest::newRow("tilde") << u"/m~0n"_s << QStringList{u"m~n"_s};
    QTest::newRow("tilde, then one") << u"/~01"_s << QStringList{u"~1"_s};
    QTest::newRow("percent stays") << u"/c%d"_s << QStringList{u"c%d"_s};
    QTest::newRow("blank") << u"/ "_s << QStringList{u" "_s};
    QTest::newRow("annotation") << u"/@odata.type"_s << QStringList{u"@odata.type"_s};
}

void PointerTest::parse_good()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, tokens);
    const core::Result<Pointer> pointer = Pointer::parse(text);
    QVERIFY(pointer);
    QCOMPARE(pointer->tokens(), tokens);
    QCOMPARE(pointer->toString(), text);
    QCOMPARE(*pointer, Pointer(tokens));
    QCOMPARE(pointer->isRoot(), tokens.isEmpty());
    QCOMPARE(pointer->depth(), tokens.size());
}

void PointerTest::parse_bad_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("no slash") << u"caller"_s << u"A JSON pointer begins with /: caller"_s;
    QTest::newRow("fragment") << u"#/a"_s << u"A JSON pointer begins with /: #/a"_s;
    QTest::newRow("tilde at the end") << u"/a~"_s << u"In a JSON pointer only 0 or 1 may follow ~, at 3: /a~"_s;
    QTest::newRow("tilde two") << u"/~0~2"_s << u"In a JSON pointer only 0 or 1 may follow ~, at 4: /~0~2"_s;
    QTest::newRow("two tildes") << u"/~~0"_s << u"In a JSON pointer only 0 or 1 may follow ~, at 2: /~~0"_s;
    QTest::newRow("place marker in the text") << u"%1~"_s << u"A JSON pointer begins with /: %1~"_s;
}

void PointerTest::parse_bad()
{
    QFETCH(const QString, text);
    const core::Result<Pointer> pointer = Pointer::parse(text);
    QVERIFY(!pointer);
    QCOMPARE(pointer.error().code, core::Error::Code::Input);
    QTEST(pointer.error().message, "message");
}

void PointerTest::fromPath_isParseWithoutSlash()
{
    QCOMPARE(Pointer::fromPath(u"failureInfo/stage"_s).toString(), u"/failureInfo/stage"_s);
    QCOMPARE(Pointer::fromPath(u"a~1b"_s).tokens(), QStringList{u"a/b"_s});
    QVERIFY(Pointer::fromPath({}).isRoot());
}

void PointerTest::parts_fitTogether()
{
    const Pointer caller = Pointer().child(u"caller"_s);
    const Pointer agent = caller.child(u"userAgent"_s);
    QCOMPARE(agent.toString(), u"/caller/userAgent"_s);
    QCOMPARE(agent.last(), u"userAgent"_s);
    QCOMPARE(agent.parent(), caller);
    QVERIFY(caller.parent().isRoot());
    QCOMPARE(caller.child(12).toString(), u"/caller/12"_s);
    QCOMPARE(caller.joined(Pointer::fromPath(u"userAgent"_s)), agent);
    QCOMPARE(caller.joined(Pointer()), caller);
    const QSet<Pointer> set{agent, caller, caller.child(u"userAgent"_s)};
    QCOMPARE(set.size(), 2);
}

void PointerTest::contains_rows()
{
    const Pointer caller = Pointer::fromPath(u"caller"_s);
    QVERIFY(caller.contains(caller));
    QVERIFY(caller.contains(caller.child(u"name"_s)));
    QVERIFY(Pointer().contains(caller));
    QVERIFY(!caller.contains(Pointer()));
    QVERIFY(!caller.contains(Pointer::fromPath(u"callerX"_s)));
    QVERIFY(!caller.child(u"name"_s).contains(caller.child(u"userAgent"_s)));
}

void PointerTest::resolve_rows_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("raw"); // empty: nothing there
    const QByteArray text = R"({"a":[10,[20,21],30],"b":{"c":1,"c":2},"\u00e4/~":3,"":4,"0":5,"e":[],"s":"x"})"_ba;
    const auto row = [&](const char *name, const QString &pointer, const QByteArray &raw) {
        QTest::newRow(name) << text << pointer << raw;
    };
    row("root", {}, text);
    row("member", u"/a"_s, "[10,[20,21],30]"_ba);
    row("first item", u"/a/0"_s, "10"_ba);
    row("item after a container", u"/a/2"_s, "30"_ba);
    row("inner item", u"/a/1/1"_s, "21"_ba);
    row("past the end", u"/a/3"_s, {});
    row("in an empty array", u"/e/0"_s, {});
    row("dash", u"/a/-"_s, {});
    row("leading zero", u"/a/01"_s, {});
    row("sign", u"/a/+1"_s, {});
    row("huge", u"/a/99999999999999999999"_s, {});
    row("name of an array", u"/a/x"_s, {});
    row("empty name of an array", u"/a/"_s, {});
    row("of equal names the last", u"/b/c"_s, "2"_ba);
    row("missing", u"/b/d"_s, {});
    row("below missing", u"/b/d/e"_s, {});
    row("escaped in both", u"/ä~1~0"_s, "3"_ba);
    row("empty name", u"/"_s, "4"_ba);
    row("digit as a name", u"/0"_s, "5"_ba);
    row("below a string", u"/s/0"_s, {});
}

void PointerTest::resolve_rows()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, pointer);
    QFETCH(const QByteArray, raw);
    const Index index = json::scan(text);
    QVERIFY(index.isValid());
    const qsizetype node = json::resolve(index, Pointer::parse(pointer).value());
    QCOMPARE(node >= 0, !raw.isEmpty());
    if (node >= 0)
        QCOMPARE(index.raw(node).toByteArray(), raw);
}

void PointerTest::resolve_invalidText_isNothing()
{
    QCOMPARE(json::resolve(json::scan("{"_ba), Pointer()), -1);
    QCOMPARE(json::resolve(Index(), Pointer()), -1);
}

void PointerTest::pointerTo_everyValue_resolvesToIt()
{
    const Index index = json::scan(R"({"a":[10,[20,{"x/y":[]}],30],"~":{"c":1,"d":{}},"":[[],[[1]]]})"_ba);
    QVERIFY(index.isValid());
    QStringList found;
    const auto visit = [&](auto &&self, qsizetype node) -> void {
        const Pointer pointer = json::pointerTo(index, node);
        QCOMPARE(json::resolve(index, pointer), node);
        found += pointer.toString();
        const qsizetype step = index.at(node).kind == json::Kind::Object ? 1 : 0;
        for (qsizetype child = index.firstChild(node); child >= 0; child = index.nextChild(node, child))
            self(self, child + step);
    };
    visit(visit, 0);
    const QStringList expected{QString(),        u"/a"_s,   u"/a/0"_s,  u"/a/1"_s,   u"/a/1/0"_s, u"/a/1/1"_s,
                               u"/a/1/1/x~1y"_s, u"/a/2"_s, u"/~0"_s,   u"/~0/c"_s,  u"/~0/d"_s,  u"/"_s,
                               u"//0"_s,         u"//1"_s,  u"//1/0"_s, u"//1/0/0"_s};
    QCOMPARE(found, expected);
}

QTEST_GUILESS_MAIN(PointerTest)
#include "tst_pointer.moc"
