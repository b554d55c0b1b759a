/** The look of the page: light and dark, on screen and on paper. */
export const style = `
:root{color-scheme:light dark;--ground:#fff;--card:#f3f6f9;--ink:#1b2733;--soft:#4a5967;--line:#ccd6de;--accent:#12476b;--bar:#2b6a97;--pale:#8fb3cd;--warn:#8a4b00}
@media (prefers-color-scheme:dark){:root{--ground:#11181f;--card:#1a242d;--ink:#e6edf3;--soft:#a9b8c5;--line:#33424f;--accent:#8cc4ec;--bar:#5a9fd0;--pale:#3d617c;--warn:#f0b868}}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:1rem}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 "Noto Sans",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:1rem;background:var(--ground);padding:.5rem 1rem;z-index:1}
header,main,footer,nav{max-width:76rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.5rem}
.over{color:var(--soft);font-weight:600;margin:0}
h1{font-size:1.9rem;line-height:1.25;color:var(--accent);margin:.25rem 0 1.25rem;max-width:46rem;text-wrap:balance}
h2{font-size:1.3rem;color:var(--accent);margin:2.75rem 0 .75rem;padding-top:.5rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:1.5rem 0 .4rem}
a{color:var(--accent)}
p{max-width:60rem}
.sum{background:var(--card);border-left:5px solid var(--accent);padding:1.1rem 1.5rem;display:flex;flex-wrap:wrap;gap:1rem 3.5rem;align-items:end}
.sum p{margin:0}.sum .big{font-size:2.5rem;font-weight:700;color:var(--accent);line-height:1.1}
.sum dl{display:flex;flex-wrap:wrap;gap:.6rem 2.25rem;margin:0}.sum dt{color:var(--soft);font-size:.875rem}.sum dd{margin:0;font-weight:600}
nav ul{list-style:none;padding:0;margin:1.25rem 0 0;display:flex;flex-wrap:wrap;gap:.35rem 1.4rem}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr));gap:1.5rem}
.chart{margin:0;background:var(--card);padding:1rem 1.25rem}.chart figcaption{font-weight:600;margin-bottom:.6rem}
svg{width:100%;height:auto;display:block}
svg text{fill:var(--ink);font-size:15px}svg .value{font-weight:600}svg .small{font-size:13px}svg .bar{fill:var(--bar)}svg .together{fill:var(--pale)}svg .axis{stroke:var(--line)}
.note{color:var(--soft);font-size:.9rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.42rem .6rem;border-bottom:1px solid var(--line)}
thead th{background:var(--card);color:var(--accent);white-space:nowrap}
tbody th{font-weight:600}
tfoot th,tfoot td{font-weight:700;background:var(--card)}
.n{text-align:right;white-space:nowrap}
.d,td a{white-space:nowrap}
tr:target,li:target{outline:2px solid var(--accent);outline-offset:-2px}
.facts th{width:16rem;color:var(--soft);font-weight:400}
ul.findings{padding-left:1.2rem;margin:.4rem 0}ul.findings li{margin:.35rem 0}
.remedy,.soft{color:var(--soft)}
.tag{font-weight:600;color:var(--warn)}
footer{padding:2.5rem 1.5rem;color:var(--soft);font-size:.9rem}
code{font-size:.85em;overflow-wrap:anywhere}
@media print{
@page{size:A4;margin:16mm 14mm}
:root{color-scheme:light;--ground:#fff;--card:#f3f6f9;--ink:#000;--soft:#444;--line:#bbb;--accent:#12476b;--bar:#2b6a97;--pale:#8fb3cd;--warn:#8a4b00}
body{font-size:9.5pt;-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
nav,.skip{display:none}
.scroll{overflow:visible}
table{font-size:8pt}th,td{padding:1.2mm 1.5mm}
tfoot{display:table-row-group}
tr,figure,li,.short{break-inside:avoid}h2,h3{break-after:avoid}
a{text-decoration:none;color:inherit}
}
`
