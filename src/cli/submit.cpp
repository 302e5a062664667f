// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/submission.h"
#include "graph/auth/tokenguard.h"
#include "present/templaterequest.h"
#include "store/regularfile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

using core::Error;
using core::Result;

/// Reads every file before anything is sent, and tells about each that cannot be read.
std::optional<QList<RequestPlan>> readPlans(const QStringList &files, const World &world)
{
    QList<RequestPlan> plans;
    plans.reserve(files.size());
    for (const QString &file : files) {
        Result<SessionFile> read = readSessionFile(file, world.files);
        if (read)
            plans.append({std::move(read).value(), {}, {}, {}});
        else
            world.console.complain(file, read.error().message);
    }
    return plans.size() == files.size() ? std::optional(plans) : std::nullopt;
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

/// Where POSTs go of which neither template nor command line says more; starts the sandbox when it is the place.
Result<exchange::Target> usualTarget(const TargetOptions &options, const World &world)
{
    exchange::Target target;
    if (options.baseUrl) {
        target.baseUrl = *options.baseUrl;
        target.apiVersion = u"v1.0"_s;
        return target;
    }
    const Result<QUrl> root = world.sandbox.start({});
    if (!root)
        return root.error();
    target.baseUrl = root->toString();
    target.apiVersion = u"localtest"_s;
    target.callRecordId = world.sandbox.callRecordId();
    return target;
}

/// Says where the file goes and who sends it, and makes its request once: what cannot be sent is found out before the
/// first POST.
core::Status complete(RequestPlan &plan, const SubmitOptions &options, const exchange::Target &usual,
                      const exchange::Authorization &authorization, const World &world)
{
    const session::Template &content = plan.file.content;
    if (options.target.baseUrl && !options.target.callRecordId && !content.target.callRecordId) {
        const QString text = QCoreApplication::translate(
            "cli", "--base-url wants --call-record ID with it, or a template that has a callRecordId.");
        return Error{Error::Code::Input, text, {}};
    }
    plan.target = targetOf(options.target, content, usual);
    plan.authorization = present::authorizationOf(content, authorization);
    plan.variables = options.target.variables;
    const Result<exchange::Request> request = requestOf(plan, world.client.clock());
    return request ? core::ok() : core::Status(request.error());
}

Result<Submission::Order> orderFor(const SubmitOptions &options, QList<RequestPlan> plans, const World &world)
{
    Submission::Order order;
    order.times = options.count.value_or(1);
    order.connection = options.count ? graph::Connection::Reused : graph::Connection::Fresh;
    order.output = options.output;
    if (options.timeout)
        order.limits.total = order.limits.idle = *options.timeout;
    const Result<exchange::Target> usual = usualTarget(options.target, world);
    if (!usual)
        return usual.error();
    const Result<exchange::Authorization> authorization = authorizationFor(options, QUrl(usual->baseUrl));
    if (!authorization)
        return authorization.error();
    for (RequestPlan &plan : plans) {
        const core::Status status = complete(plan, options, *usual, *authorization, world);
        if (!status) {
            const QString where = plan.file.isTemplate ? plan.file.path + ": "_L1 : QString();
            return Error{status.error().code, where + status.error().message, status.error().detail};
        }
    }
    order.plans = std::move(plans);
    order.environment = options.target.baseUrl ? u"Custom"_s : u"Sandbox"_s;
    return order;
}

} // namespace

int submit(const SubmitOptions &options, const World &world)
{
    std::optional<QList<RequestPlan>> plans = readPlans(options.files, world);
    if (!plans)
        return exitCode::unusable;
    Result<Submission::Order> order = orderFor(options, *std::move(plans), world);
    if (!order) {
        world.console.complain(order.error().message);
        return order.error().code == Error::Code::Refused ? exitCode::refused : exitCode::unusable;
    }
    if (core::Status opened = options.keepsHistory ? world.history.open() : core::ok(); !opened) {
        world.console.complain(opened.error().message);
        return exitCode::unusable;
    }
    Submission submission(std::move(order).value(), world);
    QObject::connect(&submission, &Submission::ended, &submission, &QCoreApplication::exit, Qt::QueuedConnection);
    submission.start();
    return QCoreApplication::exec();
}

} // namespace cli
