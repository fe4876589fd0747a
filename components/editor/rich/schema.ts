import { Extension, getSchema, type JSONContent, Mark, mergeAttributes, Node } from "@tiptap/core";
import Code from "@tiptap/extension-code";
import Image from "@tiptap/extension-image";
import Paragraph from "@tiptap/extension-paragraph";
import { Node as ProseNode } from "@tiptap/pm/model";
import StarterKit from "@tiptap/starter-kit";
import { footnoteExtensions } from "./footnote-nodes.ts";
import { HeldPlaces } from "./held-places.ts";
import { tableExtensions } from "./tables.ts";
import { TaskItems } from "./task-items.ts";

/** Line breaks of the source stay in the text, where the browser would fold them. */
const KeptParagraph = Paragraph.extend({ whitespace: "pre" });

/** Code may be bold and linked too. */
const KeptCode = Code.extend({ excludes: "" });

const Link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: "" }, title: { default: null } }),
  parseHTML: () => [{ tag: "a[href]" }],
  // An address that runs something is shown by its words alone.
  renderHTML: ({ HTMLAttributes: { href, title } }) => [
    "a",
    /^\s*(https?:|mailto:|#|\/)/i.test(href) ? { href, title, rel: "noreferrer nofollow" } : { title },
    0,
  ],
});

/** A block that has no rich form, such as HTML: its source, as such. */
const SourceBlock = Node.create({
  name: "sourceBlock",
  group: "block",
  content: "text*",
  marks: "",
  code: true,
  defining: true,
  addAttributes: () => ({ kind: { default: "html" } }),
  parseHTML: () => [{ tag: "pre[data-source]", preserveWhitespace: "full" }],
  renderHTML: ({ node, HTMLAttributes }) => [
    "pre",
    mergeAttributes(HTMLAttributes, { "data-source": sourceLabels[node.attrs.kind] ?? "Markdown" }),
    ["code", 0],
  ],
});

const sourceLabels: Record<string, string> = {
  footnoteDefinition: "Footnote",
  definition: "Address of a link",
  html: "HTML",
};

/** A link by reference, or HTML in a line, by its source. */
const SourceInline = Node.create({
  name: "sourceInline",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ raw: { default: "" } }),
  parseHTML: () => [{ tag: "code[data-raw]", getAttrs: (element) => ({ raw: element.getAttribute("data-raw") }) }],
  renderHTML: ({ node }) => ["code", { "data-raw": node.attrs.raw }, node.attrs.raw],
});

const keptAttributes = Extension.create({
  name: "keptAttributes",
  addGlobalAttributes: () => [
    { types: ["bulletList", "orderedList", "listItem"], attributes: { spread: { default: false, rendered: false } } },
    {
      types: ["listItem"],
      attributes: {
        checked: {
          default: null,
          parseHTML: () => null,
          renderHTML: ({ checked }) => (checked === null ? {} : { "data-checked": String(checked) }),
        },
      },
    },
    {
      types: [
        ...["paragraph", "heading", "horizontalRule", "codeBlock", "blockquote"],
        ...["bulletList", "orderedList", "table", "sourceBlock", "footnote"],
      ],
      attributes: { origin: { default: null, rendered: false, keepOnSplit: false } },
    },
    { types: ["codeBlock"], attributes: { meta: { default: null, rendered: false } } },
  ],
});

/** All of GitHub's Markdown: by its look where it has one, by its source where it has none. */
export const richExtensions = [
  StarterKit.configure({
    ...{ document: false, paragraph: false, code: false, link: false },
    ...{ underline: false, trailingNode: false },
  }),
  KeptParagraph,
  KeptCode,
  Link,
  Image.configure({ inline: true }),
  SourceBlock,
  SourceInline,
  keptAttributes,
  ...footnoteExtensions,
  ...tableExtensions,
  TaskItems,
  HeldPlaces,
];

export const richSchema = getSchema(richExtensions);

/** As the editor would hold it: attributes complete, neighbouring texts joined. @throws RangeError when it cannot */
export function normalised(block: JSONContent): JSONContent {
  const node = ProseNode.fromJSON(richSchema, block);
  node.check();
  return node.toJSON();
}
