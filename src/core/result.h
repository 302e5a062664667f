// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <functional>
#include <type_traits>
#include <utility>
#include <variant>

namespace core {

/// A value or the Error that came in its place. The names follow std::expected, so that C++23 is a rename.
template<typename T> class [[nodiscard]] Result
{
    static_assert(!std::is_same_v<T, Error> && !std::is_reference_v<T>);

public:
    using value_type = T;

    Result(T value)
        : m_data(std::in_place_index<0>, std::move(value))
    { }
    Result(Error error)
        : m_data(std::in_place_index<1>, std::move(error))
    { }

    /// True when there is a value.
    bool has_value() const noexcept { return m_data.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    /// The value; asserts that there is one.
    const T &value() const &
    {
        Q_ASSERT(has_value());
        return *std::get_if<0>(&m_data);
    }
    T &value() &
    {
        Q_ASSERT(has_value());
        return *std::get_if<0>(&m_data);
    }
    T value() &&
    {
        Q_ASSERT(has_value());
        return std::move(*std::get_if<0>(&m_data));
    }
    const T &operator*() const & { return value(); }
    T operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    /// The value, or `fallback` when there is none.
    T value_or(T fallback) const & { return has_value() ? value() : std::move(fallback); }

    /// The error; asserts that there is one.
    const Error &error() const &
    {
        Q_ASSERT(!has_value());
        return *std::get_if<1>(&m_data);
    }

    /// Calls `next` with the value and returns its Result, or passes the error on: the first error of a chain wins.
    template<typename F> auto and_then(F &&next) && -> std::invoke_result_t<F, T>
    {
        if (!has_value())
            return std::move(*std::get_if<1>(&m_data));
        return std::invoke(std::forward<F>(next), std::move(*this).value());
    }

private:
    std::variant<T, Error> m_data;
};

/// A Result that carries nothing but success.
using Status = Result<std::monostate>;

/// The success of a Status.
inline Status ok()
{
    return std::monostate();
}

} // namespace core
