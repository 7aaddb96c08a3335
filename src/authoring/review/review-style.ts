/** For a screen and for paper: a rule is not parted from its heading, a case stays whole. */
export const REVIEW_STYLE = `
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.25rem;margin:2rem 0 .3rem}h3{font-size:1rem;margin:1.1rem 0 .2rem}
h4{font-size:1rem;margin:0}p{margin:.35rem 0}ul{margin:.3rem 0;padding-left:1.3rem}
code{font-size:.8rem;color:#4a4a4a;overflow-wrap:anywhere}small,.quiet{color:#4a4a4a;font-size:.85rem}
blockquote{margin:.4rem 0;padding:.1rem 1rem;border-left:4px solid #777}
.rule{border-top:2px solid #1a1a1a;margin-top:2rem}
.case{border:1px solid #999;border-radius:4px;padding:.6rem .9rem;margin:.6rem 0}
dl{display:grid;grid-template-columns:minmax(0,3fr) minmax(0,2fr);gap:.15rem .8rem;margin:.3rem 0}dd{margin:0;font-weight:600}
.boxes{white-space:pre-wrap;font-size:1.05rem}.room{border:1px solid #777;height:6rem;margin:.2rem 0 1rem}
@page{margin:18mm}
@media print{body{font-size:10.5pt;max-width:none;margin:0;padding:0}.rule{break-before:page}.case,.room,dl,blockquote{break-inside:avoid}h2,h3,h4{break-after:avoid}}
`
