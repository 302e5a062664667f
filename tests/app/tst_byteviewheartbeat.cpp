// SPDX-License-Identifier: GPL-3.0-or-later
// docs/promises.md I4: the window stays alive. A timer of 1 ms beats while bodies of 64 MB are set, read, indented,
// scrolled and searched; the longest pause between two beats is what a person would feel. Printed always, asserted in
// optimized builds.
#include "app/byteview.h"
#include "app/byteviewaccessible.h"
#include "app/heartbeat.h"

#include <QAction>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using app::ByteView;
using present::BodyForm;

Q_DECLARE_METATYPE(BodyForm)

namespace {

constexpr qint64 allowedMs = 100;
constexpr qsizetype bodySize = 64 * 1024 * 1024;

} // namespace

class ByteViewHeartbeatTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void window_staysAlive_data()
    {
        QTest::addColumn<QByteArray>("unit");
        QTest::addColumn<bool>("isJson");
        QTest::addColumn<BodyForm>("form");
        const QByteArray line = "{\"id\":\"e523a2f4\",\"n\":1.10,\"text\":\"some words of a line\"},\n"_ba;
        QTest::newRow("many lines, raw") << line << true << BodyForm::Raw;
        QTest::newRow("many lines, indented") << line << true << BodyForm::Indented;
        QTest::newRow("one line, raw") << line.chopped(1) << true << BodyForm::Raw;
        QTest::newRow("one line, indented") << line.chopped(1) << true << BodyForm::Indented;
        QTest::newRow("one string, raw") << "x"_ba << false << BodyForm::Raw;
        QTest::newRow("shortest items, indented") << "1,"_ba << true << BodyForm::Indented;
        QTest::newRow("line ends only") << "\n"_ba << false << BodyForm::Raw;
        QTest::newRow("many lines, hexadecimal") << line << true << BodyForm::Hex;
        QTest::newRow("damage only") << "\xC3"_ba << false << BodyForm::Raw;
        QTest::newRow("damage only, hexadecimal") << "\xC3"_ba << false << BodyForm::Hex;
    }
    void window_staysAlive()
    {
        QFETCH(QByteArray, unit);
        QFETCH(bool, isJson);
        QFETCH(BodyForm, form);
        QByteArray body = unit.repeated(bodySize / unit.size());
        if (isJson)
            body = "["_ba + body + "1]"_ba;
        ByteView view;
        view.resize(700, 900);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));

        QElapsedTimer timer;
        timer.start();
        Heartbeat heart;
        view.setBody(body);
        view.setForm(form);
        view.grab();
        const qint64 firstMs = timer.elapsed();
        heart.beat();
        QTRY_VERIFY_WITH_TIMEOUT(!view.reader().isBusy(), 60'000);
        const qint64 readMs = timer.elapsed();
        QCOMPARE(view.form(), form);
        const qint64 readGap = heart.longest();
        for (int place = 0; place <= 20; ++place) {
            view.verticalScrollBar()->setValue(int(qint64(view.verticalScrollBar()->maximum()) * place / 20));
            view.grab();
            heart.beat();
            QCoreApplication::processEvents();
        }
        view.find(u"no such words"_s, Qt::CaseInsensitive);
        QTRY_VERIFY_WITH_TIMEOUT(!view.reader().isBusy(), 60'000);
        heart.beat();
        qInfo("%s: first screen %lld ms, all read %lld ms, longest pause %lld ms (reading %lld ms), own work in it "
              "%lld ms, %lld rows",
              QTest::currentDataTag(), firstMs, readMs, heart.longest(), readGap, heart.longestOwn(),
              view.reader().lines().rowCount());
        QVERIFY(view.reader().largestStep() <= present::BodyReader::sliceBytes + present::widestRow);
#ifdef __OPTIMIZE__
        QVERIFY(heart.longestOwn() < allowedMs);
#else
        Q_UNUSED(allowedMs);
#endif
    }
};

QTEST_MAIN(ByteViewHeartbeatTest)
#include "tst_byteviewheartbeat.moc"
