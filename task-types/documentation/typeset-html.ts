import { renderMarkdown } from "#lib/markdown/render-markdown.ts";
import { directionOf, fixedWords } from "#task-types/text/fixed-words.ts";
import { languageCode } from "#task-types/text/language.ts";

const style = `
:root{color-scheme:light dark;--ink:#1c1f23;--soft:#5b6470;--line:#d9dee4;--page:#fff;--tint:#f4f6f8;--link:#0b57a4}
@media(prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#a3adb8;--line:#39414a;--page:#14171a;--tint:#1d2226;--link:#8bbcf5}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:16px/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main,header,nav{max-width:46rem;margin:0 auto;padding:0 1.25rem}header{padding-top:3rem}h1{font-size:2.1rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.45rem;margin:2.4rem 0 .6rem;border-top:1px solid var(--line);padding-top:1.4rem}h3{font-size:1.15rem;margin:1.8rem 0 .4rem}
nav{border-inline-start:3px solid var(--line);margin-bottom:1.5rem}nav ol{list-style:none;padding-inline-start:1rem;margin:.2rem 0}nav li{margin:.2rem 0}nav h2{border:0;padding:0;margin:0;font-size:1rem;color:var(--soft)}
a{color:var(--link)}pre{background:var(--tint);padding:1rem;overflow:auto;border-radius:6px}code{font:.92em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
table{border-collapse:collapse;width:100%;display:block;overflow-x:auto}th,td{border:1px solid var(--line);padding:.4rem .6rem;text-align:start;vertical-align:top}th{background:var(--tint)}
blockquote{margin:1rem 0;padding:.1rem 1rem;border-inline-start:3px solid var(--line);color:var(--soft)}main{padding-bottom:4rem}
@media print{nav a::after{content:""}body{font-size:11pt}}
`;

/** One HTML file that needs nothing else: contents that link to their sections, for screens light and dark and for paper. */
export function typesetHtml(markdown: string, title: string, language: string): string {
  const words = fixedWords(language);
  const body = renderMarkdown(markdown, { resolveFile: () => null, title }).replace(
    /(<h2 class="sr-only"[^>]*>)Footnotes</,
    `$1${words.footnotes}<`,
  );
  const code = languageCode(language);
  const lang = code === "und" ? "" : ` lang="${code}" dir="${directionOf(language)}"`;
  const contents = contentsOf(body);
  const nav = contents ? `<nav aria-label="${words.contents}"><h2>${words.contents}</h2>${contents}</nav>` : "";
  return `<!DOCTYPE html>
<html${lang}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escapeHtml(title)}</h1></header>
${nav}
<main>
${body}
</main>
</body>
</html>
`;
}

/** Nested lists of links, as the headings are nested. */
function contentsOf(body: string): string {
  const found = [...body.matchAll(/<h([2-4]) id="([^"]+)">([\s\S]*?)<\/h\1>/g)];
  if (found.length < 2) return "";
  let html = "<ol>";
  let level = 2;
  for (const [index, [, depth, id, inner = ""]] of found.entries()) {
    const next = Number(depth);
    if (next > level) html += "<ol>".repeat(next - level);
    else if (index > 0) html += `</li>${"</ol></li>".repeat(level - next)}`;
    html += `<li><a href="#${id}">${inner.replace(/<[^>]+>/g, "")}</a>`;
    level = next;
  }
  return `${html}</li>${"</ol></li>".repeat(level - 2)}</ol>`;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
