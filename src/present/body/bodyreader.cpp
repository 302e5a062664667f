// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/body/bodyreader.h"

#include "core/workers.h"
#include "present/body/plaintext.h"
#include "json/scanner.h"

#include <QPromise>

#include <memory>

namespace present {

namespace {

/// Up to here JSON is judged on the spot: a few milliseconds, and no change of form under the reader's eyes.
constexpr qsizetype smallBody = 128 * 1024;

} // namespace

BodyReader::BodyReader(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &BodyReader::step);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &BodyReader::takeCheck);
    m_lines.extend(1);
    judge(json::scan(QByteArray()).fault());
}

BodyReader::~BodyReader() = default;

void BodyReader::setBody(const QByteArray &body)
{
    if (body == this->body())
        return;
    Q_EMIT bodyChanged();
    m_check = Check::Running;
    m_reason = tr("Still finding out whether this is JSON.");
    m_isOctets = !isText(body);
    setLines(body, possibleForm());
    setSearch(m_searchText, m_searchCase);
    if (body.size() <= smallBody)
        judge(json::scan(body).fault());
    else
        startCheck();
}

void BodyReader::setForm(BodyForm form)
{
    m_wanted = form;
    m_isOctets = false;
    chooseForm();
}

BodyForm BodyReader::possibleForm() const
{
    if (m_isOctets)
        return BodyForm::Hex;
    return m_wanted == BodyForm::Indented && !canIndent() ? BodyForm::Raw : m_wanted;
}

void BodyReader::chooseForm()
{
    const BodyForm form = possibleForm();
    const BodyForm before = m_lines.form();
    if (form == before)
        return;
    setLines(QByteArray(body()), form);
    if (m_search.isActive() && (form == BodyForm::Hex || before == BodyForm::Hex))
        setSearch(QString(m_searchText), m_searchCase);
}

void BodyReader::setSearch(const QString &text, Qt::CaseSensitivity caseSensitivity)
{
    m_searchText = text;
    m_searchCase = caseSensitivity;
    m_search = ByteSearch(body(), text, caseSensitivity, form() == BodyForm::Hex ? octetsOf(text) : QByteArray());
    if (!m_search.advance(sliceBytes))
        m_timer.start();
    Q_EMIT searchAdvanced();
}

/// Has the body judged in a thread, after the one that is being judged now.
void BodyReader::startCheck()
{
    Q_EMIT indentableChanged();
    if (m_watcher.isRunning())
        return; // takeCheck() goes on with the newest body
    m_checked = body();
    auto promise = std::make_shared<QPromise<std::optional<json::Fault>>>();
    m_watcher.setFuture(promise->future());
    promise->start();
    core::workers().start([promise, bytes = m_checked] {
        promise->addResult(json::scan(bytes).fault());
        promise->finish();
    });
}

void BodyReader::takeCheck()
{
    const bool isCurrent = m_checked.isSharedWith(body());
    m_checked.clear();
    if (m_check != Check::Running)
        return;
    if (isCurrent)
        judge(m_watcher.result());
    else
        startCheck();
}

void BodyReader::judge(const std::optional<json::Fault> &fault)
{
    m_check = fault ? Check::NotJson : Check::Json;
    m_reason.clear();
    if (fault) {
        const json::Position at = fault->position;
        m_reason = tr("Not JSON at %1:%2: %3.").arg(at.line).arg(at.column).arg(fault->reason);
    }
    Q_EMIT indentableChanged();
    chooseForm();
}

void BodyReader::setLines(const QByteArray &body, BodyForm form)
{
    m_lines = BodyLines(body, form);
    if (!m_lines.extend(sliceBytes))
        m_timer.start();
    Q_EMIT linesReset();
}

/// Rows come first: without them there is nothing to show a match in.
void BodyReader::step()
{
    if (!m_lines.isComplete()) {
        const qint64 from = m_lines.readTo();
        m_lines.extend(sliceBytes);
        m_largestStep = std::max(m_largestStep, m_lines.readTo() - from);
        Q_EMIT linesGrew();
    } else if (!m_search.isComplete()) {
        const qint64 from = m_search.searchedTo();
        m_search.advance(sliceBytes);
        m_largestStep = std::max(m_largestStep, m_search.searchedTo() - from);
        Q_EMIT searchAdvanced();
    }
    if (m_lines.isComplete() && m_search.isComplete())
        m_timer.stop();
}

} // namespace present
