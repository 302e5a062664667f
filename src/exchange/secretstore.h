// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/secret.h"

#include <QString>

namespace exchange {

/// Where the secret of an environment is kept: the keyring of the desktop, or memory. Never a file.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// Keeps `secret` for the environment of this name in place of what was there. Success means that a read would give
    /// it back; otherwise the Error says what is the matter, and what was there stays.
    virtual core::Status put(const QString &environment, const core::Secret &secret) = 0;

    /// The secret of the environment; an empty one when there is none. A store that cannot be read, because it is
    /// locked or gone, is an Error and never "none" (docs/promises.md S2).
    virtual core::Result<core::Secret> get(const QString &environment) const = 0;

    /// Forgets the secret of the environment. Success also when there was none.
    virtual core::Status remove(const QString &environment) = 0;

protected:
    SecretStore() = default;
    SecretStore(const SecretStore &) = default;
    SecretStore &operator=(const SecretStore &) = default;
};

} // namespace exchange
