// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/sourcefaults.h"

#include "json/lexer.h"

#include <QCoreApplication>

#include <algorithm>

namespace present {
namespace {

/// One past the piece of `text` that the byte `offset` is in.
qint64 pieceEnd(QByteArrayView text, qint64 offset)
{
    const auto isLineEnd = [](char byte) { return byte == '\n' || byte == '\r'; };
    const auto lineBegin = std::find_if(text.rend() - offset, text.rend(), isLineEnd).base();
    json::Lexer lexer(text, lineBegin - text.begin());
    std::optional<json::Piece> piece = lexer.next();
    while (piece && piece->end <= offset)
        piece = lexer.next();
    return piece && piece->begin <= offset ? piece->end : std::min<qint64>(offset + 1, text.size());
}

SourceFault faultOf(QByteArrayView text, const json::Fault &fault, bool isJson)
{
    const QString sentence = isJson
        ? QCoreApplication::translate("present",
                                      "The form cannot show this text without changing it: %1 at %2:%3. It is sent and "
                                      "saved as it stands.")
        : QCoreApplication::translate("present", "This is not JSON: %1 at %2:%3. It is sent and saved as it stands.");
    SourceFault found;
    found.severity = isJson ? session::Severity::Warning : session::Severity::Error;
    found.end = pieceEnd(text, fault.offset);
    // A fault at the end of the text is shown on the last character.
    found.begin = fault.offset < text.size() ? fault.offset : std::max<qint64>(text.size() - 1, 0);
    found.sentence
        = sentence.arg(fault.reason, QString::number(fault.position.line), QString::number(fault.position.column));
    return found;
}

} // namespace

QList<SourceFault> sourceFaults(const session::SessionDocument &document, int most)
{
    if (!document.obstacle())
        return {};
    const json::Index &index = document.index();
    QList<SourceFault> faults;
    if (index.isValid()) {
        const QList<json::LossAt> losses = json::losses(index, most);
        faults.reserve(losses.size());
        for (const json::LossAt &loss : losses)
            faults += faultOf(index.text(), loss.fault, true);
    }
    // Not JSON, or a limit of QJsonDocument's own.
    if (faults.isEmpty())
        faults += faultOf(index.text(), *document.obstacle(), index.isValid());
    return faults;
}

json::Pointer pointerInSource(const session::SessionDocument &document, qint64 offset)
{
    const json::Index &index = document.index();
    return index.isValid() ? json::pointerAt(index, offset) : json::pointerNear(index.text(), offset);
}

std::optional<std::pair<qint64, qint64>> spanInSource(const session::SessionDocument &document, json::Pointer pointer)
{
    const json::Index &index = document.index();
    if (!index.isValid())
        return std::nullopt;
    qsizetype node = json::resolve(index, pointer);
    while (node < 0) {
        pointer = pointer.parent();
        node = json::resolve(index, pointer);
    }
    return std::pair<qint64, qint64>(index.at(node).begin, index.at(node).end);
}

} // namespace present
