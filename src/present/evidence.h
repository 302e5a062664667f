// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "present/examination.h"
#include "report/evidence.h"
#include "store/historyrow.h"

#include <QList>

namespace present {

/// What a report tells of an exchange: its checks, what became of the values, and what the tester says.
report::Evidence evidenceOf(const Examination &examination, const report::TestersWords &words = {});

/// The same of an exchange of the history, by this schema.
report::Evidence evidenceOf(const store::HistoryEntry &entry, const edm::Schema &schema);

/// What the tester says of an exchange of the history.
report::TestersWords testersWords(const store::HistoryRow &row);

/// Refuses evidence with a known secret in the tester's words: they would go masked otherwise, and the tester would not
/// know. The Error names the place.
core::Status refuseSecretWords(const QList<report::Evidence> &evidence);

/// The bytes of the archive of `evidence` (report/evidencefiles.h). An Error of Code::Refused when it would hold a
/// known secret, or the tester's words do: it names the place.
core::Result<QByteArray> evidenceArchive(const QList<report::Evidence> &evidence);

/// `report` itself, or the same refusal; `name` is what the Error calls it.
core::Result<QByteArray> clearedReport(const QByteArray &report, const QString &name);

} // namespace present
