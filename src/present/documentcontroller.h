// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edm/schema.h"
#include "graph/graphclient.h"
#include "present/examination.h"
#include "present/requestdraft.h"
#include "present/templatedraft.h"
#include "session/finding.h"
#include "session/sessiondocument.h"
#include "session/typechoice.h"

#include <QObject>
#include <QTimeZone>

#include <memory>
#include <optional>

namespace present {

/// The request that a submit would send now, as far as there is one.
struct NextRequest
{
    std::optional<exchange::Request> request; ///< Every header as on the wire, the token masked.
    QString problem; ///< Why there is no request: a sentence for people.
    QString sha256; ///< Of the body, lower-case hexadecimal; empty while it is being computed for a large one.
    bool isSample = false; ///< Its placeholders are drawn again at the submit, so that there is no digest.
};

/// One open document: its session, everything else about its next request, its findings, and its last exchange.
class DocumentController : public QObject
{
    Q_OBJECT

public:
    /// What a document has from the program; what it borrows outlives the controller.
    struct Services
    {
        std::shared_ptr<const edm::Schema> schema; ///< By which it judges until setSchema().
        graph::GraphClient &client;
        QTimeZone zone = QTimeZone::systemTimeZone(); ///< Whose time stands beside UTC.
    };

    explicit DocumentController(Services services, QObject *parent = nullptr);
    ~DocumentController() override;

    /// What sessions may contain. It, and all that points into it, lives until setSchema().
    const edm::Schema &schema() const;

    /// The same, to be held by a job that outlives the call.
    std::shared_ptr<const edm::Schema> sharedSchema() const;

    /// Goes over to another schema: the session stays as it is, with its undo, and is judged anew. Until all are told
    /// by schemaChanged(), the one before lives on.
    void setSchema(std::shared_ptr<const edm::Schema> schema);

    /// The clock and the time zone of the person; the wire knows neither.
    const core::Clock &clock() const;
    const QTimeZone &timeZone() const;

    session::SessionDocument &document();
    const session::SessionDocument &document() const;

    /// What a template keeps beside the session: headers, expectation, target, placeholders.
    TemplateDraft &draft();
    const TemplateDraft &draft() const;
    HeaderTableModel &headers() { return draft().headers(); }

    /// The spelling of types that type boxes write from now on.
    session::TypeStyle typeStyle() const;
    void setTypeStyle(session::TypeStyle style);

    const exchange::Target &target() const;
    void setTarget(const exchange::Target &target);

    /// The line that `$ref @odata.id` sends: typed, or made from the target and the document's id.
    QString odataId() const;
    void setOdataId(const QString &text);

    /// Sets who sends, and the environment's name for the record.
    void setAuthorization(const exchange::Authorization &authorization, const QString &environment);
    void setLimits(const graph::Limits &limits);

    /// What `{{env:NAME}}` stands for: the variables of the environment.
    void setVariables(const QMap<QString, QString> &variables);

    /// The environment's name as of setAuthorization(); empty before.
    const QString &environment() const;

    /// What a submit would send now; none for a moment while the bytes of a large session are being made.
    const NextRequest &nextRequest() const;

    /// Where a submit would send it. An Error says why there is no request.
    core::Result<QUrl> destination() const;

    /// Replaces the body by what was typed in Source: as SessionDocument::setSource(), but a large text is read off the
    /// GUI thread.
    void setSource(const QByteArray &text);

    /// The findings about the current body, in its order; a moment behind a large one.
    const QList<session::Finding> &findings() const;

    /// The worst finding at `pointer` itself, or null.
    const session::Finding *findingAt(const json::Pointer &pointer) const;

    /// The worst finding at `pointer` or anywhere below it, or null.
    const session::Finding *findingWithin(const json::Pointer &pointer) const;

    /// Makes the fix of `finding`, one of findings(): one undo step of the body, or a header of the next request. False
    /// when the body has changed since it was judged, and then nothing is done.
    bool fix(const session::Finding &finding);

    /// Sends the next request once. Does nothing while one is in flight. A request that cannot be made ends at once as
    /// an exchange that has not left.
    void submit();

    /// Sends the bytes of `past`, an exchange's request, once more to the same URL, with the tester's headers and a new
    /// client-request-id, by who sends now. Does nothing while one is in flight.
    void sendAgain(const exchange::Request &past, const QString &environment);

    /// Shows `past`, which has a response or an Error, as if it had just ended. Does nothing while one is in flight.
    void recall(const exchange::Exchange &past);

    /// Shows `exchange`, which reads `earlier` back, as if it had just ended. Does nothing while one is in flight.
    void showReadBack(const exchange::Exchange &exchange, const Earlier &earlier);

    /// Stops the request in flight, if there is one.
    void cancel();
    bool isInFlight() const;

    /// The last exchange that ended or was recalled; empty before the first.
    const std::optional<exchange::Exchange> &lastExchange() const;

    /// The submit that the last exchange reads back; empty when it reads none back.
    const std::optional<Earlier> &earlier() const;

    /// What the tester expects of the response to this document; nothing of his own after a load.
    const session::Expectation &expectation() const { return draft().expectation(); }
    void setExpectation(const session::Expectation &expectation) { draft().setExpectation(expectation); }

    /// How many edits the document has seen since the last submit.
    quint64 editsSinceSubmit() const;

Q_SIGNALS:
    /// Whoever keeps a property or a Field lets go of it in the slot.
    void schemaChanged();
    void requestChanged();
    void findingsChanged();
    void flightChanged(bool isInFlight);
    void progressed(qint64 received, qint64 expected);
    void exchangeEnded();
    void expectationChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace present
