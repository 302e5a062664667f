// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThreadPool>

#include <utility>

namespace core {

/// The threads for what takes long, in place of QThreadPool::globalInstance(): Qt 6.4 paints large areas with the help
/// of that one and waits for it, so that a job of ours in it would stop the window. It has done all when the
/// application ends.
QThreadPool &workers();

/// Destroys `value` there: to free the tree of a large session takes some 50 ms, which whoever types would feel. What
/// else shares its data is not touched; `value` must hold no QObject.
template<typename T> void disposeInWorkers(T value)
{
    workers().start([value = std::move(value)] {});
}

} // namespace core
