// SPDX-License-Identifier: GPL-3.0-or-later
// How long 10,000 template files, or as many as the argument says, take until they are listed and until their words are
// read, how long the event loop stands still meanwhile, and what a filter costs as one types.
#include "present/librarymodel.h"
#include "session/templatefile.h"
#include "store/gallery.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using present::LibraryModel;
using present::LibraryScan;

namespace {

constexpr int usualCount = 10'000;
constexpr int perFolder = 100;

double milliseconds(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Every case of the gallery in turn, under names of their own. The number of bytes.
qint64 fill(const QDir &root, int count)
{
    const QList<store::GalleryItem> items = store::gallery();
    qint64 bytes = 0;
    for (int number = 0; number < count; ++number) {
        session::Template content = items.at(number % items.size()).content();
        content.name += u" %1"_s.arg(number);
        const QString folder = u"folder %1"_s.arg(number / perFolder);
        if (number % perFolder == 0 && !root.mkpath(folder))
            std::exit(1);
        QFile file(root.filePath(folder + u"/template %1.json"_s.arg(number)));
        const core::Result<QByteArray> text = session::templateText(content);
        if (!text || !file.open(QIODevice::WriteOnly) || file.write(*text) != text->size())
            std::exit(1);
        bytes += text->size();
    }
    return bytes;
}

/// The longest that the event loop did not come round.
class Heartbeat
{
public:
    Heartbeat()
    {
        m_since.start();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, milliseconds(m_since));
            m_since.start();
        });
        m_timer.start(0);
    }

    double longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
};

void scan(const char *what, LibraryScan &scan)
{
    QEventLoop loop;
    QElapsedTimer timer;
    double listed = 0;
    const Heartbeat heartbeat;
    const auto onListed
        = QObject::connect(&scan, &LibraryScan::listed, &loop, [&timer, &listed] { listed = milliseconds(timer); });
    QObject::connect(&scan, &LibraryScan::finished, &loop, &QEventLoop::quit);
    timer.start();
    scan.refresh();
    loop.exec();
    QObject::disconnect(onListed);
    std::printf("  %-22s listed %8.1f ms  read %8.1f ms  longest pause of the window %6.1f ms\n", what, listed,
                milliseconds(timer), heartbeat.longest());
}

void filter(const char *text, LibraryModel &model)
{
    QList<double> times;
    for (int round = 0; round < 9; ++round) {
        model.setFilter(QString());
        QElapsedTimer timer;
        timer.start();
        model.setFilter(QString::fromLatin1(text));
        times += milliseconds(timer);
    }
    std::sort(times.begin(), times.end());
    std::printf("  filter %-15s %6.2f ms  (slowest %.2f)\n", text, times.at(4), times.constLast());
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    const int count = argc > 1 ? std::atoi(argv[1]) : usualCount;
    std::printf("  %d files, %.0f MiB\n", count, double(fill(QDir(folder.path()), count)) / 1048576);
    LibraryModel model;
    LibraryScan files;
    QObject::connect(&files, &LibraryScan::listed, &model, &LibraryModel::setListing);
    QObject::connect(&files, &LibraryScan::wordsRead, &model, &LibraryModel::setWords);
    files.setFolders({folder.path()});
    scan("first time", files);
    scan("nothing has changed", files);
    for (const char *text : {"a", "drop", "pstn 77", "nowhere"})
        filter(text, model);
    return 0;
}
