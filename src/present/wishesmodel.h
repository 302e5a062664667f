// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/expectation.h"

#include <QAbstractTableModel>

namespace present {

class TemplateDraft;

/// What is expected of single values of the response, as an editable table: members of the body by JSON pointer, which
/// begins with `/`, and below them headers by name.
class WishesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Subject, Kind, Value, ColumnCount };
    enum Role { ChoicesRole = Qt::UserRole }; ///< Of the column Kind: the words that may stand there, a QStringList.

    /// `draft` is borrowed and outlives the model.
    explicit WishesModel(TemplateDraft &draft, QObject *parent = nullptr);

    /// Appends an empty row, which counts as soon as its subject is set, and returns its number.
    int addRow();
    void removeRow(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// What was typed cannot stand there; a sentence says why.
    void refused(const QString &sentence);

private:
    struct Row
    {
        QString subject;
        bool isHeader = false;
        session::MemberWish wish; ///< Of a header, Kind::AsSent where it only has to be there.

        bool operator==(const Row &) const = default;
    };

    void rebuild();
    QString kindWord(const Row &row) const;
    bool setSubject(Row row, const QString &subject);
    bool setKind(Row row, const QString &word);
    bool setValue(Row row, const QString &text);
    bool put(const Row &row, const QString &before);

    TemplateDraft &m_draft;
    QList<Row> m_rows;
    bool m_isAdding = false; ///< The last row is still without a subject.
};

} // namespace present
