import type { Options } from "rehype-sanitize";

/**
 * What generated Markdown may become, and nothing else: no styles, no scripts, no frames, no forms but the boxes of task
 * lists, no names that could shadow the page's own. Ids are those that GitHub's footnotes need, prefixed already.
 */
export const sanitizeSchema: Options = {
  strip: ["script", "style"],
  clobber: [],
  tagNames: [
    ...["p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br", "blockquote", "section"],
    ...["ul", "ol", "li", "input", "table", "thead", "tbody", "tr", "th", "td", "pre"],
    ...["a", "strong", "em", "del", "sup", "code", "img"],
  ],
  ancestors: {
    li: ["ol", "ul"],
    thead: ["table"],
    tbody: ["table"],
    tr: ["table"],
    th: ["table"],
    td: ["table"],
  },
  attributes: {
    a: [
      "href",
      "title",
      "dataFootnoteRef",
      "dataFootnoteBackref",
      "ariaLabel",
      ["ariaDescribedBy", "footnote-label"],
      ["id", /^user-content-fnref-/],
    ],
    code: [["className", /^language-[\w-]{1,40}$/]],
    h2: [
      ["className", "sr-only"],
      ["id", "footnote-label"],
    ],
    img: ["src", "alt", "title"],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    li: [["id", /^user-content-fn-/]],
    ol: ["start"],
    section: ["dataFootnotes"],
    td: [["align", "left", "center", "right"]],
    th: [["align", "left", "center", "right"]],
  },
  required: { input: { type: "checkbox", disabled: true } },
  protocols: { href: ["http", "https", "mailto"], src: ["http", "https"] },
};
