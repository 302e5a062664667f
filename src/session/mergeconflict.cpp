// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mergeconflict.h"

namespace session {
namespace {

/// Where a line stands.
enum class Side { Both, Ours, Base, Theirs };

constexpr qsizetype markSize = 7; // git's default; merge.conflictMarkerSize is as good as never set

/// True when `line` is seven times `mark`, alone or before a blank and a name.
bool isMark(QByteArrayView line, char mark)
{
    if (line.size() < markSize || (line.size() > markSize && line.at(markSize) != ' '))
        return false;
    for (qsizetype i = 0; i < markSize; ++i) {
        if (line.at(i) != mark)
            return false;
    }
    return true;
}

QString nameBehind(QByteArrayView line)
{
    return QString::fromUtf8(line.sliced(markSize)).trimmed();
}

class Reader
{
public:
    /// Takes one line, its end included; false when the marks are out of order.
    bool take(QByteArrayView line)
    {
        ++m_line;
        QByteArrayView text = line;
        while (!text.isEmpty() && (text.back() == '\n' || text.back() == '\r'))
            text.chop(1);
        if (isMark(text, '<'))
            return begin(text);
        if (m_side != Side::Both && isMark(text, '|'))
            return turn(Side::Ours, Side::Base);
        if (m_side != Side::Both && isMark(text, '='))
            return turn(m_side == Side::Base ? Side::Base : Side::Ours, Side::Theirs);
        if (isMark(text, '>'))
            return end(text);
        if (m_side == Side::Both || m_side == Side::Ours)
            m_found.ours += line;
        if (m_side == Side::Both || m_side == Side::Theirs)
            m_found.theirs += line;
        return true;
    }

    std::optional<MergeConflict> found() const
    {
        return m_side == Side::Both && m_found.count > 0 ? std::optional(m_found) : std::nullopt;
    }

private:
    bool begin(QByteArrayView text)
    {
        if (m_found.count == 0) {
            m_found.oursName = nameBehind(text);
            m_found.line = m_line;
        }
        return turn(Side::Both, Side::Ours);
    }

    bool end(QByteArrayView text)
    {
        if (m_found.count == 0)
            m_found.theirsName = nameBehind(text);
        ++m_found.count;
        return turn(Side::Theirs, Side::Both);
    }

    bool turn(Side from, Side to)
    {
        const bool isInOrder = m_side == from;
        m_side = to;
        return isInOrder;
    }

    MergeConflict m_found;
    Side m_side = Side::Both;
    qint64 m_line = 0;
};

} // namespace

std::optional<MergeConflict> mergeConflictIn(const QByteArray &text)
{
    Reader reader;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype feed = text.indexOf('\n', at);
        const qsizetype end = feed < 0 ? text.size() : feed + 1;
        if (!reader.take(QByteArrayView(text).sliced(at, end - at)))
            return std::nullopt;
        at = end;
    }
    return reader.found();
}

} // namespace session
