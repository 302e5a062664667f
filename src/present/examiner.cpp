// SPDX-License-Identifier: GPL-3.0-or-later
#include "present/examiner.h"

#include "present/bodypipeline.h"
#include "present/documentcontroller.h"

namespace present {

Examination ExaminedCase::examination() const
{
    return Examination(exchange, expectation, schema.get(), earlier);
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
    return {*document.lastExchange(), document.expectation(), document.sharedSchema(), document.earlier()};
}

} // namespace present
