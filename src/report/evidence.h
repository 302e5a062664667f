// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/exchange.h"
#include "session/compare.h"

#include <QList>
#include <QString>

#include <optional>

namespace report {

/// What came of one check, in English.
struct CheckedFact
{
    enum class State { Met, NotMet, NotApplicable };

    QString title;
    State state = State::NotApplicable;
    bool counts = false; ///< Not met, it makes the response one that is not as expected.
    QString expected;
    QString found;
    QString reason; ///< Why it is not met, or what is odd although it is; may be empty.
};

/// What the tester says of an exchange; each may be empty.
struct TestersWords
{
    QString build; ///< Of the service under test.
    QString templateName;
    QString verdict;
    QString note;
    QString tag;
};

/// A picture in a report.
struct EvidencePicture
{
    QString title;
    QString svg; ///< An SVG element of our own, without style attributes.
};

/// One exchange with all that a report tells of it.
struct Evidence
{
    exchange::Exchange exchange;
    bool isAsExpected = false;
    QString outcome; ///< In English: "not as expected".
    QList<CheckedFact> checks;
    std::optional<session::Comparison> comparison; ///< None when one of the two bodies is no session.
    QList<EvidencePicture> timelines; ///< Of the session that was sent, and of the one that came back.
    bool isMasked = false; ///< A known secret stood in it and was replaced by `***`: not the exact bytes.
    TestersWords words;
    QString requestFile; ///< Where the bodies lie beside the page; empty when it stands alone.
    QString responseFile;
};

} // namespace report
