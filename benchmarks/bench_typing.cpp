// SPDX-License-Identifier: GPL-3.0-or-later
// P2: how long a key press takes to the screen and to the bytes of a session with 1,000 segments, typed at a quick pace
// in form, tree and Source of the real window. A key that the window is not ready for when it is due waits, and that
// counts. `bench_typing [KEYS]`, by default 200 in each pane.
#include "app/documentpage.h"
#include "app/sourceeditor.h"
#include "app/sourcepage.h"
#include "app/treepage.h"
#include "app/windowfixture.h"
#include "core/workers.h"
#include "paintwatch.h"
#include "support/largesession.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;
using app::DocumentPage;

namespace {

constexpr double paceMs = 100;
constexpr double promisedScreenMs = 16;
constexpr double promisedBytesMs = 100;

/// Waits until all is made and shown; one job may start another.
void finishJobs()
{
    for (int stage = 0; stage < 4; ++stage) {
        core::workers().waitForDone();
        QCoreApplication::processEvents();
    }
}

/// The times of many key presses, in milliseconds.
class Times
{
public:
    void add(double ms) { m_ms += ms; }
    double at(double part)
    {
        std::sort(m_ms.begin(), m_ms.end());
        return m_ms.at(std::min(m_ms.size() - 1, static_cast<qsizetype>(part * static_cast<double>(m_ms.size()))));
    }

private:
    QList<double> m_ms;
};

/// One who types at a steady pace and looks.
class Typist
{
public:
    explicit Typist(WindowFixture &fixture)
        : m_document(fixture.document.document())
    {
        m_tick.setTimerType(Qt::PreciseTimer);
        m_tick.start(1);
    }

    /// Presses `keys` keys and prints how long they took; `screen` is what shows them.
    void type(const char *pane, QWidget *screen, int keys, const std::function<bool(int)> &press)
    {
        PaintWatch watch;
        screen->installEventFilter(&watch);
        Times toScreen;
        Times toBytes;
        QElapsedTimer clock;
        clock.start();
        double due = 0;
        for (int key = 0; key < keys; ++key, due = std::max(due + paceMs, milliseconds(clock))) {
            while (milliseconds(clock) < due)
                wait();
            watch.isPainted = false;
            const bool isEdit = press(key);
            while (!watch.isPainted)
                wait();
            toScreen.add(milliseconds(clock) - due);
            while (!m_document.hasBytes())
                wait();
            if (isEdit)
                toBytes.add(milliseconds(clock) - due);
        }
        std::printf("  %-8s on screen %6.1f ms, p99 %6.1f ms (promised: at most %.0f ms) · "
                    "in the bytes %6.1f ms, p99 %6.1f ms (promised: at most %.0f ms)\n",
                    pane, toScreen.at(0.5), toScreen.at(0.99), promisedScreenMs, toBytes.at(0.5), toBytes.at(0.99),
                    promisedBytesMs);
        finishJobs(); // what is made behind the typing belongs to this pane
    }

private:
    static double milliseconds(const QElapsedTimer &clock) { return static_cast<double>(clock.nsecsElapsed()) / 1e6; }
    static void wait() { QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); }

    session::SessionDocument &m_document;
    QTimer m_tick; ///< Wakes wait().
};

char letter(int key)
{
    return static_cast<char>('a' + key % 26);
}

void typeInForm(WindowFixture &fixture, Typist &typist, int keys)
{
    fixture.window.page().showPane(DocumentPage::Pane::Form);
    auto *line = fixture.find<QLineEdit>(u"idEdit"_s);
    line->setFocus();
    typist.type("form", line, keys, [line](int key) {
        QTest::sendKeyEvent(QTest::Click, line, Qt::Key_A, QChar::fromLatin1(letter(key)), Qt::NoModifier);
        return true;
    });
}

// A value deep inside, the row opened: F2, a letter, Return, and again.
void typeInTree(WindowFixture &fixture, Typist &typist, int keys)
{
    fixture.window.page().showPane(DocumentPage::Pane::Tree);
    auto *page = fixture.find<app::TreePage>(u"treePage"_s);
    page->showPointer(*json::Pointer::parse(u"/segments/500/caller/name"_s));
    auto *tree = page->findChild<QTreeView *>();
    typist.type("tree", tree->viewport(), keys, [tree](int key) {
        QWidget *focus = QApplication::focusWidget();
        switch (key % 3) {
        case 0:
            QTest::keyClick(tree, Qt::Key_F2);
            break;
        case 1:
            QTest::keyClicks(focus, QString(1 + key % 7, QChar::fromLatin1(letter(key))));
            tree->viewport()->update(); // what is painted is the editor, above it
            break;
        default:
            QTest::keyClick(focus, Qt::Key_Return);
            break;
        }
        return key % 3 == 2;
    });
}

void typeInSource(WindowFixture &fixture, Typist &typist, int keys)
{
    fixture.window.page().showPane(DocumentPage::Pane::Source);
    auto *page = fixture.find<app::SourcePage>(u"sourcePage"_s);
    page->showPointer(*json::Pointer::parse(u"/segments/500/caller/name"_s));
    auto *editor = page->findChild<app::SourceEditor *>();
    while (app::send(*editor, QsciScintillaBase::SCI_GETENDSTYLED)
           < app::send(*editor, QsciScintillaBase::SCI_GETLENGTH))
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents); // it is coloured bit by bit
    editor->goTo(editor->caret() + 1);
    typist.type("Source", editor->viewport(), keys, [editor](int key) {
        QTest::sendKeyEvent(QTest::Click, editor, Qt::Key_A, QChar::fromLatin1(letter(key)), Qt::NoModifier);
        return true;
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const int keys = argc > 1 ? std::max(3, QByteArray(argv[1]).toInt()) : 200;
    WindowFixture fixture;
    fixture.window.resize(1366, 700);
    if (!fixture.start())
        return 1;
    const QByteArray body = support::largeSession();
    fixture.document.document().load(body);
    finishJobs();
    std::printf("P2  a key press in a session of %d segments, %.1f MB\n", session::mostSegments,
                static_cast<double>(body.size()) / 1e6);
    Typist typist(fixture);
    typeInForm(fixture, typist, keys);
    typeInTree(fixture, typist, keys);
    typeInSource(fixture, typist, keys);
    return 0;
}
