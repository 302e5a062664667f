// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QObject>

#include <optional>

namespace app {

class SourceEditor;

/// Makes Source editors speak: installs the factory that gives each SourceEditor its accessible text interface, in
/// place of QScintilla's, which counts from the start of the text for each key. Called once, before the first window; a
/// second call changes nothing.
///
/// The text is present::plainText() of the bytes, in UTF-16 units.
void installSourceAccessibility();

/// Who is spoken to: whether anybody listens, and what is said.
struct SourceListener
{
    bool (*isThere)() = &QAccessible::isActive;
    void (*hear)(QAccessibleEvent *event) = &QAccessible::updateAccessibility;
};

/// Tells screen readers what is edited in a SourceEditor and where its caret goes, in the units of that interface. As
/// long as nobody listens it does nothing.
class SourceSpeaker : public QObject
{
    Q_OBJECT

public:
    /// Follows `editor`, which owns it.
    explicit SourceSpeaker(SourceEditor *editor, SourceListener listener = {});

private:
    /// An edit that is made, but not told yet.
    struct Edit
    {
        qint64 begin = 0; ///< In bytes.
        qint64 length = 0;
        std::optional<QString> removed; ///< Empty when it was an insertion.
    };

    void noteEdit(int position, int type, const char *text, int length);
    void tellEdit();
    void tellCaret();

    SourceEditor &m_editor;
    SourceListener m_listener;
    std::optional<Edit> m_edit;
    int m_caret = -1; ///< As last told.
};

} // namespace app
