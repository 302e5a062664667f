// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/byteviewaccessible.h"

#include "app/byteview.h"
#include "present/body/hextext.h"
#include "present/body/plaintext.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace app {

namespace {

constexpr qint64 wholeLimit = 1024 * 1024; ///< The text of a larger body is given in parts,
constexpr qint64 wholeHexLimit = 64 * 1024; ///< and that of one in hexadecimal, which is five times as long.
constexpr qint64 partRows = 200;

class ByteViewAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit ByteViewAccessible(ByteView *view)
        : QAccessibleWidget(view, QAccessible::EditableText)
    { }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QAccessible::State state() const override;
    QString text(QAccessible::Text kind) const override;

    QString text(int startOffset, int endOffset) const override;
    int characterCount() const override { return int(whole().size()); }
    int cursorPosition() const override { return unitOf(view()->caret().position()); }
    void setCursorPosition(int position) override { view()->goToOffset(byteOf(position)); }
    int selectionCount() const override { return view()->caret().hasSelection() ? 1 : 0; }
    void selection(int selectionIndex, int *startOffset, int *endOffset) const override;
    void addSelection(int startOffset, int endOffset) override { setSelection(0, startOffset, endOffset); }
    void removeSelection(int selectionIndex) override;
    void setSelection(int selectionIndex, int startOffset, int endOffset) override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int startIndex, int endIndex) override;
    QString attributes(int offset, int *startOffset, int *endOffset) const override;

private:
    /// The bytes whose text is given: from the first to one past the last.
    struct Part
    {
        qint64 begin = 0;
        qint64 end = 0;
    };

    ByteView *view() const { return static_cast<ByteView *>(widget()); }
    Part part() const;
    QByteArrayView bytes() const;
    QString whole() const;
    bool isHex() const { return view()->form() == present::BodyForm::Hex; }
    int unitOf(qint64 offset) const;
    qint64 byteOf(int unit) const;
};

ByteViewAccessible::Part ByteViewAccessible::part() const
{
    const present::BodyLines &lines = view()->reader().lines();
    const qint64 size = lines.bytes().size();
    if (size <= (isHex() ? wholeHexLimit : wholeLimit))
        return {0, size};
    const qint64 first = view()->caret().row(lines) / partRows * partRows;
    const QList<present::BodyRow> rows = lines.rows(first, partRows);
    return {rows.constFirst().begin, rows.constLast().next};
}

QByteArrayView ByteViewAccessible::bytes() const
{
    const Part it = part();
    return QByteArrayView(view()->body()).sliced(it.begin, it.end - it.begin);
}

QString ByteViewAccessible::whole() const
{
    return isHex() ? present::hexText(bytes(), part().begin) : present::plainText(bytes());
}

int ByteViewAccessible::unitOf(qint64 offset) const
{
    const Part it = part();
    const qsizetype index = std::clamp(offset, it.begin, it.end) - it.begin;
    return int(isHex() ? present::hexUnitOf(bytes(), index) : present::unitOfByte(bytes(), index));
}

qint64 ByteViewAccessible::byteOf(int unit) const
{
    unit = std::max(unit, 0);
    return part().begin + (isHex() ? present::hexIndexOf(bytes(), unit) : present::byteOfUnit(bytes(), unit));
}

QAccessible::State ByteViewAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    return state;
}

QString ByteViewAccessible::text(QAccessible::Text kind) const
{
    const QString own = QAccessibleWidget::text(kind);
    if (kind == QAccessible::Value)
        return text(0, characterCount());
    if (kind != QAccessible::Description)
        return own;
    QStringList sentences;
    if (!own.isEmpty())
        sentences += own;
    const Part it = part();
    if (view()->body().isEmpty()) {
        sentences += view()->placeholderText();
    } else if (it.end - it.begin < view()->body().size()) {
        const QLocale locale;
        sentences
            += QCoreApplication::translate("app::ByteView", "Bytes %1 to %2 of %3; move the caret to read other parts.")
                   .arg(locale.toString(it.begin + 1), locale.toString(it.end), locale.toString(view()->body().size()));
    }
    return sentences.join(u' ');
}

QString ByteViewAccessible::text(int startOffset, int endOffset) const
{
    const QString all = whole();
    const int begin = std::clamp(startOffset, 0, int(all.size()));
    const int end = endOffset < 0 ? int(all.size()) : std::clamp(endOffset, begin, int(all.size()));
    return all.mid(begin, end - begin);
}

void ByteViewAccessible::selection(int selectionIndex, int *startOffset, int *endOffset) const
{
    const bool exists = selectionIndex == 0 && view()->caret().hasSelection();
    *startOffset = exists ? unitOf(view()->caret().begin()) : 0;
    *endOffset = exists ? unitOf(view()->caret().end()) : 0;
}

void ByteViewAccessible::removeSelection(int selectionIndex)
{
    if (selectionIndex == 0)
        view()->goToOffset(view()->caret().position());
}

void ByteViewAccessible::setSelection(int selectionIndex, int startOffset, int endOffset)
{
    if (selectionIndex == 0)
        view()->select(byteOf(startOffset), byteOf(endOffset));
}

QRect ByteViewAccessible::characterRect(int offset) const
{
    const qint64 byte = byteOf(offset);
    QRect place = view()->rectOf(byte);
    if (!place.isValid())
        return QRect();
    const QRect next = view()->rectOf(byteOf(offset + 1));
    if (next.isValid() && next.top() == place.top() && next.left() > place.left())
        place.setRight(next.left() - 1);
    return place.translated(view()->viewport()->mapToGlobal(QPoint(0, 0)));
}

int ByteViewAccessible::offsetAtPoint(const QPoint &point) const
{
    const QPoint inside = view()->viewport()->mapFromGlobal(point);
    return view()->viewport()->rect().contains(inside) ? unitOf(view()->offsetAt(inside)) : -1;
}

void ByteViewAccessible::scrollToSubstring(int startIndex, int)
{
    view()->goToOffset(byteOf(startIndex));
}

QString ByteViewAccessible::attributes(int, int *startOffset, int *endOffset) const
{
    *startOffset = 0;
    *endOffset = characterCount();
    return QString();
}

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<ByteView *>(object))
        return new ByteViewAccessible(view); // owned by Qt's cache of interfaces
    return nullptr;
}

} // namespace

void installByteViewAccessibility()
{
    QAccessible::removeFactory(&makeAccessible);
    QAccessible::installFactory(&makeAccessible);
}

} // namespace app
