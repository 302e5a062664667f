// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appearance.h"
#include "app/byterow.h"
#include "app/meaning.h"
#include "app/outlinedstyle.h"

#include <QFontDatabase>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using app::Meaning;
using app::Syntax;

namespace {

// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const QColor &color)
{
    const auto linear
        = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (qMax(a, b) + 0.05) / (qMin(a, b) + 0.05);
}

struct Ground
{
    QPalette::ColorRole text;
    QPalette::ColorRole ground;
    const char *name;
};

constexpr Ground grounds[] = {
    {QPalette::WindowText, QPalette::Window, "WindowText on Window"},
    {QPalette::WindowText, QPalette::Base, "WindowText on Base"},
    {QPalette::Text, QPalette::Base, "Text on Base"},
    {QPalette::Text, QPalette::Window, "Text on Window"},
    {QPalette::Text, QPalette::AlternateBase, "Text on AlternateBase"},
    {QPalette::PlaceholderText, QPalette::Base, "PlaceholderText on Base"},
    {QPalette::PlaceholderText, QPalette::Window, "PlaceholderText on Window"},
    {QPalette::ButtonText, QPalette::Button, "ButtonText on Button"},
    {QPalette::ToolTipText, QPalette::ToolTipBase, "ToolTipText on ToolTipBase"},
    {QPalette::HighlightedText, QPalette::Highlight, "HighlightedText on Highlight"},
    {QPalette::Link, QPalette::Base, "Link on Base"},
    {QPalette::LinkVisited, QPalette::Base, "LinkVisited on Base"},
};

} // namespace

class ContrastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrast_ofKnownPairs();
    void byteView_isReadable();
    void foundMarks_areReadable_data();
    void foundMarks_areReadable();
    void palettes_areReadable_data();
    void palettes_areReadable();
    void meanings_areReadable_data();
    void meanings_areReadable();
    void tones_areReadable();
    void syntax_isReadable_data();
    void syntax_isReadable();
};

void ContrastTest::contrast_ofKnownPairs()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
}

void ContrastTest::byteView_isReadable()
{
    for (const QPalette &palette : {app::Appearance::lightPalette(), app::Appearance::darkPalette()}) {
        for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
            const QColor found = app::foundGround(palette, group);
            const std::pair<QColor, QColor> pairs[] = {
                {app::subdued(palette, group), palette.color(group, QPalette::Base)},
                {app::subdued(palette, group), palette.color(group, QPalette::AlternateBase)},
                {palette.color(group, QPalette::Text), found},
            };
            for (const auto &[text, ground] : pairs) {
                const double ratio = contrast(text, ground);
                QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2: %3"_s.arg(text.name(), ground.name()).arg(ratio)));
            }
        }
    }
}

void ContrastTest::foundMarks_areReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("light") << app::Appearance::lightPalette();
    QTest::newRow("dark") << app::Appearance::darkPalette();
}

// Draws a row of nothing but marks, all of them found: the strongest of its pixels bears the colour of the marks.
void ContrastTest::foundMarks_areReadable()
{
    QFETCH(const QPalette, palette);
    const QByteArray body(8, '\x01');
    present::ByteSearch search(body, QString(QChar(1)), Qt::CaseSensitive);
    QVERIFY(search.advance(body.size()));
    QCOMPARE(search.count(), body.size());
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(80); // with strokes of many pixels, inside of which nothing is smoothed
    const app::ByteRow row(body, {0, body.size(), body.size()}, present::BodyForm::Raw, font);
    QVERIFY(!row.display().spans().isEmpty());
    app::ByteRowLook look;
    look.palette = palette;
    look.search = &search;
    look.right = row.xOf(body.size() - 1);
    QImage image(int(look.right), 120, QImage::Format_RGB32);
    const QColor found = app::foundGround(palette, look.group);
    image.fill(found);
    QPainter painter(&image);
    row.draw(painter, {}, look);
    painter.end();
    double most = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            most = std::max(most, contrast(image.pixelColor(x, y), found));
    }
    QVERIFY2(most >= 4.5, qPrintable(QString::number(most)));
}

void ContrastTest::palettes_areReadable_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ContrastTest::palettes_areReadable()
{
    QFETCH(const bool, isDark);
    const QPalette palette = isDark ? app::Appearance::darkPalette() : app::Appearance::lightPalette();
    for (const Ground &row : grounds) {
        const double ratio = contrast(palette.color(row.text), palette.color(row.ground));
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1: %2"_s.arg(QLatin1String(row.name)).arg(ratio)));
    }
    if (isDark) {
        QVERIFY(contrast(app::OutlinedStyle::outlineOnDark(), palette.color(QPalette::Window)) >= 3);
        QVERIFY(contrast(app::OutlinedStyle::outlineOnDark(), palette.color(QPalette::Base)) >= 3);
    }
    // WCAG asks nothing of what is disabled; here it can still be read.
    const double disabled = contrast(palette.color(QPalette::Disabled, QPalette::Text),
                                     palette.color(QPalette::Disabled, QPalette::Base));
    QVERIFY2(disabled >= 3, qPrintable(QString::number(disabled)));
}

void ContrastTest::meanings_areReadable_data()
{
    QTest::addColumn<Meaning>("meaning");
    QTest::newRow("success") << Meaning::Success;
    QTest::newRow("warning") << Meaning::Warning;
    QTest::newRow("error") << Meaning::Error;
    QTest::newRow("note") << Meaning::Note;
}

void ContrastTest::meanings_areReadable()
{
    QFETCH(const Meaning, meaning);
    for (const QPalette &palette : {app::Appearance::lightPalette(), app::Appearance::darkPalette()}) {
        for (const QPalette::ColorRole ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
            const double ratio = contrast(app::colorOf(meaning, palette), palette.color(ground));
            QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
        }
    }
    QVERIFY(!app::signOf(meaning).isEmpty());
}

void ContrastTest::tones_areReadable()
{
    using report::Tone;
    for (const QPalette &palette : {app::Appearance::lightPalette(), app::Appearance::darkPalette()}) {
        for (int tone = 0; tone <= static_cast<int>(Tone::Failure); ++tone) {
            const QColor color = app::colorOf(static_cast<Tone>(tone), palette);
            const double ratio = contrast(color, palette.color(QPalette::Base));
            QVERIFY2(ratio >= 4.5, qPrintable(u"%1: %2"_s.arg(tone).arg(ratio)));
        }
    }
}

void ContrastTest::syntax_isReadable_data()
{
    QTest::addColumn<Syntax>("syntax");
    QTest::newRow("mark") << Syntax::Mark;
    QTest::newRow("name") << Syntax::Name;
    QTest::newRow("string") << Syntax::String;
    QTest::newRow("number") << Syntax::Number;
    QTest::newRow("word") << Syntax::Word;
    QTest::newRow("error") << Syntax::Error;
}

void ContrastTest::syntax_isReadable()
{
    QFETCH(const Syntax, syntax);
    for (const QPalette &palette : {app::Appearance::lightPalette(), app::Appearance::darkPalette()}) {
        for (const QPalette::ColorRole ground : {QPalette::Base, QPalette::AlternateBase}) {
            const double ratio = contrast(app::colorOf(syntax, palette), palette.color(ground));
            QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
        }
    }
}

QTEST_MAIN(ContrastTest)
#include "tst_contrast.moc"
