// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/pointer.h"

#include <QObject>

namespace present {
class DocumentController;
}

namespace app {

class NoticeBar;

/// Says in a bar which placeholder stopped the submit, with the offer to go there.
class PlaceholderNotice : public QObject
{
    Q_OBJECT

public:
    /// Both are borrowed; `bar` owns this.
    PlaceholderNotice(present::DocumentController &document, NoticeBar *bar);

Q_SIGNALS:
    void placeChosen(const json::Pointer &pointer);

private:
    void show();

    present::DocumentController &m_document;
    NoticeBar *m_bar;
    json::Pointer m_place;
};

} // namespace app
