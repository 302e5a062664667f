// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/partscontroller.h"

#include "edm/builtinschema.h"
#include "session/typechoice.h"
#include "json/edit.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace present {
namespace {

QString rootType()
{
    return edm::sessionTypeName;
}

core::Error inputError(const QString &sentence)
{
    return {core::Error::Code::Input, sentence, {}};
}

/// `value`, which has the type `type`, with its type written down.
QJsonObject typed(QJsonObject value, const QString &type)
{
    if (!value.contains("@odata.type"_L1))
        value.insert("@odata.type"_L1, session::typeText(type, session::TypeStyle::HashEverywhere, false));
    return value;
}

/// Nothing is copied onto itself.
QList<Part> withoutItself(QList<Part> parts, const QString &place)
{
    parts.removeIf([&place](const Part &part) { return part.name == place; });
    return parts;
}

} // namespace

PartsController::PartsController(Services services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{ }

core::Status PartsController::availability() const
{
    const std::optional<json::Fault> &obstacle = controller().document().obstacle();
    if (!obstacle)
        return core::ok();
    return inputError(tr("The session cannot be edited here without changing its text: %1. Mend it in Source first.")
                          .arg(obstacle->reason));
}

QStringList PartsController::places() const
{
    const QList<session::Place> places
        = session::placesIn(controller().schema(), rootType(), controller().document().object(), mostPlaces);
    QStringList texts;
    texts.reserve(places.size());
    for (const session::Place &place : places)
        texts += place.pointer.toString();
    return texts;
}

QString PartsController::placeAround(const json::Pointer &pointer) const
{
    json::Pointer around = pointer;
    while (!around.isRoot()) {
        if (const std::optional<session::Place> place
            = session::placeAt(controller().schema(), rootType(), controller().document().object(), around))
            return place->pointer.toString();
        around = around.parent();
    }
    return {};
}

core::Result<session::Place> PartsController::placeNamed(const QString &place) const
{
    const core::Result<json::Pointer> pointer = json::Pointer::parse(place);
    if (!pointer)
        return pointer.error();
    const std::optional<session::Place> found
        = session::placeAt(controller().schema(), rootType(), controller().document().object(), *pointer);
    if (!found)
        return inputError(tr("No object of the schema belongs there. Choose a place such as /caller or /segments/-."));
    return *found;
}

core::Result<QString> PartsController::typeAt(const QString &place) const
{
    const core::Result<session::Place> found = placeNamed(place);
    return found ? core::Result<QString>(edm::shortName(found->type)) : core::Result<QString>(found.error());
}

QList<Part> PartsController::partsFor(const QString &place, From from) const
{
    const core::Result<session::Place> found = placeNamed(place);
    if (!found)
        return {};
    switch (from) {
    case From::Snippets:
        return snippetsFor(*found);
    case From::ThisSession:
        return withoutItself(membersFor(*found, controller().document().object()), found->pointer.toString());
    case From::OtherFile:
        return membersFor(*found, m_other);
    }
    Q_UNREACHABLE();
}

QList<Part> PartsController::snippetsFor(const session::Place &place) const
{
    const edm::Schema &schema = controller().schema();
    QList<Part> parts;
    const QList<store::Snippet> snippets = m_services.snippets.all();
    for (const store::Snippet &snippet : snippets) {
        if (!session::canHold(schema, place.type, session::typeOfObject(schema, {}, snippet.value)))
            continue;
        const bool isOwn = snippet.origin == store::Snippet::Origin::Own;
        parts.append({snippet.name, isOwn ? tr("Your own snippet.") : snippet.description, snippet.value});
    }
    return parts;
}

QList<Part> PartsController::membersFor(const session::Place &place, const QJsonObject &session) const
{
    const edm::Schema &schema = controller().schema();
    QList<Part> parts;
    const QList<session::Place> places = session::placesIn(schema, rootType(), session, mostPlaces);
    for (const session::Place &source : places) {
        const QJsonValue value = json::valueAt(session, source.pointer);
        if (!value.isObject())
            continue;
        const QString type = session::typeOfObject(schema, source.type, value.toObject());
        if (!session::canHold(schema, place.type, type))
            continue;
        // What the old place said about the type, the new one may not.
        const bool saysLess = type != place.type;
        parts.append({source.pointer.toString(), edm::shortName(type),
                      saysLess ? typed(value.toObject(), type) : value.toObject()});
    }
    return parts;
}

bool PartsController::chooseFile()
{
    const std::optional<QString> path = m_services.prompter.askOpenPath({}, Prompter::FileKind::Session);
    if (!path)
        return false;
    const core::Result<store::FileContent> content = m_services.files.readText(*path);
    session::SessionDocument other;
    if (content)
        other.load(content->bytes);
    if (!content || other.obstacle()) {
        m_services.prompter.tellProblem(
            tr("Not opened"), *path,
            content ? tr("Parts cannot be taken from this text: %1.").arg(other.obstacle()->reason)
                    : content.error().message);
        return false;
    }
    m_other = other.object();
    m_fileName = QFileInfo(*path).fileName();
    return true;
}

core::Status PartsController::insert(const QString &place, const Part &part)
{
    const core::Result<session::Place> found = placeNamed(place);
    if (!found)
        return found.error();
    if (core::Status available = availability(); !available)
        return available;
    session::SessionDocument &document = controller().document();
    const bool isFirstItem = found->pointer.last() == "-"_L1 && !document.value(found->pointer.parent()).isArray();
    if (isFirstItem)
        document.replaceValue(found->pointer.parent(), QJsonArray{part.value});
    else
        document.replaceValue(found->pointer, part.value);
    return core::ok();
}

core::Status PartsController::saveSnippet(const QString &place, const QString &name) const
{
    const core::Result<session::Place> found = placeNamed(place);
    if (!found)
        return found.error();
    const QJsonValue value = controller().document().value(found->pointer);
    if (!value.isObject())
        return inputError(tr("There is no object at %1 to keep.").arg(place));
    const edm::Schema &schema = controller().schema();
    const QString type = session::typeOfObject(schema, found->type, value.toObject());
    if (!session::canHold(schema, found->type, type))
        return inputError(tr("The object at %1 has a type that does not belong there, so no place would fit it. Choose "
                             "its type first.")
                              .arg(place));
    return m_services.snippets.save(name, typed(value.toObject(), type));
}

} // namespace present
