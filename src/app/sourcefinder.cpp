// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sourcefinder.h"

#include "app/findbar.h"
#include "app/sourceeditor.h"
#include "present/body/plaintext.h"
#include "session/sessiondocument.h"

namespace app {
namespace {

constexpr qsizetype mostSelected = 200; // a longer selection is hardly what one looks for

/// `text` with every match replaced by `by`, and how many there were.
std::pair<QByteArray, qsizetype> replaced(const QByteArray &text, present::ByteSearch search, const QByteArray &by)
{
    search.advance(text.size());
    QByteArray result;
    qint64 at = 0;
    for (qsizetype number = 0; number < search.count(); ++number) {
        const present::ByteSearch::Match match = search.match(number);
        result += QByteArrayView(text).sliced(at, match.offset - at);
        result += by;
        at = match.offset + match.length;
    }
    result += QByteArrayView(text).sliced(at);
    return {result, search.count()};
}

} // namespace

SourceFinder::SourceFinder(session::SessionDocument &document, SourceEditor &editor, FindBar &bar, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_editor(editor)
    , m_bar(bar)
{
    connect(&m_finder, &present::BodyFinder::found, this,
            [this](qint64 offset, qint64 length) { m_editor.select(offset, offset + length); });
    connect(&m_finder, &present::BodyFinder::statusChanged, this, [this] { m_bar.setStatus(m_finder.status()); });
    connect(&m_bar, &FindBar::edited, this, &SourceFinder::find);
    connect(&m_bar, &FindBar::nextRequested, this, &SourceFinder::findNext);
    connect(&m_bar, &FindBar::previousRequested, this, &SourceFinder::findPrevious);
    connect(&m_bar, &FindBar::replaceRequested, this, &SourceFinder::replace);
    connect(&m_bar, &FindBar::replaceAllRequested, this, &SourceFinder::replaceAll);
    connect(&m_bar, &FindBar::closeRequested, this, &SourceFinder::close);
}

void SourceFinder::open(Offer offer)
{
    const QByteArray selected = m_editor.selectedBytes();
    const bool isLine = selected.size() <= mostSelected && !selected.contains('\n') && !selected.contains('\r')
        && present::isUtf8(selected);
    m_bar.offerReplace(offer == Offer::Replace);
    m_bar.show();
    m_bar.start(isLine ? present::plainText(selected) : QString());
    m_reader.setBody(m_document.bytes());
    find();
}

void SourceFinder::find()
{
    m_finder.find(m_bar.text(), m_bar.caseSensitivity(), m_editor.selectionBegin());
}

void SourceFinder::findNext()
{
    if (!m_bar.isVisible())
        open(Offer::Find);
    else
        m_finder.findNext(m_editor.selectedBytes().isEmpty() ? m_editor.caret() : m_editor.selectionBegin() + 1);
}

void SourceFinder::findPrevious()
{
    if (!m_bar.isVisible())
        open(Offer::Find);
    else
        m_finder.findPrevious(m_editor.selectionBegin());
}

void SourceFinder::refresh()
{
    if (!m_bar.isHidden())
        m_reader.setBody(m_document.bytes());
}

void SourceFinder::close()
{
    m_bar.hide();
    m_finder.find({}, Qt::CaseInsensitive, 0);
    m_editor.setFocus(Qt::OtherFocusReason);
}

/// True when exactly a match is selected.
bool SourceFinder::isAtMatch() const
{
    const present::ByteSearch &search = m_reader.search();
    const qsizetype number = search.firstFrom(m_editor.selectionBegin());
    return number < search.count()
        && search.match(number)
        == present::ByteSearch::Match{m_editor.selectionBegin(), m_editor.selectedBytes().size()};
}

void SourceFinder::replace()
{
    m_document.settle(); // so that the matches are those of the text as it is
    if (isAtMatch()) {
        m_document.endMerge();
        m_editor.replaceSelection(m_bar.replacement().toUtf8());
        m_document.endMerge();
    }
    findNext();
}

void SourceFinder::replaceAll()
{
    const QByteArray text = m_document.bytes();
    const auto [result, count] = replaced(text, present::ByteSearch(text, m_bar.text(), m_bar.caseSensitivity()),
                                          m_bar.replacement().toUtf8());
    m_document.endMerge();
    m_document.setSource(result);
    m_document.endMerge();
    m_bar.setStatus(tr("%n replaced", nullptr, static_cast<int>(count)));
}

} // namespace app
