// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/memorysecretstore.h"

namespace store {

core::Status MemorySecretStore::put(const QString &environment, const core::Secret &secret)
{
    m_secrets.insert(environment, secret);
    return core::ok();
}

core::Result<core::Secret> MemorySecretStore::get(const QString &environment) const
{
    return m_secrets.value(environment);
}

core::Status MemorySecretStore::remove(const QString &environment)
{
    m_secrets.remove(environment);
    return core::ok();
}

} // namespace store
