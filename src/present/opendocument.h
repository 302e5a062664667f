// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/baselinecontroller.h"
#include "present/documentcontroller.h"
#include "present/documentfile.h"
#include "present/evidencecontroller.h"
#include "present/readback.h"

namespace present {

class HistoryKeeper;

/// One document of the workspace, with all that is its own: the session and its undo, the target, the last exchange and
/// the request in flight, its file, its baseline, the evidence that it can hand out, and the reading back.
class OpenDocument : public QObject
{
    Q_OBJECT

public:
    /// What a document has from the program; what it borrows outlives the document.
    struct Services
    {
        std::shared_ptr<const edm::Schema> schema;
        graph::GraphClient &client;
        const EnvironmentController &environments;
        const store::Files &files;
        Prompter &prompter;
        HistoryKeeper *history = nullptr; ///< Knows what the tester says of exchanges.
    };

    explicit OpenDocument(const Services &services, QObject *parent = nullptr);

    DocumentController &controller() { return m_controller; }
    const DocumentController &controller() const { return m_controller; }
    DocumentFile &file() { return m_file; }
    const DocumentFile &file() const { return m_file; }
    EvidenceController &evidence() { return m_evidence; }
    BaselineController &baseline() { return m_baseline; }
    ReadBack &readBack() { return m_readBack; }

    /// Gives up what is in flight or being read back.
    void cancel();

    bool isModified() const { return m_file.isModified(); }

    /// True while another document can take its place and nobody misses it: it has no file, no edit and no exchange.
    bool isUntouched() const;

Q_SIGNALS:
    /// Its name, or whether it is modified.
    void titleChanged();

private:
    DocumentController m_controller;
    DocumentFile m_file;
    EvidenceController m_evidence;
    BaselineController m_baseline;
    ReadBack m_readBack;
};

} // namespace present
