// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "edm/schema.h"
#include "present/timefield.h"
#include "session/field.h"
#include "session/finding.h"
#include "json/pointer.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace present {

class DocumentController;

/// The kinds of editors that a form needs.
enum class FieldKind {
    Text, ///< Any text: strings, times, GUIDs.
    Choice, ///< A member of an enumeration, `true` or `false`.
    Type, ///< The `@odata.type` of an object.
    Members, ///< A collection of enumeration members, shown as one line of JSON and a check box each.
    Object, ///< An object with a form of its own.
    Collection, ///< Any other collection, with a row for each item in the tree.
};

/// Which fields are to be seen.
enum class FieldFilter { All, Set, WithFindings };

/// One field as an editor shows it.
struct FieldFacts
{
    session::FieldState state = session::FieldState::NotSent;
    QString text; ///< What stands in the editor; empty in the states without a value.
    QString placeholder; ///< What an empty editor says: "not sent", "null", "kept aside, not sent: Ann".
    QString lock; ///< Why this editor cannot edit the value without losing some of it; empty when it can.
    QStringList members; ///< For FieldKind::Members: the strings in the array.

    bool operator==(const FieldFacts &) const = default;
};

/// One property of the document that a form edits: what is there, and what typing, choosing and the state menu do to
/// it. All decisions about a field are here; a widget shows and collects.
class Field
{
public:
    /// The field at `pointer`. `property` is null for `@odata.type`, whose object is then of `declaredType`; of the
    /// type Edm.Untyped it is a member that no schema knows, which keeps the JSON type that it has. Borrowed.
    Field(DocumentController &document, json::Pointer pointer, const edm::Property *property, QString declaredType);

    const json::Pointer &pointer() const { return m_pointer; }
    FieldKind kind() const { return m_kind; }

    /// What a choice offers: members, `true` and `false`, or `(none)` and the short names of types. Values outside of
    /// it may stand in the document all the same.
    QStringList choices() const;

    FieldFacts facts() const;

    /// Writes what was typed or chosen. Members are typed as JSON; text that is none yet is an Error, and the document
    /// stays as it was. In a number any JSON literal is that, and other text is text; digits that the document cannot
    /// hold are an Error.
    core::Status setText(const QString &text);

    /// Adds `member` to the end of the array, or removes every one of it; the last one leaves `[]`.
    void setMember(const QString &member, bool isIn);

    /// Writes the value of a state. `Value` brings back the last value of this field, or a sensible start; for a text
    /// without one it changes nothing, since typing makes the value. OtherJson is for setOtherJson().
    void setState(session::FieldState state);

    /// Writes any JSON value. An Error says why the text is not one, or why the form cannot hold it.
    core::Status setOtherJson(const QString &text);

    /// What a form offers for a time; empty when the property is none.
    std::optional<TimeField> timeField() const;

    /// Makes the fix of `finding`, which is about this field.
    void fix(const session::Finding &finding);

    /// The value as one line of JSON, to begin editing other JSON with; empty when it is not sent.
    QString json() const;

    /// What there is to know about the property: name, type, meaning, members, deprecation. Plain text.
    QString card() const;

private:
    QJsonValue value() const;
    session::Shape shape() const;
    QJsonValue sensibleStart() const;
    FieldFacts textFacts(const QJsonValue &value) const;
    void write(const QJsonValue &value);
    void writeType(const QString &text);
    core::Status writeText(const QString &text);
    core::Status writeMembers(const QString &text);

    DocumentController &m_document;
    json::Pointer m_pointer;
    const edm::Property *m_property;
    QString m_declaredType;
    FieldKind m_kind;
    std::optional<session::Shape> m_shape; ///< Empty for a member whose shape is that of its value.
    mutable QJsonValue m_lastValue{QJsonValue::Undefined}; ///< What `Value` in the state menu brings back.
};

/// The one JSON value in `text`. An Error says that it is none, or that a QJsonObject would change it.
core::Result<QJsonValue> readJson(const QString &text);

/// What an object is, in short: `participantEndpoint, 5 members`.
QString objectSummary(const QJsonObject &object);

/// What a finding says, and according to whom.
QString findingSentence(const session::Finding &finding);

/// The name of a state for people, as the state menu has it.
QString stateText(session::FieldState state);

/// The sign of a state on its button.
QString stateSign(session::FieldState state);

/// What a folded section still tells: `participantEndpoint, 5 members, 1 warning`.
QString sectionSummary(const DocumentController &document, const json::Pointer &pointer);

/// The time between start and end, exact: `00:02:04.1162662, 1241162662 ticks of 100 ns`; a sentence when there is none
/// to tell.
QString durationText(const DocumentController &document);

} // namespace present
