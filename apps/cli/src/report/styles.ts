/** The report's styles: for a screen, a phone and paper. */
export const styles = `
:root { --ink: #1a1a1a; --soft: #595959; --line: #d5d5d5; --good: #00664b; --bad: #a62f00; --link: #005a9c; }
body { margin: 0; color: var(--ink); background: #fff; font: 16px/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
p, ul, ol { max-width: 46rem; }
h1 { font-size: 2rem; line-height: 1.2; margin: 1rem 0; }
h2 { font-size: 1.4rem; margin: 3rem 0 1rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1.1rem; margin: 2rem 0 0.5rem; }
a { color: var(--link); }
code { font: 0.875em ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
h1 + p + p + ul { columns: 2 18rem; padding-left: 1.25rem; }
.table { overflow-x: auto; margin: 0.75rem 0 1.75rem; }
table { border-collapse: collapse; font-size: 0.875rem; line-height: 1.35; }
th, td { padding: 0.3rem 0.75rem 0.3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; vertical-align: bottom; border-bottom-color: var(--ink); }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.good, .bad, .none { white-space: nowrap; }
.good { color: var(--good); }
.bad { color: var(--bad); font-weight: 600; }
.none { color: var(--soft); }
.words { min-width: 11rem; }
a[href^="#rule-"] { white-space: nowrap; }
figure { margin: 1.5rem 0; overflow-x: auto; }
figure svg { display: block; max-width: 100%; min-width: 36rem; height: auto; }
@media (max-width: 40rem) {
  body { font-size: 15px; }
  main { padding: 0.75rem 0.75rem 3rem; }
  h1 { font-size: 1.5rem; }
  table { font-size: 0.8125rem; }
}
@media print {
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h2, h3 { break-after: avoid; }
  p:has(+ .table) { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  .table, figure { overflow: visible; }
  table { font-size: 7.5pt; }
  figure svg { min-width: 0; }
}
`;
