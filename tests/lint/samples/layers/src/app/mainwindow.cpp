// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/graphclient.h"
#include "sandbox/sandbox.h"
#include "ui_mainwindow.h"

#include <QMainWindow>
#include <Qsci/qsciscintilla.h>
