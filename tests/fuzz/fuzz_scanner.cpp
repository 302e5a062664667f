// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/fidelity.h"
#include "json/scanner.h"

#include <QByteArray>
#include <QJsonDocument>

#include <cstddef>
#include <cstdint>

namespace {

/// Ends the process in every build, so that the fuzzer keeps the input.
void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

void checkNode(const json::Index &index, qsizetype number)
{
    const json::Node &node = index.at(number);
    require(node.begin < node.end && node.end <= index.text().size());
    require(node.next > number && node.next <= index.size());
    for (qsizetype child = index.firstChild(number); child >= 0; child = index.nextChild(number, child)) {
        require(child > number && child < node.next);
        require(index.at(child).begin > node.begin && index.at(child).end < node.end);
    }
    if (node.kind == json::Kind::String)
        require(node.escaped || index.string(number).toUtf8() == index.raw(number).sliced(1).chopped(1));
}

} // namespace

/// Any bytes are judged without a crash: a refusal has a place inside the text, a valid text has nodes that lie in one
/// another, and one without losses is what QJsonDocument reads too.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const json::Index index = json::scan(text);
    require(index.text() == text);
    if (!index.isValid()) {
        require(index.fault() && index.size() == 0 && !index.fault()->reason.isEmpty());
        require(index.fault()->offset >= 0 && index.fault()->offset <= text.size());
        require(index.fault()->position.line >= 1 && index.fault()->position.column >= 1);
        return 0;
    }
    require(index.at(0).next == index.size());
    for (qsizetype number = 0; number < index.size(); ++number)
        checkNode(index, number);
    const QList<json::LossAt> losses = json::losses(index);
    for (const json::LossAt &loss : losses)
        require(loss.fault.offset >= 0 && loss.fault.offset < text.size());
    if (losses.isEmpty())
        require(QJsonDocument::fromJson(text).isObject());
    return 0;
}
