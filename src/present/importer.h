// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/foreignrequest.h"

#include <QObject>

namespace store {
class Files;
}

namespace present {

class Prompter;
class Workspace;

/// Makes documents of requests from elsewhere: cURL commands and collections of Postman. Each is a template that is not
/// saved yet.
class Importer : public QObject
{
    Q_OBJECT

public:
    /// All borrowed; they outlive the importer.
    Importer(Workspace &workspace, const store::Files &files, Prompter &prompter, QObject *parent = nullptr);

    /// Asks for a file and imports what it holds. A command in it may name files for its body that lie beside it or
    /// below.
    void importFile();

    /// Imports `text`, as from the clipboard. A command in it may name no file: whoever wrote it is not known, and the
    /// document would take in what that file holds.
    void importText(const QByteArray &text);

Q_SIGNALS:
    /// What came of it, a sentence or more for people: also why nothing could be imported.
    void told(const QString &sentences);

private:
    void take(const core::Result<report::Import> &import, const QString &from);

    Workspace &m_workspace;
    const store::Files &m_files;
    Prompter &m_prompter;
};

} // namespace present
