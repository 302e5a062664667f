// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include "core/redaction.h"

#include <QCoreApplication>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace cli {

QString onOneLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar character : text) {
        const bool breaksLines = character == QChar::LineSeparator || character == QChar::ParagraphSeparator;
        if (character.category() == QChar::Other_Control || breaksLines)
            line += u"\\u%1"_s.arg(uint(character.unicode()), 4, 16, QLatin1Char('0'));
        else
            line += character;
    }
    return line;
}

bool Console::print(const QByteArray &bytes)
{
    const auto size = static_cast<size_t>(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, m_out) == size && std::fflush(m_out) == 0)
        return true;
    const QString reason = qt_error_string(errno);
    complain(QCoreApplication::translate("cli", "Standard output could not be written: %1.").arg(reason));
    return false;
}

void Console::complain(const QString &sentence)
{
    const QByteArray line = core::redacted("session-composer-cli: "_L1 + onOneLine(sentence)).toUtf8() + '\n';
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), m_err);
    std::fflush(m_err);
}

void Console::complain(const QString &file, const QString &sentence)
{
    complain(file + ": "_L1 + sentence);
}

} // namespace cli
