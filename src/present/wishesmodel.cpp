// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/wishesmodel.h"

#include "present/templatedraft.h"
#include "json/pointer.h"
#include "json/scanner.h"

#include <utility>

namespace present {
namespace {

using session::MemberWish;

struct KindRow
{
    MemberWish::Kind kind;
    const char *word;
};

constexpr KindRow memberKinds[] = {
    {MemberWish::Kind::AsSent, QT_TRANSLATE_NOOP("present::WishesModel", "as sent")},
    {MemberWish::Kind::Value, QT_TRANSLATE_NOOP("present::WishesModel", "value")},
    {MemberWish::Kind::Absent, QT_TRANSLATE_NOOP("present::WishesModel", "absent")},
    {MemberWish::Kind::Ignored, QT_TRANSLATE_NOOP("present::WishesModel", "ignored")},
};
constexpr KindRow headerKinds[] = {
    {MemberWish::Kind::AsSent, QT_TRANSLATE_NOOP("present::WishesModel", "is there")},
    {MemberWish::Kind::Value, QT_TRANSLATE_NOOP("present::WishesModel", "value")},
};

std::pair<const KindRow *, const KindRow *> kindsOf(bool isHeader)
{
    return isHeader ? std::pair(std::begin(headerKinds), std::end(headerKinds))
                    : std::pair(std::begin(memberKinds), std::end(memberKinds));
}

bool isPlace(const QString &subject)
{
    return subject.startsWith(u'/');
}

void remove(session::Expectation &expectation, const QString &subject)
{
    if (isPlace(subject))
        expectation.members.remove(subject);
    else
        expectation.headers.remove(subject);
}

} // namespace

WishesModel::WishesModel(TemplateDraft &draft, QObject *parent)
    : QAbstractTableModel(parent)
    , m_draft(draft)
{
    connect(&draft, &TemplateDraft::expectationChanged, this, &WishesModel::rebuild);
    rebuild();
}

void WishesModel::rebuild()
{
    QList<Row> rows;
    const session::Expectation &expectation = m_draft.expectation();
    for (auto member = expectation.members.begin(); member != expectation.members.end(); ++member)
        rows.append({member.key(), false, member.value()});
    for (auto header = expectation.headers.begin(); header != expectation.headers.end(); ++header) {
        const std::optional<QString> &value = header.value();
        const MemberWish::Kind kind = value ? MemberWish::Kind::Value : MemberWish::Kind::AsSent;
        rows.append({header.key(), true, {kind, value.value_or(QString()).toUtf8()}});
    }
    if (rows == m_rows && !m_isAdding)
        return;
    beginResetModel();
    m_rows = rows;
    m_isAdding = false;
    endResetModel();
}

int WishesModel::addRow()
{
    const int row = static_cast<int>(m_rows.size());
    if (m_isAdding)
        return row - 1;
    beginInsertRows({}, row, row);
    m_rows.append(Row());
    m_isAdding = true;
    endInsertRows();
    return row;
}

void WishesModel::removeRow(int row)
{
    Q_ASSERT(row >= 0 && row < m_rows.size());
    session::Expectation expectation = m_draft.expectation();
    remove(expectation, m_rows.at(row).subject);
    if (expectation == m_draft.expectation())
        rebuild(); // the one that was being added
    else
        m_draft.setExpectation(expectation);
}

int WishesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int WishesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString WishesModel::kindWord(const Row &row) const
{
    const auto [begin, end] = kindsOf(row.isHeader);
    for (const KindRow *kind = begin; kind != end; ++kind) {
        if (kind->kind == row.wish.kind)
            return tr(kind->word);
    }
    return {};
}

QVariant WishesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const QString value = QString::fromUtf8(row.wish.value);
    if (role == Qt::AccessibleTextRole && index.column() == Subject)
        return tr("%1, %2 %3").arg(row.subject, kindWord(row), value).trimmed();
    if (role == ChoicesRole && index.column() == Kind) {
        QStringList words;
        const auto [begin, end] = kindsOf(row.isHeader);
        words.reserve(end - begin);
        for (const KindRow *kind = begin; kind != end; ++kind)
            words += tr(kind->word);
        return words;
    }
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case Subject:
        return row.subject;
    case Kind:
        return row.subject.isEmpty() ? QString() : kindWord(row);
    case Value:
        return value;
    case ColumnCount:
        break;
    }
    return {};
}

bool WishesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole
        || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const Row &row = m_rows.at(index.row());
    switch (static_cast<Column>(index.column())) {
    case Subject:
        return setSubject(row, value.toString().trimmed());
    case Kind:
        return setKind(row, value.toString());
    case Value:
        return setValue(row, value.toString());
    case ColumnCount:
        break;
    }
    return false;
}

bool WishesModel::setSubject(Row row, const QString &subject)
{
    if (subject == row.subject)
        return true;
    const session::Expectation &expectation = m_draft.expectation();
    if (subject.isEmpty() || expectation.members.contains(subject) || expectation.headers.contains(subject)) {
        Q_EMIT refused(subject.isEmpty() ? tr("Name a member by its JSON pointer, such as /caller/name, or a header.")
                                         : tr("There is already a row for %1.").arg(subject));
        return false;
    }
    if (isPlace(subject) && !json::Pointer::parse(subject)) {
        Q_EMIT refused(tr("%1 is no JSON pointer: a ~ stands there as ~0, a / in a name as ~1.").arg(subject));
        return false;
    }
    const QString before = std::exchange(row.subject, subject);
    if (isPlace(subject) == row.isHeader)
        row.wish = {}; // what is said of a header cannot be said of a member
    row.isHeader = !isPlace(subject);
    return put(row, before);
}

bool WishesModel::setKind(Row row, const QString &word)
{
    const auto [begin, end] = kindsOf(row.isHeader);
    for (const KindRow *kind = begin; kind != end; ++kind) {
        if (tr(kind->word) != word)
            continue;
        const bool isValue = kind->kind == MemberWish::Kind::Value;
        if (kind->kind == row.wish.kind)
            return true;
        row.wish = {kind->kind, isValue && !row.isHeader ? QByteArray("null") : QByteArray()};
        return put(row, row.subject);
    }
    return false;
}

bool WishesModel::setValue(Row row, const QString &text)
{
    if (!row.isHeader && !json::scan(text.toUtf8()).isValid()) {
        Q_EMIT refused(tr("%1 is no JSON value: a text stands in quotation marks.").arg(text));
        return false;
    }
    row.wish = {MemberWish::Kind::Value, text.toUtf8()};
    return put(row, row.subject);
}

bool WishesModel::put(const Row &row, const QString &before)
{
    session::Expectation expectation = m_draft.expectation();
    remove(expectation, before);
    if (!row.isHeader)
        expectation.members.insert(row.subject, row.wish);
    else if (row.wish.kind == MemberWish::Kind::Value)
        expectation.headers.insert(row.subject, QString::fromUtf8(row.wish.value));
    else
        expectation.headers.insert(row.subject, std::nullopt);
    m_draft.setExpectation(expectation);
    return true;
}

QVariant WishesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Subject:
        return tr("Member or header");
    case Kind:
        return tr("Expected");
    case Value:
        return tr("Value");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags WishesModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Row &row = m_rows.at(index.row());
    const bool isThere = !row.subject.isEmpty();
    const bool isEditable = index.column() == Subject || (index.column() == Kind && isThere)
        || (index.column() == Value && isThere && row.wish.kind == MemberWish::Kind::Value);
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return isEditable ? flags | Qt::ItemIsEditable : flags;
}

} // namespace present
