// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/field.h"
#include "present/returnmarks.h"
#include "json/pointer.h"

#include <QList>
#include <QObject>
#include <QPointer>

class QFormLayout;
class QLabel;
class QWidget;

namespace present {
class DocumentController;
class Field;
} // namespace present

namespace app {

class BoundWidget;
class FieldRow;
class Section;

/// Connects the editors of a form of Qt Designer with a document, by their `jsonPath`: it wraps each editor in a
/// FieldRow and each form in a Section, gives them their accessible names, fills the choices from the schema, and sets
/// the tab order. To add a field, drop a label and an editor into the form's QFormLayout and name the path. What the
/// schema of the document does not have is left out, and what it has as another type gets an editor for that.
class FormBinder : public QObject
{
    Q_OBJECT

public:
    /// Binds `form`, whose object is the root of `document`. Both are borrowed and outlive the binder, which the form
    /// owns.
    FormBinder(present::DocumentController &document, QWidget *form);

    void setFilter(present::FieldFilter filter);

    /// Whether the widgets follow the document at once, or only when this is set again, as when the form shows.
    void setFollowing(bool isFollowing);

    /// The widget that edits `pointer`, or the collection it is an item of; null when the form has neither.
    BoundWidget *widgetFor(const json::Pointer &pointer) const;

    /// The bound widget that `focus` belongs to, or null.
    BoundWidget *widgetAround(const QWidget *focus) const;

    /// Opens every section around `widget`.
    void reveal(BoundWidget *widget) const;

    const QList<BoundWidget *> &widgets() const { return m_widgets; }

private:
    struct RowPlace
    {
        FieldRow *row;
        QFormLayout *layout;
    };

    void bindForm(QWidget *form, const json::Pointer &place, const QString &typeName);
    void bindEditor(QWidget *designed, const present::Field &field);
    void bindSubform(QWidget *subform, const present::Field &field, const QString &typeName);
    static void leaveOut(QWidget *widget);
    void nameLabel(QWidget *editor, QLabel *label, const QString &name);
    void chainTabs();
    void alignLabels();
    void refreshAt(const json::Pointer &where);
    void refreshFindings();
    void refreshReturned();
    void applyFilter();

    present::DocumentController &m_document;
    QWidget *m_form;
    QList<BoundWidget *> m_widgets; ///< In the order of the form.
    QList<RowPlace> m_rows;
    QList<Section *> m_sections;
    QList<QLabel *> m_labels;
    present::ReturnMarks m_returned;
    present::FieldFilter m_filter = present::FieldFilter::All;
    bool m_isFollowing = true;
    bool m_isBehind = false; ///< There was something to follow meanwhile.
};

/// The accessible name of the editor at `pointer`: its tokens with blanks, `@odata.type` as `type`, and the root's
/// `session type`.
QString accessibleNameOf(const json::Pointer &pointer);

} // namespace app
