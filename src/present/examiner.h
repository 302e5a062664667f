// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "present/examination.h"
#include "present/latest.h"

#include <functional>
#include <memory>
#include <optional>

namespace present {

class DocumentController;

/// All that it takes to judge an exchange, owned, so that a job may take it into another thread.
struct ExaminedCase
{
    exchange::Exchange exchange;
    session::Expectation expectation;
    std::shared_ptr<const edm::Schema> schema;
    std::optional<Earlier> earlier;
    std::optional<session::Baseline> baseline; ///< Of a response to a submit only.

    /// It borrows the schema from this case.
    Examination examination() const;

    /// True when the bodies are so small that judging them does not let a person wait.
    bool isSmall() const;
};

/// The last exchange of `document`, which must have one, and what is expected of it.
ExaminedCase lastCase(const DocumentController &document);

/// Judges the last exchange of a document: small bodies on the spot, large ones off the GUI thread, where only the
/// newest question counts.
template<typename T> class Examiner
{
public:
    /// Calls `done` with what `judge` gives, before it returns or later. `judge` must own all that it reads.
    void start(const ExaminedCase &examined, std::function<T(const Examination &)> judge, std::function<void(T)> done)
    {
        drop();
        if (examined.isSmall())
            done(judge(examined.examination()));
        else
            m_newest.start([examined, judge = std::move(judge)] { return judge(examined.examination()); },
                           std::move(done));
    }

    /// Forgets the question on its way, if any.
    void drop() { m_newest.drop(); }

private:
    Latest<T> m_newest;
};

} // namespace present
