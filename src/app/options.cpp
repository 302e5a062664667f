// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "core/identity.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Options", text);
}

core::Error wrong(const QString &sentence)
{
    return {core::Error::Code::Input, sentence, {}};
}

} // namespace

core::Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("Composes Microsoft Graph callRecords sessions, submits them, and shows exactly "
           "what went out and what came back."));
    const QCommandLineOption environment(u"environment"_s, tr("Choose the environment <name>."), u"name"_s);
    const QCommandLineOption sandbox(u"sandbox"_s, tr("The same as --environment Sandbox."));
    const QCommandLineOption submit(u"submit"_s, tr("Post once, print the response's body, and quit."));
    const QCommandLineOption screenshot(u"screenshot"_s,
                                        tr("Write a picture of the window to <file> as PNG, and quit."), u"file"_s);
    const QCommandLineOption exitEarly(u"exit-after-first-paint"_s, tr("Quit once the window has been painted."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, tr("Print this and quit."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, tr("Print the version and quit."));
    parser.addOptions({environment, sandbox, submit, screenshot, exitEarly, help, version});
    parser.addPositionalArgument(u"FILE"_s, tr("A session to open; the documented example without one."), u"[FILE…]"_s);
    if (!parser.parse(arguments))
        return wrong(parser.errorText());

    Options options;
    if (parser.isSet(help))
        options.answer = parser.helpText();
    else if (parser.isSet(version))
        options.answer = u"session-composer "_s + core::applicationVersion() + u'\n';
    options.files = parser.positionalArguments();
    options.environment = parser.isSet(sandbox) ? u"Sandbox"_s : parser.value(environment);
    if (parser.isSet(sandbox) && parser.isSet(environment) && parser.value(environment) != "Sandbox"_L1)
        return wrong(tr("--sandbox and --environment name two different environments."));
    options.script = {parser.isSet(submit), parser.value(screenshot), parser.isSet(exitEarly)};
    return options;
}

} // namespace app
