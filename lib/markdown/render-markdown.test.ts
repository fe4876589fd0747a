import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "#lib/markdown/render-markdown.ts";

const id = "018f4f4e-7c0a-7c3a-9b0a-0123456789ab";
const render = (markdown: string, options: Partial<Parameters<typeof renderMarkdown>[1]> = {}) =>
  renderMarkdown(markdown, {
    resolveFile: (artifactId) => (artifactId === id ? `/files/${artifactId}` : null),
    ...options,
  });

const allowed = [
  "p",
  "a",
  "h2",
  "code",
  "pre",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "sup",
  "section",
  "ol",
  "li",
];

describe("what generated Markdown cannot do", () => {
  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe src='https://evil.example'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](\u0001javascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox(1))",
    "[x](file:///etc/passwd)",
    "[x](blob:https://hub.example/1)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    '[x](https://a.example "\\" onmouseover=alert(1) \\"")',
    '![x](https://a.example/"onerror="alert(1))',
    "[x]: javascript:alert(1)\n\n[x]",
    "```html\n<script>alert(1)</script>\n```",
    "`<script>alert(1)</script>`",
    "# <img src=x onerror=alert(1)>",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "<style>body{display:none}</style>",
    "<form action='https://evil.example'><input name=password></form>",
    "<math><mtext></table><mglyph><style><img src=x onerror=alert(1)>",
  ])("%s", (markdown) => {
    // Read as a browser reads it, so that quoted text does not count as markup and broken markup does.
    const $ = load(render(markdown));
    const found = $("body *")
      .toArray()
      .map((node) => ({ name: node.name, attributes: node.attribs }));
    for (const { name, attributes } of found) {
      expect(allowed).toContain(name);
      expect(
        Object.keys(attributes).filter((attribute) => /^(on|style|srcset|action|formaction)/i.test(attribute)),
      ).toEqual([]);
      expect(attributes.href ?? "#").toMatch(/^(https?:\/\/|mailto:|#)/);
    }
  });

  it("shows no picture from elsewhere, only what it is called", () => {
    expect(render("![A tide](https://evil.example/x.png)")).toBe("<p>A tide</p>");
    expect(render("![A tide](//evil.example/x.png)")).toBe("<p>A tide</p>");
    expect(render("![A tide](/api/session)")).toBe("<p>A tide</p>");
    expect(render("![A tide][t]\n\n[t]: https://evil.example/x.png")).toBe("<p>A tide</p>");
  });

  it("gives headings ids that shadow nothing of the page", () => {
    expect(render("## location\n\n## Cookie")).toContain('id="section-location"');
  });

  it("survives very deep and very long text", () => {
    expect(() => render(`${"> ".repeat(500)}deep`)).not.toThrow();
    expect(() => render("[".repeat(20_000))).not.toThrow();
  });
});

describe("what it can", () => {
  it("shows the hub's own files", () => {
    expect(render(`![A tide](artifact:${id})`)).toBe(
      `<p><img src="/files/${id}" alt="A tide" loading="lazy" decoding="async"></p>`,
    );
    expect(render(`[data](artifact:${id})`)).toContain(`<a href="/files/${id}"`);
    expect(render("[data](artifact:018f4f4e-7c0a-7c3a-9b0a-000000000000)")).toBe("<p>data</p>");
  });

  it("links away without passing anything on", () => {
    expect(render("[a](https://a.example/)")).toBe(
      '<p><a href="https://a.example/" rel="nofollow noopener noreferrer">a</a></p>',
    );
  });

  it("begins at the second level, without the headline that the page has", () => {
    expect(render("# How  Tides work\n\nText\n\n# More", { title: "How tides work" })).toBe(
      '\n<p>Text</p>\n<h2 id="section-more">More</h2>',
    );
  });

  it("links citations to sources that there are, and leaves code alone", () => {
    const html = render("Twice a day [1][2], not [9]. `a[1]`", { citations: [1, 2] });
    expect(html).toBe(
      '<p>Twice a day <sup><a href="#source-1" aria-label="Source 1">[1]</a></sup>' +
        '<sup><a href="#source-2" aria-label="Source 2">[2]</a></sup>, not [9]. <code>a[1]</code></p>',
    );
  });

  it("speaks GitHub's extensions", () => {
    const html = render("| a |\n|:-:|\n| b |\n\n- [x] done\n\n~~gone~~ text[^n]\n\n[^n]: note\n\n```js\nx\n```");
    expect(html).toContain('<th style="text-align: center">a</th>');
    expect(html).toContain('<input type="checkbox" checked disabled>');
    expect(html).toContain("<del>gone</del>");
    expect(html).toContain('href="#user-content-fn-n"');
    expect(html).toContain('<li id="user-content-fn-n">');
    expect(html).toContain('class="language-js"');
  });
});
