// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formbinder.h"

#include "app/fieldrow.h"
#include "app/membersedit.h"
#include "app/section.h"
#include "present/documentcontroller.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace app {
namespace {

constexpr char jsonPathProperty[] = "jsonPath";
constexpr char typeNameProperty[] = "typeName";
constexpr QLatin1String typePath("@odata.type");

// The widgets of `form` that have a path, without those of the forms inside it, in the order of the form.
void collect(QWidget *form, QList<QWidget *> &found)
{
    for (QObject *child : form->children()) {
        auto *widget = qobject_cast<QWidget *>(child);
        if (!widget)
            continue;
        if (!widget->property(jsonPathProperty).toString().isEmpty())
            found += widget;
        else if (!widget->property(typeNameProperty).isValid())
            collect(widget, found);
    }
}

// The editor that Designer chose, or one that fits what another schema says of the property.
QWidget *fitting(QWidget *editor, present::FieldKind kind)
{
    switch (kind) {
    case present::FieldKind::Text:
        return qobject_cast<QLineEdit *>(editor) ? editor : new QLineEdit;
    case present::FieldKind::Choice:
    case present::FieldKind::Type:
        return qobject_cast<QComboBox *>(editor) ? editor : new QComboBox;
    case present::FieldKind::Members:
        return qobject_cast<MembersEdit *>(editor) ? editor : new MembersEdit;
    case present::FieldKind::Object:
    case present::FieldKind::Collection:
        break;
    }
    Q_UNREACHABLE();
}

QFormLayout *formLayoutOf(QWidget *form, QWidget *editor, QFormLayout::ItemRole *role, int *row)
{
    for (QFormLayout *layout : form->findChildren<QFormLayout *>()) {
        layout->getWidgetPosition(editor, row, role);
        if (*row >= 0)
            return layout;
    }
    return nullptr;
}

// Shows or hides a row. In Qt 6.4 a hidden row that grows with its width still has the number that it had in the last
// layout, and QFormLayout writes there past the end of a list that is shorter by now; put in anew, the row has none.
void showRow(QFormLayout *layout, QWidget *editor, bool isShown)
{
    if (layout->isRowVisible(editor) == isShown)
        return;
    if (!isShown) {
        int row = -1;
        QFormLayout::ItemRole role = QFormLayout::FieldRole;
        layout->getWidgetPosition(editor, &row, &role);
        const QFormLayout::TakeRowResult taken = layout->takeRow(row);
        const std::unique_ptr<QLayoutItem> labelItem(taken.labelItem);
        const std::unique_ptr<QLayoutItem> fieldItem(taken.fieldItem);
        layout->insertRow(row, labelItem->widget(), editor);
    }
    layout->setRowVisible(editor, isShown);
}

} // namespace

QString accessibleNameOf(const json::Pointer &pointer)
{
    QStringList words = pointer.tokens();
    if (words == QStringList{typePath})
        return u"session type"_s;
    words.replaceInStrings(typePath, u"type"_s);
    return words.join(u' ');
}

FormBinder::FormBinder(present::DocumentController &document, QWidget *form)
    : QObject(form)
    , m_document(document)
    , m_form(form)
    , m_returned(document)
{
    bindForm(form, {}, form->property(typeNameProperty).toString());
    alignLabels();
    chainTabs();
    refreshAt({});
    refreshFindings();
    connect(&document.document(), &session::SessionDocument::changed, this, &FormBinder::refreshAt);
    connect(&document, &present::DocumentController::findingsChanged, this, &FormBinder::refreshFindings);
    connect(&m_returned, &present::ReturnMarks::changed, this, &FormBinder::refreshReturned);
    m_returned.setFollowing(true);
}

void FormBinder::bindForm(QWidget *form, const json::Pointer &place, const QString &typeName)
{
    QList<QWidget *> bound;
    collect(form, bound);
    for (QWidget *widget : std::as_const(bound)) {
        const QString path = widget->property(jsonPathProperty).toString();
        const edm::Property *property = session::formProperty(m_document.schema(), typeName, path);
        const present::Field field(m_document, place.joined(json::Pointer::fromPath(path)), property, typeName);
        const bool isForm = widget->property(typeNameProperty).isValid();
        const bool isObject = field.kind() == present::FieldKind::Object;
        const bool isCollection = field.kind() == present::FieldKind::Collection;
        // In another schema than ours there may be no such property, or an object where there was a text.
        if ((!property && path != typePath) || isForm != isObject || isCollection)
            leaveOut(widget);
        else if (isForm)
            bindSubform(widget, field, property->type.name);
        else
            bindEditor(widget, field);
    }
}

void FormBinder::leaveOut(QWidget *widget)
{
    int row = -1;
    QFormLayout::ItemRole role = QFormLayout::FieldRole;
    if (QFormLayout *layout = formLayoutOf(widget->parentWidget(), widget, &role, &row))
        layout->removeRow(row);
    else
        std::unique_ptr<QWidget>(widget).reset();
}

void FormBinder::bindEditor(QWidget *designed, const present::Field &field)
{
    int row = -1;
    QFormLayout::ItemRole role = QFormLayout::FieldRole;
    QFormLayout *layout = formLayoutOf(designed->parentWidget(), designed, &role, &row);
    Q_ASSERT_X(layout, "FormBinder", "an editor stands outside of a QFormLayout");
    auto *label = qobject_cast<QLabel *>(layout->labelForField(designed));
    layout->removeWidget(designed);
    QWidget *editor = fitting(designed, field.kind());
    if (editor != designed)
        std::unique_ptr<QWidget>(designed).reset();
    const QString name = accessibleNameOf(field.pointer());
    auto *fieldRow = new FieldRow(field, editor, name, layout->parentWidget());
    layout->setWidget(row, role, fieldRow);
    nameLabel(fieldRow->focusTarget(), label, name);
    connect(fieldRow, &FieldRow::left, &m_document.document(), &session::SessionDocument::endMerge);
    m_widgets += fieldRow;
    m_rows += RowPlace{fieldRow, layout};
}

void FormBinder::bindSubform(QWidget *subform, const present::Field &field, const QString &typeName)
{
    const json::Pointer &pointer = field.pointer();
    auto *layout = qobject_cast<QBoxLayout *>(subform->parentWidget()->layout());
    Q_ASSERT_X(layout, "FormBinder", "a form inside a form stands outside of a box layout");
    const int place = layout->indexOf(subform);
    layout->removeWidget(subform);
    auto *section = new Section(
        field, subform, pointer.last(), accessibleNameOf(pointer),
        [this, pointer] { return present::sectionSummary(m_document, pointer); }, layout->parentWidget());
    layout->insertWidget(place, section);
    m_widgets += section;
    m_sections += section;
    bindForm(subform, pointer, typeName);
}

void FormBinder::nameLabel(QWidget *editor, QLabel *label, const QString &name)
{
    Q_ASSERT_X(label, "FormBinder", qPrintable(name + " has no label"_L1));
    label->setBuddy(editor);
    // Qt 6.4 reports a combo box under its text; it is found by the name of its label.
    label->setAccessibleName(name);
    m_labels += label;
}

// One column of labels through all forms, however deep they are indented.
void FormBinder::alignLabels()
{
    int width = 0;
    for (const QLabel *label : std::as_const(m_labels))
        width = qMax(width, label->sizeHint().width());
    for (QLabel *label : std::as_const(m_labels)) {
        int indent = 0;
        for (const QWidget *above = label->parentWidget(); above && above != m_form; above = above->parentWidget())
            indent += qobject_cast<const Section *>(above) ? Section::indent : 0;
        label->setMinimumWidth(width - indent);
    }
}

void FormBinder::chainTabs()
{
    QWidget *last = nullptr;
    const auto append = [&last](QWidget *next) {
        if (last)
            QWidget::setTabOrder(last, next);
        last = next;
    };
    for (BoundWidget *widget : std::as_const(m_widgets)) {
        const QList<QCheckBox *> boxes = widget->field().kind() == present::FieldKind::Members
            ? widget->findChildren<QCheckBox *>()
            : QList<QCheckBox *>();
        for (QCheckBox *box : boxes)
            append(box);
        append(widget->focusTarget());
    }
}

void FormBinder::setFilter(present::FieldFilter filter)
{
    m_filter = filter;
    applyFilter();
}

void FormBinder::setFollowing(bool isFollowing)
{
    m_isFollowing = isFollowing;
    m_returned.setFollowing(isFollowing);
    if (!isFollowing || !m_isBehind)
        return;
    m_isBehind = false;
    refreshAt({});
    refreshFindings();
}

void FormBinder::refreshAt(const json::Pointer &where)
{
    m_isBehind = !m_isFollowing;
    if (m_isBehind)
        return;
    for (BoundWidget *widget : std::as_const(m_widgets)) {
        const json::Pointer &pointer = widget->field().pointer();
        if (where.contains(pointer) || pointer.contains(where))
            widget->refresh();
    }
    if (m_filter != present::FieldFilter::All)
        applyFilter();
}

void FormBinder::refreshFindings()
{
    m_isBehind = !m_isFollowing;
    if (m_isBehind)
        return;
    for (BoundWidget *widget : std::as_const(m_widgets)) {
        const present::Field &field = widget->field();
        // The items of a collection have no rows of their own.
        widget->showFinding(field.kind() == present::FieldKind::Members ? m_document.findingWithin(field.pointer())
                                                                        : m_document.findingAt(field.pointer()));
    }
    for (Section *section : std::as_const(m_sections))
        section->refreshSummary();
    if (m_filter == present::FieldFilter::WithFindings)
        applyFilter();
}

void FormBinder::refreshReturned()
{
    for (BoundWidget *widget : std::as_const(m_widgets)) {
        const present::Field &field = widget->field();
        // As with findings.
        widget->showReturned(field.kind() == present::FieldKind::Members ? m_returned.within(field.pointer())
                                                                         : m_returned.at(field.pointer()));
    }
}

void FormBinder::applyFilter()
{
    for (const RowPlace &place : std::as_const(m_rows)) {
        const bool isShown = m_filter == present::FieldFilter::All
            || (m_filter == present::FieldFilter::Set
                && place.row->field().facts().state != session::FieldState::NotSent)
            || (m_filter == present::FieldFilter::WithFindings && place.row->hasFinding());
        showRow(place.layout, place.row, isShown);
    }
}

BoundWidget *FormBinder::widgetFor(const json::Pointer &pointer) const
{
    for (BoundWidget *widget : m_widgets) {
        const present::Field &field = widget->field();
        if (field.pointer() == pointer
            || (field.kind() == present::FieldKind::Members && field.pointer().contains(pointer)))
            return widget;
    }
    return nullptr;
}

BoundWidget *FormBinder::widgetAround(const QWidget *focus) const
{
    BoundWidget *innermost = nullptr;
    for (BoundWidget *widget : m_widgets) {
        if (widget == focus || widget->isAncestorOf(focus))
            innermost = widget;
    }
    return innermost;
}

void FormBinder::reveal(BoundWidget *widget) const
{
    for (QWidget *above = widget->parentWidget(); above && above != m_form; above = above->parentWidget()) {
        if (auto *section = qobject_cast<Section *>(above))
            section->setFolded(false);
    }
}

} // namespace app
