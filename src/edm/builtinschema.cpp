// SPDX-License-Identifier: GPL-3.0-or-later
#include "edm/builtinschema.h"

#include "edm/csdlreader.h"

#include <QFile>

namespace edm {

using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Schema> readBuiltin()
{
    QFile file(u":/schema/callrecords.csdl.xml"_s);
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen); // compiled in, so a failure is ours
    core::Result<Schema> schema = readCsdl(file);
    Q_ASSERT(schema.has_value());
    return std::make_shared<const Schema>(schema.value_or(Schema()));
}

} // namespace

const Schema &builtinSchema()
{
    static const Schema &schema = *sharedBuiltinSchema();
    return schema;
}

std::shared_ptr<const Schema> sharedBuiltinSchema()
{
    static const std::shared_ptr<const Schema> schema = readBuiltin();
    return schema;
}

} // namespace edm
