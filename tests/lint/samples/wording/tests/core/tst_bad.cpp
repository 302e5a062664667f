// SPDX-License-Identifier: GPL-3.0-or-later
void wait() { QTest::qWait(50); }
void delay() { std::this_thread::sleep_for(1s); }
void work() { QThreadPool::globalInstance()->start(job); }
