// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include <unistd.h>

namespace store {

/// Owns a POSIX file descriptor, for what QFile cannot ask for: O_NONBLOCK, O_DIRECTORY, fstat() before the first read.
class FileDescriptor
{
public:
    /// Takes over what open() returned; -1 is "none".
    explicit FileDescriptor(int number)
        : m_number(number)
    { }
    FileDescriptor(FileDescriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    { }
    FileDescriptor &operator=(FileDescriptor &&) = delete;
    ~FileDescriptor()
    {
        if (isValid())
            ::close(m_number);
    }

    bool isValid() const { return m_number >= 0; }
    int number() const { return m_number; }

private:
    int m_number;
};

} // namespace store
