// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/examiner.h"

#include <QMap>
#include <QObject>

namespace present {

class DocumentController;

/// What the last response made of values, by the JSON pointer at which they were sent: a sentence for each that was
/// changed or dropped.
using ReturnSentences = QMap<QString, QString>;

/// Tells them; none when nothing can be compared.
ReturnSentences returnSentences(const Examination &examination);

/// Keeps for the fields of a document what the last response made of their values. It goes with the next submit and
/// when another document is loaded. That of a large session is found off the GUI thread.
class ReturnMarks : public QObject
{
    Q_OBJECT

public:
    /// `document` is borrowed and outlives the marks.
    explicit ReturnMarks(DocumentController &document, QObject *parent = nullptr);

    /// Whether each response is compared as it comes, or only when this is set again, as when the form shows.
    void setFollowing(bool isFollowing);

    /// The sentence about the value at `pointer`; empty when it came back as it was sent.
    QString at(const json::Pointer &pointer) const;

    /// The first sentence about the value at `pointer` or one inside of it.
    QString within(const json::Pointer &pointer) const;

Q_SIGNALS:
    void changed();

private:
    void follow();
    void show(const ReturnSentences &sentences);

    DocumentController &m_document;
    ReturnSentences m_sentences;
    bool m_isFollowing = false;
    bool m_isBehind = false;
    Examiner<ReturnSentences> m_teller;
};

} // namespace present
