// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace report {

/// The style sheet of the evidence page. Its policy lets in these very bytes and no other style. The contrast of all
/// text is at least 4.5 : 1 in both schemes.
inline constexpr QByteArrayView htmlStyle = R"(
:root { color-scheme: light dark; --page: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0;
  --raised: #f6f8fa; --good: #1a7f37; --bad: #b42318; --accent: #0550ae; }
@media (prefers-color-scheme: dark) {
  :root { --page: #0d1117; --text: #e6edf3; --quiet: #9198a1; --line: #3d444d; --raised: #161b22; --good: #3fb950;
    --bad: #ff7b72; --accent: #79c0ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 2rem 1.5rem 4rem; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; }
code, pre, .wire { font-family: ui-monospace, "DejaVu Sans Mono", Consolas, monospace; font-size: 13px; }
article + article { margin-top: 4rem; padding-top: 2rem; border-top: 2px solid var(--line); }
h1 { margin: 0 0 .25rem; font-size: 1.75rem; line-height: 1.25; }
h2 { margin: 2.25rem 0 .5rem; font-size: 1.15rem; }
h3 { margin: 1.25rem 0 .35rem; font-size: .95rem; color: var(--quiet); font-weight: 600; }
p { margin: .35rem 0; }
.quiet { color: var(--quiet); }
.good { color: var(--good); font-weight: 600; }
.bad { color: var(--bad); font-weight: 600; }
.line { overflow-wrap: anywhere; }
.words { margin: 1.25rem 0; padding: .75rem 1rem; border-left: 4px solid var(--accent); background: var(--raised); }
.words p { white-space: pre-wrap; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
thead th { color: var(--quiet); font-size: .85rem; font-weight: 600; }
tbody th { font-weight: 400; }
.facts th { width: 13rem; color: var(--quiet); }
.kind { width: 9.5rem; }
.state { width: 8.5rem; }
.facts { margin-top: 1rem; }
.number { width: 7rem; white-space: nowrap; text-align: right; padding-right: 1.5rem; }
.place { width: 34%; }
.check { width: 15rem; }
.bar { width: 40%; }
.bar svg { display: block; width: 100%; height: 1.1em; margin-top: .2em; }
.bar rect { fill: var(--accent); }
pre { margin: 0; padding: .75rem 1rem; max-height: 40rem; overflow: auto; border: 1px solid var(--line);
  border-radius: 6px; background: var(--raised); white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; }
figure { margin: 0; overflow-x: auto; }
@media print { pre { max-height: none; } body { max-width: none; padding: 0; } }
)";

} // namespace report
