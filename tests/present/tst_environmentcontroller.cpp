// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/environmentcontroller.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using exchange::Environment;
using present::EnvironmentController;

namespace {

class FakeSandbox final : public present::SandboxHost
{
public:
    core::Result<QUrl> start() override
    {
        ++starts;
        if (refusal)
            return *refusal;
        return QUrl(u"http://127.0.0.1:4000"_s);
    }
    QStringList rehearsals() const override { return {u"none"_s, u"401"_s}; }
    void setRehearsal(const QString &name) override { rehearsal = name; }

    int starts = 0;
    QString rehearsal;
    std::optional<core::Error> refusal;
};

QList<Environment> environments()
{
    return {{u"Sandbox"_s, Environment::Kind::Sandbox, {}, u"localtest"_s, u"1"_s, false},
            {u"Custom"_s, Environment::Kind::Custom, u"https://a.example"_s, u"v1.0"_s, u"2"_s, true}};
}

} // namespace

class EnvironmentControllerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void choose_sandbox_startsIt();
    void choose_unknown_isRefused();
    void choose_sandboxThatCannotStart_staysWhereItWas();
    void token_isBoundToItsOrigin();
    void token_notToken68_isNotKept();
    void taken_joinsOrReplaces();
    void taken_withAnotherOrigin_asksForTheTokenAgain();
};

void EnvironmentControllerTest::choose_sandbox_startsIt()
{
    FakeSandbox sandbox;
    EnvironmentController controller(environments(), sandbox);
    QCOMPARE(sandbox.starts, 0);
    QCOMPARE(controller.baseUrl(), QString());
    QSignalSpy changed(&controller, &EnvironmentController::environmentChanged);
    QVERIFY(controller.choose(u"Sandbox"_s));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(controller.baseUrl(), u"http://127.0.0.1:4000"_s);
    QCOMPARE(controller.names(), (QStringList{u"Sandbox"_s, u"Custom"_s}));
}

void EnvironmentControllerTest::choose_unknown_isRefused()
{
    FakeSandbox sandbox;
    EnvironmentController controller(environments(), sandbox);
    const core::Status chosen = controller.choose(u"Nowhere"_s);
    QVERIFY(!chosen);
    QCOMPARE(chosen.error().code, core::Error::Code::Input);
    QCOMPARE(controller.current().name, u"Sandbox"_s);
}

void EnvironmentControllerTest::choose_sandboxThatCannotStart_staysWhereItWas()
{
    FakeSandbox sandbox;
    EnvironmentController controller(environments(), sandbox);
    QVERIFY(controller.choose(u"Custom"_s));
    sandbox.refusal = core::Error{core::Error::Code::Input, u"taken"_s, {}};
    QVERIFY(!controller.choose(u"Sandbox"_s));
    QCOMPARE(controller.current().name, u"Custom"_s);
}

void EnvironmentControllerTest::token_isBoundToItsOrigin()
{
    FakeSandbox sandbox;
    EnvironmentController controller(environments(), sandbox);
    QVERIFY(controller.choose(u"Custom"_s));
    QVERIFY(controller.setToken(u"abc.def"_s));
    QVERIFY(controller.hasToken());
    QCOMPARE(controller.authorization().origin.toString(), u"https://a.example"_s);
    QVERIFY(controller.authorization().allowsHttp);
    controller.setBaseUrl(u"https://a.example/elsewhere"_s);
    QVERIFY(controller.hasToken());
    // One letter more is another service: the token does not go along.
    controller.setBaseUrl(u"https://a.example.evil"_s);
    QVERIFY(!controller.hasToken());
    QVERIFY(controller.authorization().token.isEmpty());
    controller.setBaseUrl(u"http://a.example"_s);
    QVERIFY(!controller.hasToken());
    QVERIFY(controller.choose(u"Sandbox"_s));
    QVERIFY(!controller.hasToken());
    QVERIFY(controller.choose(u"Custom"_s));
    controller.setBaseUrl(u"https://A.EXAMPLE:443"_s);
    QVERIFY(controller.hasToken());
    QVERIFY(controller.setToken(QString()));
    QVERIFY(!controller.hasToken());
}

void EnvironmentControllerTest::token_notToken68_isNotKept()
{
    FakeSandbox sandbox;
    EnvironmentController controller(environments(), sandbox);
    QVERIFY(controller.choose(u"Custom"_s));
    QVERIFY(controller.setToken(u"good"_s));
    const core::Status taken = controller.setToken(u"two words"_s);
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, core::Error::Code::Refused);
    QVERIFY(!controller.hasToken());
}

void EnvironmentControllerTest::taken_joinsOrReplaces()
{
    FakeSandbox sandbox;
    EnvironmentController controller(environments(), sandbox);
    QSignalSpy named(&controller, &EnvironmentController::namesChanged);
    const Environment team{u"Team"_s, Environment::Kind::Custom, u"https://b.example"_s, u"beta"_s, {}, false};
    controller.take(team);
    QCOMPARE(controller.names(), (QStringList{u"Sandbox"_s, u"Custom"_s, u"Team"_s}));
    QCOMPARE(named.size(), 1);
    QCOMPARE(controller.current().name, u"Sandbox"_s);
    QVERIFY(controller.choose(u"Team"_s));
    Environment moved = team;
    moved.apiVersion = u"v1.0"_s;
    QSignalSpy changed(&controller, &EnvironmentController::environmentChanged);
    controller.take(moved);
    QCOMPARE(controller.current(), moved);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(named.size(), 1);
}

void EnvironmentControllerTest::taken_withAnotherOrigin_asksForTheTokenAgain()
{
    FakeSandbox sandbox;
    EnvironmentController controller(environments(), sandbox);
    Environment team{u"Team"_s, Environment::Kind::Custom, u"https://b.example"_s, u"beta"_s, {}, false};
    controller.take(team);
    for (const QString &name : {u"Custom"_s, u"Team"_s}) {
        QVERIFY(controller.choose(name));
        QVERIFY(controller.setToken(u"abc.def"_s));
    }
    team.baseUrl = u"https://b.example/other/path"_s;
    controller.take(team);
    QVERIFY(controller.hasToken()); // the same place
    team.baseUrl = u"https://a.example"_s; // for which there is a token, given for Custom
    controller.take(team);
    QVERIFY(!controller.hasToken());
    QVERIFY(controller.authorization().token.isEmpty());
}

QTEST_GUILESS_MAIN(EnvironmentControllerTest)
#include "tst_environmentcontroller.moc"
