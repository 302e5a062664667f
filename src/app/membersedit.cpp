// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/membersedit.h"

#include "app/flowlayout.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace app {

MembersEdit::MembersEdit(QWidget *parent)
    : QWidget(parent)
    , m_boxLayout(new FlowLayout)
    , m_line(new QLineEdit(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_boxLayout);
    layout->addWidget(m_line);
}

void MembersEdit::setMembers(const QStringList &members)
{
    Q_ASSERT(m_boxes.isEmpty());
    for (const QString &member : members) {
        auto *box = new QCheckBox(member, this);
        box->setAccessibleName(member);
        m_boxes.insert(member, box);
        m_boxLayout->addWidget(box);
        setTabOrder(box, m_line);
        connect(box, &QCheckBox::toggled, this, [this, member](bool isIn) { Q_EMIT memberToggled(member, isIn); });
    }
}

void MembersEdit::setTicked(const QStringList &members)
{
    for (auto box = m_boxes.cbegin(); box != m_boxes.cend(); ++box) {
        const QSignalBlocker block(box.value());
        box.value()->setChecked(members.contains(box.key()));
    }
}

} // namespace app
