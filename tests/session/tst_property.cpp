// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomsession.h"

#include "edm/builtinschema.h"
#include "session/sessiondocument.h"
#include "json/edit.h"

#include <QRegularExpression>
#include <QTest>

using session::FieldState;
using session::SessionDocument;
using session::Shape;

namespace {

constexpr int sessions = 1000;
constexpr quint32 seed = 20170101;

} // namespace

/// What must hold for every session, shown on 1,000 drawn ones.
class PropertyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void sessions_haveEveryTypeAndState();
    void documentToBytesToDocument_isTheIdentity();
    void everyEditUndone_givesTheBytesBefore();
    void bytesAfterAnEdit_areTheCanonicalOnes();
};

void PropertyTest::sessions_haveEveryTypeAndState()
{
    const edm::Schema &schema = edm::builtinSchema();
    RandomSession random(schema, seed);
    for (int made = 0; made < sessions; ++made)
        random.make();
    const QStringList reachable = schema.reachableFrom(QString(edm::sessionTypeName));
    qsizetype structured = 0;
    for (const QString &name : reachable) {
        if (const edm::StructuredType *type = schema.structuredType(name)) {
            QVERIFY2(random.types().contains(name) || type->isAbstract || name.endsWith(QStringLiteral(".entity")),
                     qPrintable(name));
            ++structured;
        }
    }
    std::set<std::pair<Shape, FieldState>> all;
    for (const Shape shape : {Shape::Text, Shape::Number, Shape::Boolean, Shape::Object, Shape::Array}) {
        for (const FieldState state :
             {FieldState::NotSent, FieldState::Null, FieldState::Empty, FieldState::Value, FieldState::OtherJson})
            all.insert({shape, state});
    }
    QVERIFY(random.states() == all);
    qInfo("%d sessions: %lld structured types of the schema, each shape in each of the five states", sessions,
          static_cast<long long>(structured));
}

void PropertyTest::documentToBytesToDocument_isTheIdentity()
{
    RandomSession random(edm::builtinSchema(), seed);
    qsizetype largest = 0;
    for (int made = 0; made < sessions; ++made) {
        const QJsonObject session = random.make();
        SessionDocument document;
        document.setValue({}, session);
        QCOMPARE(document.object(), session);
        const QByteArray bytes = document.bytes();
        QCOMPARE(bytes, json::canonical(session));
        SessionDocument again;
        again.load(bytes);
        QVERIFY2(!again.obstacle(), qPrintable(again.obstacle() ? again.obstacle()->reason : QString()));
        QCOMPARE(again.object(), session);
        QCOMPARE(again.bytes(), bytes);
        largest = std::max(largest, bytes.size());
    }
    qInfo("%d sessions, the largest of %lld bytes", sessions, static_cast<long long>(largest));
}

void PropertyTest::everyEditUndone_givesTheBytesBefore()
{
    constexpr int edits = 6;
    RandomSession random(edm::builtinSchema(), seed);
    for (int made = 0; made < sessions; ++made) {
        SessionDocument document;
        document.load(json::canonical(random.make()));
        QByteArrayList bytes{document.bytes()};
        for (int edit = 0; edit < edits; ++edit) {
            const json::Pointer pointer = random.somewhere(document.object());
            document.setValue(pointer, pointer.isRoot() ? QJsonValue(random.make()) : random.anyValue());
            document.endMerge();
            if (document.bytes() != bytes.constLast())
                bytes.append(document.bytes());
        }
        for (qsizetype step = bytes.size() - 2; step >= 0; --step) {
            document.undo();
            QCOMPARE(document.bytes(), bytes.at(step));
        }
        QVERIFY(!document.canUndo());
        for (qsizetype step = 1; step < bytes.size(); ++step) {
            document.redo();
            QCOMPARE(document.bytes(), bytes.at(step));
        }
        QVERIFY(!document.canRedo());
    }
}

// Made from those before it, with the object shared or, after undo and redo, from another step.
void PropertyTest::bytesAfterAnEdit_areTheCanonicalOnes()
{
    constexpr int edits = 6;
    RandomSession random(edm::builtinSchema(), seed);
    for (int made = 0; made < sessions; ++made) {
        SessionDocument document;
        document.load(json::canonical(random.make()));
        for (int edit = 0; edit < edits; ++edit) {
            const json::Pointer pointer = random.somewhere(document.object());
            if (!pointer.isRoot())
                document.replaceValue(pointer, random.anyValue());
            QCOMPARE(document.index().text(), json::canonical(document.object()));
        }
        while (document.canUndo()) {
            document.undo();
            QCOMPARE(document.index().text(), json::canonical(document.object()));
        }
    }
}

QTEST_GUILESS_MAIN(PropertyTest)
#include "tst_property.moc"
