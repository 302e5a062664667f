// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "exchange/urlopener.h"
#include "present/latest.h"
#include "store/privatecopies.h"

#include <QObject>

namespace present {

/// The end of a file's name that says what the bytes are, and no more: `.json`, `.txt` or `.bin`. An HTML page is text:
/// what opens it is to show it, not to load what it names.
QLatin1StringView suffixOf(const QByteArray &bytes, bool isJson);

/// Opens a body in the desktop's program for it, as a private copy that goes when the program ends. What still holds a
/// known secret is refused, as in every export (docs/promises.md S5).
class BodyOpener : public QObject
{
    Q_OBJECT

public:
    /// `opener` is borrowed and outlives this.
    explicit BodyOpener(exchange::UrlOpener &opener, QObject *parent = nullptr);

    /// Opens a copy of `bytes`; a large body later, when it was looked through.
    void open(const QByteArray &bytes);

Q_SIGNALS:
    /// The desktop took the copy.
    void opened();
    /// Nothing was opened; a sentence that says why.
    void refused(const QString &sentence);

private:
    void openCopy(const QByteArray &bytes, const core::Result<QLatin1StringView> &suffix);

    exchange::UrlOpener &m_opener;
    store::PrivateCopies m_copies;
    Latest<core::Result<QLatin1StringView>> m_reader;
};

} // namespace present
