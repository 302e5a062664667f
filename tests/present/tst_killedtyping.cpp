// SPDX-License-Identifier: GPL-3.0-or-later
// docs/promises.md F3: killed at 200 random moments while somebody types, a program loses five seconds at most.
#include "session/unsaved.h"
#include "store/journal.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

constexpr int kills = 200;
constexpr int atOnce = 20;
constexpr int longestRun = 6000; // ms: three rounds of the journal

/// One program that types until it is killed.
struct Typist
{
    QTemporaryDir folder;
    QProcess process;
};

struct Key
{
    int number = 0;
    qint64 time = 0; ///< In milliseconds.
};

QList<Key> keysOf(const QByteArray &output)
{
    QList<Key> keys;
    const QList<QByteArray> lines = output.split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 2 && line.size() < output.size())
            keys.append({words.at(0).toInt(), words.at(1).toLongLong()});
    }
    return keys;
}

} // namespace

class KilledTypingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killed_losesFiveSecondsAtMost();

private:
    void judge(Typist &typist);

    qint64 m_worst = 0;
    int m_torn = 0;
    int m_kept = 0;
};

void KilledTypingTest::killed_losesFiveSecondsAtMost()
{
    QRandomGenerator random(20261201);
    for (int done = 0; done < kills; done += atOnce) {
        std::vector<std::unique_ptr<Typist>> typists;
        int ended = 0;
        for (int i = 0; i < atOnce; ++i) {
            Typist &typist = *typists.emplace_back(std::make_unique<Typist>());
            typist.process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            typist.process.start(QStringLiteral(SC_TYPING_HELPER), {typist.folder.filePath(u"journal"_s)});
            QVERIFY(typist.process.waitForStarted());
            connect(&typist.process, &QProcess::finished, this, [&ended] { ++ended; });
            QTimer::singleShot(random.bounded(longestRun), &typist.process, &QProcess::kill);
        }
        QTRY_COMPARE_WITH_TIMEOUT(ended, atOnce, 60'000);
        for (const std::unique_ptr<Typist> &typist : typists)
            judge(*typist);
    }
    qInfo("%d kills: the last %lld ms of typing lost at worst, %d torn, %d with something kept", kills, m_worst, m_torn,
          m_kept);
    QCOMPARE(m_torn, 0);
    QVERIFY(m_kept > kills / 3);
    QVERIFY(m_worst <= 5000);
}

void KilledTypingTest::judge(Typist &typist)
{
    const QList<Key> keys = keysOf(typist.process.readAllStandardOutput());
    int kept = 0;
    for (const store::JournalRemains &run : store::journalRemains(typist.folder.filePath(u"journal"_s))) {
        for (const store::JournalRemains::Entry &entry : run.entries()) {
            const core::Result<session::Unsaved> unsaved = session::readJournal(entry.bytes);
            if (!unsaved) {
                ++m_torn;
                continue;
            }
            kept = std::max(kept, QJsonDocument::fromJson(unsaved->text).object().value(u"id"_s).toInt());
            ++m_kept;
        }
    }
    const auto firstLost = std::find_if(keys.begin(), keys.end(), [kept](const Key &key) { return key.number > kept; });
    if (firstLost != keys.end())
        m_worst = std::max(m_worst, keys.constLast().time - firstLost->time);
}

QTEST_GUILESS_MAIN(KilledTypingTest)
#include "tst_killedtyping.moc"
