// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/environmentcontroller.h"

/// One environment without a sandbox, for tests that send nothing.
struct NoEnvironment
{
    class NoSandbox final : public present::SandboxHost
    {
    public:
        core::Result<QUrl> start() override { return core::Error{}; }
        QStringList rehearsals() const override { return {}; }
        void setRehearsal(const QString &) override { }
    };

    NoSandbox sandbox;
    present::EnvironmentController controller{
        {{QStringLiteral("Custom"), exchange::Environment::Kind::Custom, QStringLiteral("http://127.0.0.1:1"),
          QStringLiteral("v1.0"), QStringLiteral("1"), false}},
        sandbox};
};
