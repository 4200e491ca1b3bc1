/** The look of the reference page: no font, picture or script is loaded. */
export const referenceStyle = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1c2024;--soft:#545b64;--line:#dfe3e8;--wash:#f5f7f9;--accent:#0b57a8;
--get:#0a6b3c;--post:#0b57a8;--patch:#8a4b00;--put:#8a4b00;--delete:#b3261e;--mono:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
@media(prefers-color-scheme:dark){:root{--paper:#14171a;--ink:#e7eaee;--soft:#a5adb7;--line:#30363d;--wash:#1c2126;--accent:#7cb8ff;
--get:#66d19e;--post:#7cb8ff;--patch:#f0b66b;--put:#f0b66b;--delete:#ff9a92}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
code,pre{font-family:var(--mono);font-size:.875em}
.skip{position:absolute;left:-100vw}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
.page{display:grid;grid-template-columns:20rem minmax(0,1fr);max-width:78rem;margin:0 auto}
nav{position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:1.5rem 1rem 2rem 1.5rem;border-right:1px solid var(--line);font-size:.875rem}
nav ul{list-style:none;margin:0;padding:0}nav>ul>li{margin-bottom:1rem}nav>ul>li>a{font-weight:600;color:var(--ink)}
nav a{display:block;padding:.2rem 0;text-decoration:none;color:var(--soft)}nav ul ul a{display:grid;grid-template-columns:3.5rem minmax(0,1fr);align-items:baseline}nav .method{margin:0}nav a:hover{color:var(--accent);text-decoration:underline}
main{padding:1.5rem 2rem 5rem;min-width:0}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.5rem;line-height:1.25;margin:4rem 0 .25rem;padding-top:1rem;border-top:1px solid var(--line)}
h3{font-size:1.0625rem;line-height:1.4;margin:0}h4{font-size:.8125rem;margin:1.25rem 0 .25rem;color:var(--soft);font-weight:600}
p{margin:.5rem 0;max-width:46rem}.soft{color:var(--soft)}
.operation{margin:1.5rem 0;padding:1.25rem;border:1px solid var(--line);border-radius:.75rem}
.operation h3 a{color:inherit;text-decoration:none}.operation h3 a:hover{text-decoration:underline}.operation h3 code{font-size:1em;font-weight:600}
.method{font:600 .75rem/1 var(--mono);margin-right:.5rem}
.get{color:var(--get)}.post{color:var(--post)}.patch{color:var(--patch)}.put{color:var(--put)}.delete{color:var(--delete)}
pre{background:var(--wash);border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem;margin:.5rem 0;white-space:pre-wrap}
p code,.words code{background:var(--wash);border-radius:.25rem;padding:.1em .3em}
.members{list-style:none;margin:0;padding:0}.members .members{margin:.25rem 0 .25rem .25rem;padding-left:1rem;border-left:2px solid var(--line)}
.members li{padding:.3rem 0}.name{font-weight:600}.facts{color:var(--soft);font-size:.8125rem}.words{display:block;font-size:.875rem;max-width:46rem}
.variant{margin:.5rem 0 0;font-size:.8125rem;color:var(--soft)}
.codes a{color:inherit;text-decoration:none}.codes a:hover{text-decoration:underline}.codes li{padding:.15rem 0}
dl{margin:1rem 0}dt{margin-top:.75rem;font-weight:600}dd{margin:0;max-width:46rem}
dt:target,.operation:target{background:var(--wash)}
@media(max-width:56rem){.page{display:block}nav{position:static;max-height:none;border-right:0;border-bottom:1px solid var(--line);padding:1rem}
nav>ul{columns:2}nav>ul>li{margin:0}nav>ul>li>a{padding:.35rem 0}nav ul ul{display:none}main{padding:1.25rem 1rem 4rem}.operation{padding:1rem}h1{font-size:1.625rem}}
@media print{nav{display:none}.page{display:block}.operation{break-inside:avoid}}
`;
