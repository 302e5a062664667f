// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>
#include <QStringList>

// The few elements that an evidence page is made of. Whatever text they take, they escape it; classes are ours.
namespace report {

/// `text` so that it stands for itself in an element and in a quoted attribute; CR stays CR.
QString escaped(const QString &text);

/// `<name class="className">text</name>`, without the attribute when the class is empty.
QString element(const QString &name, const QString &text, QLatin1String className = {});

/// A cell of a table, and the one that heads a row.
QString cell(const QString &text, QLatin1String className = {});
QString rowHead(const QString &text, QLatin1String className = {});

/// A table with these column heads, which may be none, and rows that are HTML already.
QString table(QLatin1String className, const QStringList &heads, const QString &rows);

/// Text whose every blank and line counts, in a box that scrolls, also by keyboard; `label` is its name for a screen
/// reader.
QString preformatted(const QString &text, const QString &label);

} // namespace report
