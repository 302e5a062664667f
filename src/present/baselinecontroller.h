// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/files.h"

#include <QObject>

namespace present {

class DocumentController;
class DocumentFile;

/// The baseline of an open template: the response that was accepted before, in a file beside it. The document is judged
/// by it as long as the file is there. It is read when the template is opened or gets another path, and anew at each
/// submit, since others may have changed it.
class BaselineController : public QObject
{
    Q_OBJECT

public:
    /// All borrowed; they outlive the controller.
    BaselineController(DocumentController &document, DocumentFile &file, const store::Files &files,
                       QObject *parent = nullptr);

    /// Where the baseline lies or would lie; empty while the document is no template with a file.
    QString path() const;

    /// True when there is a template with a file, and a whole response to a submit that can become its baseline.
    bool canAccept() const;

    /// True when there is one, also one that cannot be read.
    bool canRemove() const;

    /// What there is to say about it, in sentences for people, each on its line: where it lies, of when it is and what
    /// may differ; why it cannot be read; or how one gets a baseline.
    QString text() const;

    /// Makes the last response the baseline; what the one before ignores stays ignored. Then told() or refused().
    void accept();

    /// Moves the file to the trash; then told() or refused().
    void remove();

Q_SIGNALS:
    /// Another baseline, none any more, or another answer to canAccept().
    void changed();

    /// It is done: a sentence for people.
    void told(const QString &sentence);

    /// It is not, and why: a sentence for people.
    void refused(const QString &sentence);

private:
    void follow();
    void read();

    DocumentController &m_document;
    DocumentFile &m_file;
    const store::Files &m_files;
    QString m_path; ///< Of the template whose baseline was read last.
    QString m_problem; ///< Why its baseline cannot be read; empty when it can, or there is none.
};

} // namespace present
