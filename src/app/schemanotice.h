// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace present {
class SchemaController;
}

namespace app {

class NoticeBar;

/// Says in a bar what schema is being loaded, with the offer to cancel that, or that one from elsewhere is in use, with
/// the offer to go back to the built-in one.
class SchemaNotice : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed; `bar` owns this.
    SchemaNotice(present::SchemaController &schemas, NoticeBar *bar);

private:
    void show();
    void follow();

    present::SchemaController &m_schemas;
    NoticeBar *m_bar;
};

} // namespace app
