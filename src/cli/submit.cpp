// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/submission.h"
#include "graph/auth/tokenguard.h"
#include "graph/sessionsurl.h"
#include "store/regularfile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

using core::Error;
using core::Result;

/// Reads every file before anything is sent, and tells about each that cannot be read.
std::optional<QList<Submission::Body>> readBodies(const QStringList &files, const World &world)
{
    QList<Submission::Body> bodies;
    bodies.reserve(files.size());
    for (const QString &file : files) {
        const Result<store::FileContent> content = world.files.readText(file);
        if (content)
            bodies.append({file, content->bytes});
        else
            world.console.complain(file, content.error().message);
    }
    return bodies.size() == files.size() ? std::optional(bodies) : std::nullopt;
}

/// The bytes of the token, as far as there is one to be found.
Result<QByteArray> tokenBytes(const SubmitOptions &options)
{
    if (options.tokenFile) {
        Result<QByteArray> bytes = store::readRegularFile(*options.tokenFile);
        if (bytes)
            return bytes;
        const QString text = QCoreApplication::translate("cli", "The token file cannot be used: %1");
        return Error{Error::Code::Input, text.arg(bytes.error().message), {}};
    }
    const QByteArray name = options.tokenVariable->toLocal8Bit();
    if (!qEnvironmentVariableIsSet(name.constData())) {
        const QString text = QCoreApplication::translate("cli", "The variable %1 of --token-env is not set.");
        return Error{Error::Code::Input, text.arg(*options.tokenVariable), {}};
    }
    return qgetenv(name.constData());
}

/// Who sends: nobody, or the token, bound to the origin of `root`.
Result<exchange::Authorization> authorizationFor(const SubmitOptions &options, const QUrl &root)
{
    exchange::Authorization authorization;
    if (!options.tokenFile && !options.tokenVariable)
        return authorization;
    Result<QByteArray> bytes = tokenBytes(options);
    if (!bytes)
        return bytes.error();
    const Result<core::Secret> token = graph::auth::TokenGuard::readToken(std::move(bytes).value());
    if (!token)
        return token.error();
    authorization.kind = exchange::Authorization::Kind::Token;
    authorization.token = *token;
    authorization.origin = exchange::Origin::of(root);
    return authorization;
}

/// Where the POSTs go; starts the sandbox when it is the place.
Result<exchange::Target> targetFor(const SubmitOptions &options, const World &world)
{
    exchange::Target target;
    target.apiVersion = options.apiVersion;
    target.callRecordId = options.callRecordId ? *options.callRecordId : world.sandbox.callRecordId();
    target.path = options.postsToRef ? exchange::PathChoice::Ref : exchange::PathChoice::Sessions;
    if (options.baseUrl) {
        target.baseUrl = *options.baseUrl;
    } else {
        const Result<QUrl> root = world.sandbox.start({});
        if (!root)
            return root.error();
        target.baseUrl = root->toString();
    }
    const Result<QUrl> url = graph::sessionsUrl(target);
    if (!url)
        return url.error();
    return target;
}

Result<Submission::Order> orderFor(const SubmitOptions &options, const World &world)
{
    Submission::Order order;
    order.times = options.count.value_or(1);
    order.connection = options.count ? graph::Connection::Reused : graph::Connection::Fresh;
    order.output = options.output;
    if (options.timeout)
        order.limits.total = order.limits.idle = *options.timeout;
    const Result<exchange::Target> target = targetFor(options, world);
    if (!target)
        return target.error();
    order.draft.target = *target;
    const Result<exchange::Authorization> authorization = authorizationFor(options, QUrl(target->baseUrl));
    if (!authorization)
        return authorization.error();
    order.authorization = *authorization;
    order.environment = options.baseUrl ? u"Custom"_s : u"Sandbox"_s;
    return order;
}

} // namespace

int submit(const SubmitOptions &options, const World &world)
{
    const std::optional<QList<Submission::Body>> bodies = readBodies(options.files, world);
    if (!bodies)
        return exitCode::unusable;
    Result<Submission::Order> order = orderFor(options, world);
    if (!order) {
        world.console.complain(order.error().message);
        return order.error().code == Error::Code::Refused ? exitCode::refused : exitCode::unusable;
    }
    if (core::Status opened = options.keepsHistory ? world.history.open() : core::ok(); !opened) {
        world.console.complain(opened.error().message);
        return exitCode::unusable;
    }
    order->bodies = *bodies;
    Submission submission(std::move(order).value(), world);
    QObject::connect(&submission, &Submission::ended, &submission, &QCoreApplication::exit, Qt::QueuedConnection);
    submission.start();
    return QCoreApplication::exec();
}

} // namespace cli
