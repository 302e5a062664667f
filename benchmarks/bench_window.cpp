// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline of P1: a QMainWindow with one menu and one label that quits after its first paint.
#include "app/firstpaint.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.menuBar()->addMenu(u"File"_s)->addAction(u"Quit"_s);
    window.setCentralWidget(new QLabel(u"Label"_s));
    window.resize(1366, 700);
    const auto *firstPaint = new app::FirstPaint(&window);
    QObject::connect(firstPaint, &app::FirstPaint::painted, &application, [] { QApplication::exit(0); });
    window.show();
    return QApplication::exec();
}
