// SPDX-License-Identifier: GPL-3.0-or-later
// P5: how long a response of 64 MB takes to the first screen of its tree in the real window, and how much memory,
// beside what a fresh DOM parser of simdjson takes for the same bytes, allocation included. Each side runs in a process
// of its own, in turns: `bench_tree [ROUNDS]` starts them, by default nine each.
#include "app/byteview.h"
#include "app/heartbeat.h"
#include "app/responsetree.h"
#include "app/windowfixture.h"
#include "paintwatch.h"
#include "session/newcall.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRadioButton>
#include <QScrollBar>
#include <QTabWidget>
#include <QTreeView>

#ifdef SC_SIMDJSON
#include <simdjson.h>
#endif

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bodySize = 64 * 1024 * 1024;
constexpr double promisedTime = 2.0;
constexpr double promisedMemory = 3.0;
constexpr qsizetype padding = 64; ///< What simdjson reads beyond the end.

/// Sessions as the service sends them, without blanks, up to 64 MB.
QByteArray sessions()
{
    session::CallPlan plan;
    plan.participants = QStringList{u"Ann"_s, u"Zoë"_s};
    plan.start = u"2026-03-01T09:00:00Z"_s;
    plan.duration = 36'000'000'000; // an hour
    plan.id = QUuid(u"e523d2ed-2966-4b6b-925b-754a88034cc5"_s);
    const QByteArray session = QJsonDocument(session::sessionOf(plan, 0)).toJson(QJsonDocument::Compact);
    QByteArray body;
    body.reserve(bodySize + padding);
    body += R"({"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#sessions","value":[)";
    while (body.size() + session.size() + 3 < bodySize)
        body += session + ',';
    body += session;
    body += "]}";
    return body; // with its padding
}

/// A line of /proc/self/status in KiB.
double statusOf(const QByteArray &name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    const qsizetype at = status.indexOf(QByteArray("\n" + name + ":"));
    return at < 0 ? 0 : status.mid(at + name.size() + 2, 32).trimmed().split(' ').constFirst().toDouble();
}

/// Measures from its making on: milliseconds, and the most memory beside what there was, the body among it.
class Measure
{
public:
    Measure()
    {
        QFile reset(u"/proc/self/clear_refs"_s);
        if (reset.open(QIODevice::WriteOnly))
            reset.write("5"); // the peak begins anew, proc(5)
        reset.close();
        m_before = statusOf("VmRSS");
        m_clock.start();
    }

    void stop() { m_ms = double(m_clock.nsecsElapsed()) / 1e6; }
    double milliseconds() const { return m_ms; }
    double mebibytes() const { return (statusOf("VmHWM") - m_before) / 1024; }

private:
    QElapsedTimer m_clock;
    double m_before = 0;
    double m_ms = 0;
};

void show(const WindowFixture &fixture, const QString &tab)
{
    fixture.find<QTabWidget>(u"responseTabs"_s)->setCurrentWidget(fixture.find<QWidget>(tab));
}

/// The longest pause of the event loop while the body is shown, laid out and scrolled.
void printBodyGap(const WindowFixture &fixture)
{
    Heartbeat heart;
    show(fixture, u"bodyTab"_s);
    const auto *view = fixture.find<app::ByteView>(u"bodyView"_s);
    for (const auto &button : {u"rawButton"_s, u"indentedButton"_s, u"hexButton"_s}) {
        do
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        while (view->reader().isBusy());
        fixture.find<QRadioButton>(button)->click();
        for (int place = 0; place <= 20; ++place) {
            view->verticalScrollBar()->setValue(int(qint64(view->verticalScrollBar()->maximum()) * place / 20));
            QCoreApplication::processEvents();
        }
    }
    std::printf(" %lld %lld", heart.longest(), heart.longestOwn());
}

/// Our side. Prints milliseconds, MiB, and the longest pauses with the tree and with the body, on the wall and of our
/// own work each.
int measureTree(const QByteArray &body)
{
    WindowFixture fixture;
    fixture.window.resize(1366, 700);
    if (!fixture.start())
        return 1;
    show(fixture, u"treeTab"_s);
    auto *tree = fixture.find<QTreeView>(u"treeView"_s);
    exchange::Exchange past;
    past.hasLeft = true;
    past.response.emplace();
    past.response->status = 201;
    past.response->headers = {{"Content-Type", "application/json"}};
    past.response->body = body;
    QCoreApplication::processEvents();

    PaintWatch watch;
    Heartbeat heart;
    Measure measure;
    fixture.document.recall(past);
    while (tree->model()->rowCount() == 0)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    tree->viewport()->installEventFilter(&watch);
    while (!watch.isPainted)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    measure.stop();
    heart.beat();
    std::printf("%.1f %.1f %lld %lld", measure.milliseconds(), measure.mebibytes(), heart.longest(),
                heart.longestOwn());
    printBodyGap(fixture);
    std::printf("\n");
    return 0;
}

/// The other side. Prints milliseconds and MiB.
int measureSimdjson(const QByteArray &body)
{
#ifdef SC_SIMDJSON
    Measure measure;
    simdjson::dom::parser parser;
    const auto parsed = parser.parse(body.constData(), size_t(body.size()), false);
    measure.stop();
    if (parsed.error() != simdjson::SUCCESS)
        return 1;
    std::printf("%.1f %.1f\n", measure.milliseconds(), measure.mebibytes());
    return 0;
#else
    Q_UNUSED(body);
    return 1;
#endif
}

/// The numbers that a side prints; empty when it cannot run.
QList<double> runSide(const QString &side)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {side});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return {};
    QList<double> numbers;
    for (const QByteArray &number : process.readAllStandardOutput().trimmed().split(' '))
        numbers += number.toDouble();
    return numbers;
}

double median(QList<QList<double>> runs, int column)
{
    const auto less = [column](const QList<double> &a, const QList<double> &b) { return a[column] < b[column]; };
    std::sort(runs.begin(), runs.end(), less);
    return runs.at(runs.size() / 2).at(column);
}

double largest(const QList<QList<double>> &runs, int column)
{
    double most = 0;
    for (const QList<double> &run : runs)
        most = std::max(most, run.at(column));
    return most;
}

void printSide(const char *name, const QList<QList<double>> &runs, double mebibytes)
{
    std::printf("  %-34s %9.1f ms  %7.1f MiB, with the body %.2f x the body\n", name, median(runs, 0), median(runs, 1),
                1 + median(runs, 1) / mebibytes);
}

int runInTurns(int rounds)
{
    QList<QList<double>> ours;
    QList<QList<double>> theirs;
    for (int round = 0; round <= rounds; ++round) {
        const QList<double> tree = runSide(u"tree"_s);
        const QList<double> simdjson = runSide(u"simdjson"_s);
        if (tree.size() != 6)
            return 1;
        if (round == 0)
            continue; // it warms the caches
        ours += tree;
        if (simdjson.size() == 2)
            theirs += simdjson;
    }
    const double mebibytes = double(sessions().size()) / 1024 / 1024;
    std::printf("P5  a response of %.0f MiB to the first screen of its tree\n", mebibytes);
    printSide("session-composer", ours, mebibytes);
    if (theirs.isEmpty()) {
        std::printf("  no simdjson in this build: install libsimdjson-dev and configure again\n");
    } else {
        printSide("simdjson, fresh DOM parser", theirs, mebibytes);
        std::printf("  time against simdjson: %.2f x  (promised: at most %.2f x)\n",
                    median(ours, 0) / median(theirs, 0), promisedTime);
    }
    std::printf("  memory against the body: %.2f x  (promised: at most %.2f x)\n", 1 + median(ours, 1) / mebibytes,
                promisedMemory);
    std::printf("  longest pause of the event loop: tree %.0f ms (own work %.0f), body %.0f ms (own work %.0f)\n",
                largest(ours, 2), largest(ours, 3), largest(ours, 4), largest(ours, 5));
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QByteArray argument = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    if (argument == "simdjson")
        return measureSimdjson(sessions());
    if (argument == "tree") {
        QApplication application(argc, argv);
        return measureTree(sessions());
    }
    QCoreApplication application(argc, argv);
    return runInTurns(argument.isEmpty() ? 9 : std::max(1, argument.toInt()));
}
