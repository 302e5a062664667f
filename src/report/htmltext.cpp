// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmltext.h"

using namespace Qt::StringLiterals;

namespace report {
namespace {

QString tagged(const QString &name, const QString &attributes, const QString &html)
{
    return u'<' + name + attributes + u'>' + html + "</"_L1 + name + u'>';
}

QString classAttribute(QLatin1String className)
{
    return className.isEmpty() ? QString() : QString(R"( class=")"_L1 + className + u'"');
}

} // namespace

QString escaped(const QString &text)
{
    QString html = text.toHtmlEscaped();
    return html.replace(u'\r', "&#13;"_L1); // a reader of HTML takes a plain one for LF
}

QString element(const QString &name, const QString &text, QLatin1String className)
{
    return tagged(name, classAttribute(className), escaped(text)) + u'\n';
}

QString cell(const QString &text, QLatin1String className)
{
    return tagged(u"td"_s, classAttribute(className), escaped(text));
}

QString rowHead(const QString &text, QLatin1String className)
{
    return tagged(u"th"_s, R"( scope="row")"_L1 + classAttribute(className), escaped(text));
}

QString table(QLatin1String className, const QStringList &heads, const QString &rows)
{
    QString head;
    for (const QString &text : heads)
        head += tagged(u"th"_s, uR"( scope="col")"_s, escaped(text));
    if (!head.isEmpty())
        head = "<thead><tr>"_L1 + head + "</tr></thead>\n"_L1;
    return "<table"_L1 + classAttribute(className) + ">\n"_L1 + head + "<tbody>\n"_L1 + rows
        + "</tbody>\n</table>\n"_L1;
}

QString preformatted(const QString &text, const QString &label)
{
    const QString attributes = uR"( tabindex="0" role="region" aria-label=")"_s + escaped(label) + u'"';
    return tagged(u"pre"_s, attributes, u'\n' + escaped(text)) + u'\n'; // the first line end does not count
}

} // namespace report
