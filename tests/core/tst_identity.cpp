// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

class IdentityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void adoptIdentity_namesTheProcess();
    void forbidCoreDumps_leavesNoCore();
};

void IdentityTest::adoptIdentity_namesTheProcess()
{
    core::adoptIdentity();
    QCOMPARE(QCoreApplication::applicationName(), u"Session Composer"_s);
    QVERIFY(QRegularExpression(uR"(^\d+\.\d+\.\d+$)"_s).match(QCoreApplication::applicationVersion()).hasMatch());
}

// In a child: what is given up cannot be taken back.
void IdentityTest::forbidCoreDumps_leavesNoCore()
{
    if (qEnvironmentVariableIsSet("SC_DUMP_CHILD")) {
        core::forbidCoreDumps();
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_max, rlim_t(0));
        QCOMPARE(prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
        return;
    }
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SC_DUMP_CHILD"_s, u"1"_s);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {u"forbidCoreDumps_leavesNoCore"_s});
    QVERIFY(child.waitForFinished());
    QVERIFY2(child.exitCode() == 0, child.readAllStandardOutput().constData());
}

QTEST_GUILESS_MAIN(IdentityTest)
#include "tst_identity.moc"
