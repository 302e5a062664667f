// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textedit.h"

#include <algorithm>

namespace sandbox {

QByteArray edited(const QByteArray &text, QList<TextEdit> edits)
{
    std::stable_sort(edits.begin(), edits.end(), [](const auto &a, const auto &b) { return a.begin < b.begin; });
    QByteArray result;
    result.reserve(text.size());
    qsizetype at = 0;
    for (const TextEdit &edit : std::as_const(edits)) {
        Q_ASSERT(edit.begin >= at && edit.end >= edit.begin && edit.end <= text.size());
        result.append(text.constData() + at, edit.begin - at);
        result.append(edit.text);
        at = edit.end;
    }
    result.append(text.constData() + at, text.size() - at);
    return result;
}

QList<TextEdit> removals(const json::Index &index, qsizetype object,
                         const std::function<bool(qsizetype, qsizetype)> &isRemoved)
{
    QList<TextEdit> edits;
    qsizetype lastKept = -1; // the value before the run of removed members
    qsizetype runBegin = -1; // the name at which that run begins
    qsizetype last = -1;
    for (qsizetype name = index.firstChild(object); name >= 0; name = index.nextChild(object, name)) {
        const qsizetype value = name + 1;
        last = value;
        if (isRemoved(name, value)) {
            runBegin = runBegin < 0 ? name : runBegin;
            continue;
        }
        if (runBegin >= 0) // a later sibling stays, so the commas after the removed ones go
            edits.append({index.at(runBegin).begin, index.at(name).begin, {}});
        runBegin = -1;
        lastKept = value;
    }
    if (runBegin >= 0) {
        const qsizetype begin = lastKept >= 0 ? index.at(lastKept).end : index.at(runBegin).begin;
        edits.append({begin, index.at(last).end, {}});
    }
    return edits;
}

} // namespace sandbox
