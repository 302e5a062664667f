// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace session {
class SessionDocument;
}

namespace app {

class NoticeBar;

/// Says in the bar of a pane that edits values what there is to know about the body as a text: that the pane cannot
/// show it, or that an edit wrote it anew.
class BodyNotice : public QObject
{
    Q_OBJECT

public:
    /// `obstacle` is the sentence when the pane cannot show the body: with the reason as %1, at line %2 and column %3.
    /// All are borrowed; `bar` owns this.
    BodyNotice(session::SessionDocument &document, const QString &obstacle, NoticeBar *bar);

Q_SIGNALS:
    /// The person wants to see the text instead.
    void sourceRequested();

private:
    void show();
    void follow();

    session::SessionDocument &m_document;
    QString m_obstacle;
    NoticeBar *m_bar;
};

} // namespace app
