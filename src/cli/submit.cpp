// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/exitcode.h"
#include "cli/submission.h"
#include "graph/auth/tokenguard.h"
#include "present/templaterequest.h"
#include "store/baselinefile.h"
#include "store/regularfile.h"
#include "store/sessionfolder.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace cli {
namespace {

using core::Error;
using core::Result;

/// The files to send, with those of folders; tells about each folder that cannot be listed.
std::optional<QStringList> filesOf(const QStringList &paths, const World &world)
{
    QStringList files;
    bool isWhole = true;
    for (const QString &path : paths) {
        if (world.files.kindOf(path) != store::PathKind::Folder) {
            files += path;
            continue;
        }
        const Result<QStringList> below = store::sessionFilesIn(path);
        if (below)
            files += *below;
        else
            world.console.complain(path, below.error().message);
        isWhole = isWhole && below;
    }
    return isWhole ? std::optional(files) : std::nullopt;
}

/// One file, with the baseline beside it; tells about what cannot be read.
std::optional<RequestPlan> readPlan(const QString &path, const SubmitOptions &options, const World &world)
{
    Result<SessionFile> file = readSessionFile(path, world.files);
    if (!file) {
        world.console.complain(path, file.error().message);
        return std::nullopt;
    }
    RequestPlan plan;
    plan.file = std::move(file).value();
    plan.isComparedWithBaseline = !options.acceptsBaselines;
    if (!options.usesBaselines || !plan.file.isTemplate)
        return plan;
    Result<std::optional<session::Baseline>> baseline = store::readBaselineBeside(path, world.files);
    if (!baseline) {
        world.console.complain(session::baselinePath(path), baseline.error().message);
        return std::nullopt;
    }
    plan.baseline = std::move(baseline).value();
    return plan;
}

/// Reads every file before anything is sent, and tells about each that cannot be read.
std::optional<QList<RequestPlan>> readPlans(const SubmitOptions &options, const World &world)
{
    const std::optional<QStringList> files = filesOf(options.files, world);
    if (!files)
        return std::nullopt;
    QList<RequestPlan> plans;
    plans.reserve(files->size());
    for (const QString &file : *files) {
        if (std::optional<RequestPlan> plan = readPlan(file, options, world))
            plans += *std::move(plan);
    }
    return plans.size() == files->size() ? std::optional(plans) : std::nullopt;
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
    plan.authorization = present::authorizationOf(content.authorization, authorization);
    plan.variables = options.target.variables;
    const Result<exchange::Request> request = requestOf(plan, world.client.clock());
    return request ? core::ok() : core::Status(request.error());
}

/// What is printed: the body of one file that was named, else a line for each POST.
Result<SubmitOptions::Output> outputFor(const SubmitOptions &options, qsizetype plans, const World &world)
{
    using Output = SubmitOptions::Output;
    const bool isOneFile = options.files.size() == 1 && !options.count
        && world.files.kindOf(options.files.constFirst()) != store::PathKind::Folder;
    const Output output = options.output.value_or(isOneFile ? Output::Body : Output::Exchange);
    if (output == Output::Body && plans > 1)
        return Error{Error::Code::Input, bodyIsForOnePost(), {}};
    return output;
}

/// Refuses to accept baselines where nothing could have one.
core::Status checkAccepting(const SubmitOptions &options, const QList<RequestPlan> &plans)
{
    const auto isTemplate = [](const RequestPlan &plan) { return plan.file.isTemplate; };
    if (!options.acceptsBaselines || std::any_of(plans.cbegin(), plans.cend(), isTemplate))
        return core::ok();
    const QString text
        = QCoreApplication::translate("cli", "--accept-baseline is for templates, and there is none among the files.");
    return Error{Error::Code::Input, text, {}};
}

Result<Submission::Order> orderFor(const SubmitOptions &options, QList<RequestPlan> plans, const World &world)
{
    Submission::Order order;
    order.times = options.count.value_or(1);
    order.connection = options.count ? graph::Connection::Reused : graph::Connection::Fresh;
    order.junitFile = options.junitFile;
    order.acceptsBaselines = options.acceptsBaselines;
    const Result<SubmitOptions::Output> output = outputFor(options, plans.size(), world);
    if (!output)
        return output.error();
    order.output = *output;
    if (const core::Status accepting = checkAccepting(options, plans); !accepting)
        return accepting.error();
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
    std::optional<QList<RequestPlan>> plans = readPlans(options, world);
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
