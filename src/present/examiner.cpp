// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/examiner.h"

#include "present/bodypipeline.h"
#include "present/documentcontroller.h"

namespace present {

Examination ExaminedCase::examination() const
{
    Examination examination(exchange, expectation, schema.get(), earlier);
    if (baseline)
        examination.setBaseline(*baseline);
    return examination;
}

bool ExaminedCase::isSmall() const
{
    const qsizetype returned = exchange.response ? exchange.response->body.size() : 0;
    const qsizetype sent = earlier ? earlier->sent.size() : exchange.request.body.size();
    return sent + returned <= BodyPipeline::smallBody;
}

ExaminedCase lastCase(const DocumentController &document)
{
    Q_ASSERT(document.lastExchange());
    ExaminedCase examined{
        *document.lastExchange(), document.expectation(), document.sharedSchema(), document.earlier(), {}};
    if (examined.exchange.request.method == "POST")
        examined.baseline = document.draft().baseline();
    return examined;
}

} // namespace present
