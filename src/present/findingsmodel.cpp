// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/findingsmodel.h"

#include "session/fix.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace present {

FindingsModel::FindingsModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void FindingsModel::setFindings(const QList<session::Finding> &findings)
{
    beginResetModel();
    m_findings = findings;
    filter();
    endResetModel();
}

void FindingsModel::setLeast(session::Severity least)
{
    beginResetModel();
    m_least = least;
    filter();
    endResetModel();
}

void FindingsModel::filter()
{
    m_shown.clear();
    for (qsizetype at = 0; at < m_findings.size(); ++at) {
        if (m_findings.at(at).severity >= m_least)
            m_shown.append(at);
    }
}

int FindingsModel::rowOf(const session::Finding &finding) const
{
    const auto found = std::find_if(m_shown.cbegin(), m_shown.cend(), [this, &finding](qsizetype at) {
        return m_findings.at(at).pointer == finding.pointer && m_findings.at(at).rule == finding.rule;
    });
    return found == m_shown.cend() ? -1 : static_cast<int>(found - m_shown.cbegin());
}

QString FindingsModel::summary() const
{
    const auto count = [this](session::Severity severity) {
        return static_cast<int>(std::count_if(m_findings.cbegin(), m_findings.cend(), [severity](const auto &finding) {
            return finding.severity == severity;
        }));
    };
    const auto counted
        = [](int number, const QString &one, const QString &many) { return number == 1 ? one : many.arg(number); };
    QStringList parts;
    if (const int errors = count(session::Severity::Error))
        parts += counted(errors, tr("1 error"), tr("%1 errors"));
    if (const int warnings = count(session::Severity::Warning))
        parts += counted(warnings, tr("1 warning"), tr("%1 warnings"));
    if (const int notes = count(session::Severity::Note))
        parts += counted(notes, tr("1 note"), tr("%1 notes"));
    return parts.isEmpty() ? tr("no findings") : parts.join(", "_L1);
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const session::Finding &finding = at(index.row());
    switch (static_cast<Column>(index.column())) {
    case Severity:
        return QString(session::severityName(finding.severity));
    case Place:
        return finding.pointer.isRoot() ? tr("(the session)") : finding.pointer.toString();
    case Message:
        return QString(finding.message + u" ("_s + session::sourceText(finding.source) + u')');
    case Fix:
        return finding.fix ? session::fixSentence(*finding.fix) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Severity:
        return tr("Severity");
    case Place:
        return tr("Place");
    case Message:
        return tr("Finding");
    case Fix:
        return tr("Fix");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace present
