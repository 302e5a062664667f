// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/body/bodyfinder.h"
#include "present/body/bodyreader.h"

namespace session {
class SessionDocument;
}

namespace app {

class FindBar;
class SourceEditor;

/// Finds and replaces in Source: it searches the bytes of the document, as the views of bodies do theirs, and selects
/// what it finds in the editor.
class SourceFinder : public QObject
{
    Q_OBJECT

public:
    /// What the bar offers.
    enum class Offer { Find, Replace };

    /// Serves `editor` by `bar`; all borrowed, they outlive the finder.
    SourceFinder(session::SessionDocument &document, SourceEditor &editor, FindBar &bar, QObject *parent);

    /// Opens the bar, with the selected text in it when that is one short line.
    void open(Offer offer);

    /// Steps to another match; opens the bar when it is closed.
    void findNext();
    void findPrevious();

    /// Follows a change of the document, while the bar is open.
    void refresh();

private:
    void find();
    void close();
    void replace();
    void replaceAll();
    bool isAtMatch() const;

    session::SessionDocument &m_document;
    SourceEditor &m_editor;
    FindBar &m_bar;
    present::BodyReader m_reader;
    present::BodyFinder m_finder{&m_reader};
};

} // namespace app
