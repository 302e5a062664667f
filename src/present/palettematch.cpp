// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/palettematch.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace present {
namespace {

// Letters without their accents and case.
QString folded(const QString &text)
{
    QString plain;
    const QString apart = text.normalized(QString::NormalizationForm_KD);
    for (const QChar letter : apart) {
        if (!letter.isMark())
            plain += letter;
    }
    return plain.toUpper().toCaseFolded(); // by way of capitals, in which a sharp s is two letters
}

bool beginsWordAt(const QString &text, qsizetype place)
{
    return text.at(place).isLetterOrNumber() && (place == 0 || !text.at(place - 1).isLetterOrNumber());
}

bool beginsAWord(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        if (beginsWordAt(text, at))
            return true;
    }
    return false;
}

QString firstLetters(const QString &text)
{
    QString letters;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (beginsWordAt(text, i))
            letters += text.at(i);
    }
    return letters;
}

bool hasInOrder(const QString &text, const QString &word)
{
    qsizetype at = -1;
    return std::all_of(word.begin(), word.end(), [&text, &at](QChar letter) {
        at = text.indexOf(letter, at + 1);
        return at >= 0;
    });
}

// The rows of the order that rank() tells.
std::optional<int> rankOfWord(const QString &word, const QString &name, const QString &path)
{
    const QString all = path + u' ' + name;
    const std::array fits{
        name.startsWith(word),   beginsAWord(name, word), firstLetters(name).contains(word),
        beginsAWord(path, word), all.contains(word),      hasInOrder(all, word),
    };
    const auto *const first = std::find(fits.begin(), fits.end(), true);
    return first == fits.end() ? std::nullopt : std::optional(static_cast<int>(first - fits.begin()));
}

} // namespace

PaletteMatch::PaletteMatch(const QString &typed)
    : m_words(folded(typed).split(u' ', Qt::SkipEmptyParts))
{ }

std::optional<int> PaletteMatch::rank(const QString &name, const QString &path) const
{
    const QString plainName = folded(name);
    const QString plainPath = folded(path);
    int sum = 0;
    for (const QString &word : m_words) {
        const std::optional<int> one = rankOfWord(word, plainName, plainPath);
        if (!one)
            return std::nullopt;
        sum += *one;
    }
    return sum;
}

} // namespace present
