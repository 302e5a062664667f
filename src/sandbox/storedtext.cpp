// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/storedtext.h"

#include "sandbox/textedit.h"

#include <algorithm>

namespace sandbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray between(const json::Index &index, qsizetype begin, qsizetype end)
{
    return index.text().sliced(begin, end - begin);
}

/// How the members of one object are set: what stands after the brace or comma, and around the colon.
struct Style
{
    QByteArray beforeName; ///< Blanks before a name that is not the first.
    QByteArray colon = ":"; ///< With the blanks around it.
};

Style styleOf(const json::Index &index, qsizetype object)
{
    const qsizetype first = index.firstChild(object);
    if (first < 0)
        return {};
    Style style{between(index, index.at(object).begin + 1, index.at(first).begin),
                between(index, index.at(first).end, index.at(first + 1).begin)};
    const qsizetype second = index.nextChild(object, first);
    if (second >= 0) {
        const QByteArray separator = between(index, index.at(first + 1).end, index.at(second).begin);
        style.beforeName = separator.sliced(separator.indexOf(',') + 1);
    }
    return style;
}

/// The edit that puts a member into `object`: after the member whose value is `after`, or first when that is negative.
TextEdit insertion(const json::Index &index, qsizetype object, qsizetype after, QByteArrayView name,
                   const QByteArray &value)
{
    const Style style = styleOf(index, object);
    const QByteArray member = '"' + name.toByteArray() + '"' + style.colon + value;
    if (after >= 0) {
        const qsizetype at = index.at(after).end;
        return {at, at, ',' + style.beforeName + member};
    }
    const qsizetype first = index.firstChild(object);
    const qsizetype at = first >= 0 ? qsizetype(index.at(first).begin) : index.at(object).begin + 1;
    return {at, at, first >= 0 ? member + ',' + style.beforeName : member};
}

bool isScalar(json::Kind kind)
{
    return kind != json::Kind::Object && kind != json::Kind::Array;
}

/// The value nodes of the scalar members that storedWrongly() may touch, the last two in the order of the text.
QList<qsizetype> lastScalarMembers(const json::Index &body)
{
    QList<qsizetype> found;
    for (qsizetype object = 0; object < body.size(); ++object) {
        if (body.at(object).kind != json::Kind::Object)
            continue;
        for (qsizetype name = body.firstChild(object); name >= 0; name = body.nextChild(object, name)) {
            const QString text = body.string(name);
            if (isScalar(body.at(name + 1).kind) && !text.contains(u'@') && !(object == 0 && text == "id"_L1))
                found.append(name + 1);
        }
    }
    std::sort(found.begin(), found.end());
    return found.size() > 2 ? found.sliced(found.size() - 2) : found;
}

QByteArray changed(const json::Index &body, qsizetype value)
{
    switch (body.at(value).kind) {
    case json::Kind::True:
        return "false"_ba;
    case json::Kind::False:
        return "true"_ba;
    case json::Kind::Number:
        return body.raw(value) == "0" ? "1"_ba : "0"_ba;
    case json::Kind::String:
        return body.raw(value) == R"("unknown")" ? R"("changed")"_ba : R"("unknown")"_ba;
    case json::Kind::Null:
    case json::Kind::Object:
    case json::Kind::Array:
        return R"("unknown")"_ba;
    }
    Q_UNREACHABLE();
}

} // namespace

QByteArray withId(const json::Index &body, const QByteArray &id)
{
    Q_ASSERT(body.isValid() && body.at(0).kind == json::Kind::Object && !id.contains('"') && !id.contains('\\'));
    const QByteArray value = '"' + id + '"';
    QList<TextEdit> edits;
    edits.reserve(1);
    qsizetype after = -1;
    bool isLeading = true;
    for (qsizetype name = body.firstChild(0); name >= 0; name = body.nextChild(0, name)) {
        const QString text = body.string(name);
        if (text == "id"_L1)
            edits.append({body.at(name + 1).begin, body.at(name + 1).end, value});
        isLeading = isLeading && text.startsWith("@odata."_L1);
        if (isLeading)
            after = name + 1;
    }
    if (edits.isEmpty())
        edits.append(insertion(body, 0, after, "id", value));
    return edited(body.text(), edits);
}

QByteArray storedWrongly(const json::Index &body)
{
    Q_ASSERT(body.isValid() && body.at(0).kind == json::Kind::Object);
    const QList<qsizetype> touched = lastScalarMembers(body);
    if (touched.isEmpty())
        return body.text();
    QList<TextEdit> edits;
    if (touched.size() == 2) {
        const json::Node &node = body.at(touched.constFirst());
        edits.append({node.begin, node.end, changed(body, touched.constFirst())});
    }
    const qsizetype dropped = touched.constLast();
    for (qsizetype object = 0; object < dropped; ++object) {
        if (body.at(object).kind == json::Kind::Object && body.at(object).next > dropped)
            edits.append(removals(body, object, [dropped](qsizetype, qsizetype value) { return value == dropped; }));
    }
    return edited(body.text(), edits);
}

QByteArray grown(const json::Index &body, qsizetype bytes)
{
    Q_ASSERT(body.isValid() && body.at(0).kind == json::Kind::Object);
    if (body.member(0, u"segments") >= 0)
        return body.text();
    QByteArray segments;
    segments.reserve(bytes);
    for (qsizetype number = 0; body.text().size() + segments.size() < bytes; ++number) {
        segments += number == 0 ? "[" : ",";
        segments += R"({"id":")"_ba + QByteArray::number(number)
            + R"(","startDateTime":"2017-01-01T00:00:14.2767228Z","endDateTime":"2017-01-01T00:02:18.392989Z"})";
    }
    segments += segments.isEmpty() ? "[]" : "]";
    qsizetype last = -1;
    for (qsizetype name = body.firstChild(0); name >= 0; name = body.nextChild(0, name))
        last = name + 1;
    return edited(body.text(), {insertion(body, 0, last, "segments", segments)});
}

} // namespace sandbox
