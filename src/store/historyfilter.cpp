// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/historyfilter.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {
namespace {

// The index holds trigrams.
constexpr qsizetype shortestIndexed = 3;

bool isAscii(const QString &word)
{
    return std::all_of(word.begin(), word.end(), [](QChar letter) { return letter.unicode() < 0x80; });
}

bool isIndexed(const QString &word)
{
    return word.toUcs4().size() >= shortestIndexed;
}

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    QString clean = text;
    clean.remove(QChar::Null);
    return clean.split(blanks, Qt::SkipEmptyParts);
}

QString phraseOf(QString word)
{
    return u'"' + word.replace(u'"', u"\"\""_s) + u'"';
}

QString patternOf(QString word)
{
    for (const QChar special : {u'\\', u'%', u'_'})
        word.replace(special, QString(u'\\') + special);
    return u'%' + word + u'%';
}

HistoryFilter byIndex(const QStringList &words)
{
    QStringList phrases;
    phrases.reserve(words.size());
    for (const QString &word : words)
        phrases += phraseOf(word);
    return {u"search"_s, u"search.rowid"_s, u"search MATCH ?"_s, {phrases.join(" AND "_L1)}};
}

/// Reads the table in which FTS5 keeps the texts (https://www.sqlite.org/fts5.html, "The Content Table"): past the
/// index that takes a sixth of the time. LIKE folds the case of ASCII letters only.
HistoryFilter byText(const QStringList &words)
{
    const QString like = u"search_content.c0 LIKE ? ESCAPE '\\'"_s;
    HistoryFilter filter{u"search_content"_s, u"search_content.id"_s, {}, {}};
    QStringList conditions;
    conditions.reserve(words.size());
    for (const QString &word : words) {
        if (isAscii(word)) {
            conditions += like;
            filter.values += patternOf(word);
        } else if (isIndexed(word)) {
            conditions += u"search_content.id IN (SELECT rowid FROM search WHERE search MATCH ?)"_s;
            filter.values += phraseOf(word);
        } else {
            conditions += u'(' + like + " OR "_L1 + like + u')';
            filter.values += patternOf(word.toLower());
            filter.values += patternOf(word.toUpper());
        }
    }
    filter.condition = conditions.join(" AND "_L1);
    return filter;
}

} // namespace

QString HistoryFilter::whereClause() const
{
    if (condition.isEmpty())
        return {};
    return u" WHERE exchange.number IN (SELECT %1 FROM %2 WHERE %3)"_s.arg(number, table, condition);
}

HistoryFilter readFilter(const QString &text)
{
    const QStringList words = wordsOf(text);
    if (words.isEmpty())
        return {};
    return std::all_of(words.begin(), words.end(), isIndexed) ? byIndex(words) : byText(words);
}

} // namespace store
