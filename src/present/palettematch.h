// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace present {

/// What somebody typed to find a command by, and how well a command fits it. Neither case nor accents count.
class PaletteMatch
{
public:
    /// `typed` is any number of words in any order; none fits everything.
    explicit PaletteMatch(const QString &typed);

    /// How well `name` under `path` (the menus above it, may be empty) fits: 0 is best. Nothing when a word fits
    /// nowhere. In this order a word begins the name, begins a word of it, is made of first letters of its words,
    /// begins a word of the path, stands anywhere, or has its letters in this order in name and path.
    std::optional<int> rank(const QString &name, const QString &path) const;

private:
    QStringList m_words;
};

} // namespace present
