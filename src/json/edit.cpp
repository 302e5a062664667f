// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/edit.h"

#include "json/arrayindex.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstring>

namespace json {

using namespace Qt::StringLiterals;

namespace {

using Tokens = QStringList::const_iterator;

bool isAppend(const QString &token)
{
    return token == "-"_L1;
}

/// The child of `parent` that `token` names, or Undefined.
QJsonValue childOf(const QJsonValue &parent, const QString &token)
{
    if (parent.isObject())
        return parent.toObject().value(token);
    const qsizetype index = parent.isArray() ? arrayIndex(token) : -1;
    return index < 0 ? QJsonValue(QJsonValue::Undefined) : parent.toArray().at(index);
}

/// `parent` with `child` where `token` says; made an object when it cannot take such a token.
QJsonValue withChild(const QJsonValue &parent, const QString &token, const QJsonValue &child)
{
    const qsizetype index = arrayIndex(token);
    if (parent.isArray() && (index >= 0 || isAppend(token))) {
        QJsonArray array = parent.toArray();
        if (index >= 0 && index < array.size())
            array.replace(index, child);
        else
            array.append(child);
        return array;
    }
    QJsonObject object = parent.toObject();
    object.insert(token, child);
    return object;
}

QJsonValue withoutChild(const QJsonValue &parent, const QString &token)
{
    if (parent.isArray()) {
        QJsonArray array = parent.toArray();
        const qsizetype index = arrayIndex(token);
        if (index >= 0 && index < array.size())
            array.removeAt(index);
        return array;
    }
    QJsonObject object = parent.toObject();
    object.remove(token);
    return object;
}

/// The values from `root` down to the parent of what `pointer` names; Undefined from the first that is missing on.
QList<QJsonValue> parentsOf(const QJsonObject &root, const Pointer &pointer)
{
    QList<QJsonValue> parents{root};
    parents.reserve(pointer.depth());
    const Pointer parent = pointer.parent();
    for (const QString &token : parent.tokens())
        parents += childOf(parents.constLast(), token);
    return parents;
}

/// `changed`, the new child of the last of `parents`, put back into its parents up to the root.
QJsonObject rebuilt(const QList<QJsonValue> &parents, const QStringList &tokens, QJsonValue changed)
{
    for (qsizetype level = parents.size(); level-- > 0;)
        changed = withChild(parents[level], tokens[level], changed);
    return changed.toObject();
}

/// True when the two are one in memory: values that came from one by an edit share all that the edit did not touch. Qt
/// looks for that at the outermost level alone, and compares what is inside letter by letter. Both are one pointer; if
/// they were more, equal bytes would still mean equal values.
template<typename Container> bool isOne(const Container &left, const Container &right)
{
    static_assert(sizeof(Container) == sizeof(void *));
    return std::memcmp(static_cast<const void *>(&left), static_cast<const void *>(&right), sizeof(Container)) == 0;
}

bool areSpelledAlike(const QJsonArray &left, const QJsonArray &right)
{
    if (isOne(left, right))
        return true;
    if (left.size() != right.size())
        return false;
    return std::equal(left.constBegin(), left.constEnd(), right.constBegin(), &isSpelledAlike);
}

bool areSpelledAlike(const QJsonObject &left, const QJsonObject &right)
{
    if (isOne(left, right))
        return true;
    if (left.size() != right.size())
        return false;
    auto other = right.constBegin();
    for (auto member = left.constBegin(); member != left.constEnd(); ++member, ++other) {
        if (member.key() != other.key() || !isSpelledAlike(member.value(), other.value()))
            return false;
    }
    return true;
}

} // namespace

QJsonValue valueAt(const QJsonObject &root, const Pointer &pointer)
{
    QJsonValue value = root;
    for (const QString &token : pointer.tokens())
        value = childOf(value, token);
    return value;
}

QJsonObject withValue(const QJsonObject &root, const Pointer &pointer, const QJsonValue &value)
{
    Q_ASSERT(!value.isUndefined());
    Q_ASSERT(!pointer.isRoot() || value.isObject());
    if (pointer.isRoot())
        return value.toObject();
    return rebuilt(parentsOf(root, pointer), pointer.tokens(), value);
}

QJsonObject without(const QJsonObject &root, const Pointer &pointer)
{
    if (pointer.isRoot())
        return {};
    if (valueAt(root, pointer).isUndefined())
        return root;
    QList<QJsonValue> parents = parentsOf(root, pointer);
    const QJsonValue parent = withoutChild(parents.takeLast(), pointer.last());
    return parents.isEmpty() ? parent.toObject() : rebuilt(parents, pointer.tokens(), parent);
}

QJsonArray inserted(QJsonArray array, qsizetype index, const QJsonValue &value)
{
    Q_ASSERT(index >= 0);
    array.insert(std::min(index, array.size()), value);
    return array;
}

QJsonArray moved(QJsonArray array, qsizetype from, qsizetype to)
{
    Q_ASSERT(from >= 0 && from < array.size() && to >= 0 && to < array.size());
    const QJsonValue item = array.takeAt(from);
    array.insert(to, item);
    return array;
}

bool isSpelledAlike(const QJsonValue &left, const QJsonValue &right)
{
    if (left.type() != right.type())
        return false;
    switch (left.type()) {
    case QJsonValue::Object:
        return areSpelledAlike(left.toObject(), right.toObject());
    case QJsonValue::Array:
        return areSpelledAlike(left.toArray(), right.toArray());
    case QJsonValue::String:
        return left.toString() == right.toString();
    case QJsonValue::Double:
        return left.toDouble() == right.toDouble() && compact(left) == compact(right);
    case QJsonValue::Bool:
        return left.toBool() == right.toBool();
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return true;
}

QByteArray compact(const QJsonValue &value)
{
    // QJsonDocument writes no scalars (in Qt 6.4), so the value goes in an array and the brackets come off again.
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.sliced(1, array.size() - 2);
}

QByteArray canonical(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace json
