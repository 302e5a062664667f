// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scriptedrun.h"

#include "app/documentpage.h"
#include "app/mainwindow.h"
#include "present/documentcontroller.h"
#include "present/verdict.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace app {
namespace {

// A target that makes no URL, or a picture that cannot be written: the command line's 2.
constexpr int unusable = 2;

void writeTo(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

ScriptedRun::ScriptedRun(Script script, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_script(std::move(script))
    , m_window(window)
{ }

void ScriptedRun::start()
{
    if (!m_script.submits) {
        finish(0);
        return;
    }
    present::DocumentController &document = m_window.page().controller();
    connect(&document, &present::DocumentController::exchangeEnded, this, &ScriptedRun::takeExchange,
            Qt::QueuedConnection);
    document.submit();
}

void ScriptedRun::takeExchange()
{
    const exchange::Exchange &exchange = *m_window.page().controller().lastExchange();
    const present::Verdict verdict = present::judge(exchange);
    const bool isUnusable = exchange.error && exchange.error->code == core::Error::Code::Input;
    const int code = isUnusable ? unusable : present::exitCode(verdict.outcome);
    if (exchange.hasWholeResponse())
        writeTo(stdout, exchange.response->body);
    if (code != 0) {
        const QString reason = exchange.response ? present::statusText(*exchange.response) : exchange.error->message;
        writeTo(stderr, "session-composer: " + reason.toUtf8() + '\n');
    }
    finish(code);
}

void ScriptedRun::finish(int exitCode)
{
    int code = exitCode;
    if (!m_script.screenshot.isEmpty() && !m_window.grab().save(m_script.screenshot, "PNG")) {
        writeTo(stderr, "session-composer: the picture could not be written to " + m_script.screenshot.toUtf8() + '\n');
        code = unusable;
    }
    QCoreApplication::exit(code);
}

} // namespace app
