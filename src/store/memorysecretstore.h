// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/secretstore.h"

#include <QHash>

namespace store {

/// Keeps secrets for this run only; they are overwritten when the store goes. It never fails.
class MemorySecretStore final : public exchange::SecretStore
{
public:
    core::Status put(const QString &environment, const core::Secret &secret) override;
    core::Result<core::Secret> get(const QString &environment) const override;
    core::Status remove(const QString &environment) override;

private:
    QHash<QString, core::Secret> m_secrets;
};

} // namespace store
