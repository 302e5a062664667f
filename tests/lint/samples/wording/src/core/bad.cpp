#include "core/bad.h"
// A comment may say delete p; and SIGNAL(x).
void bad()
{
    connect(a, SIGNAL(clicked()), this, SLOT(on_ok_clicked()));
    label->setTextFormat(Qt::RichText);
    qDebug("bare");
    delete p; // NOLINT
    open("/home/someone/x");
    QDesktopServices::openUrl(url);
    // TODO later
}
struct Fine { Fine(const Fine &) = delete; };
