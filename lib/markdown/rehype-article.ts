import type { Element, ElementContent, Root, RootContent } from "hast";

type Parent = Root | Element;
type Child = RootContent | ElementContent;

export type ArticleOptions = {
  /** The address of a stored file; null when it must not be shown. */
  resolveFile: (artifactId: string) => string | null;
  /** The page's own headline: a first heading that repeats it is left out. */
  title?: string;
};

const artifact = /^artifact:([0-9a-f-]{36})$/;

/**
 * Before sanitising: files get addresses, and every other picture is reduced to its description, for its server would
 * learn who reads. The page has its headline, so headings begin at the second level.
 */
export function rehypeArticle({ resolveFile, title }: ArticleOptions) {
  return (tree: Root): void => {
    const first = tree.children.find((node) => node.type === "element");
    if (first?.type === "element" && first.tagName === "h1" && title && sameWords(textOf(first), title)) {
      tree.children.splice(tree.children.indexOf(first), 1);
    }
    rewrite(tree, (node) => {
      if (node.tagName === "h1") return { ...node, tagName: "h2" };
      if (node.tagName === "img") return resolvedImage(node, resolveFile);
      if (node.tagName === "a") return resolvedLink(node, resolveFile);
      return node;
    });
  };
}

function resolvedImage(node: Element, resolveFile: ArticleOptions["resolveFile"]): Element | ElementContent[] {
  const id = artifact.exec(String(node.properties.src ?? ""))?.[1];
  const src = id ? resolveFile(id) : null;
  if (src) return { ...node, properties: { ...node.properties, src } };
  const alt = String(node.properties.alt ?? "");
  return alt ? [{ type: "text", value: alt }] : [];
}

function resolvedLink(node: Element, resolveFile: ArticleOptions["resolveFile"]): Element | ElementContent[] {
  const id = artifact.exec(String(node.properties.href ?? ""))?.[1];
  if (!id) return node;
  const href = resolveFile(id);
  return href ? { ...node, properties: { ...node.properties, href } } : node.children;
}

/** After sanitising: pictures load when they come into sight, and links that lead away pass nothing on. */
export function rehypeHarden() {
  return (tree: Root): void =>
    rewrite(tree, (node): Element | ElementContent[] => {
      if (node.tagName === "img")
        return { ...node, properties: { ...node.properties, loading: "lazy", decoding: "async" } };
      if (node.tagName === "td" || node.tagName === "th") return aligned(node);
      if (node.tagName !== "a") return node;
      const { href } = node.properties;
      // Without an address it was one that sanitising took away.
      if (typeof href !== "string") return node.children;
      if (href.startsWith("#")) return node;
      return { ...node, properties: { ...node.properties, rel: ["nofollow", "noopener", "noreferrer"] } };
    });
}

/** By a style: the attribute is obsolete, and yields to any style sheet. */
function aligned(node: Element): Element {
  const { align, ...properties } = node.properties;
  return align ? { ...node, properties: { ...properties, style: `text-align: ${align}` } } : node;
}

/** Makes [1] in the text a link to the first source, where there is one of that number. */
export function rehypeCitations({ numbers, href }: { numbers: ReadonlySet<number>; href: (number: number) => string }) {
  const linked = (text: string): ElementContent[] =>
    text.split(/(\[\d{1,3}\])/).flatMap((part): ElementContent[] => {
      const number = Number(/^\[(\d+)\]$/.exec(part)?.[1] ?? Number.NaN);
      if (!numbers.has(number)) return part ? [{ type: "text", value: part }] : [];
      const link: Element = {
        type: "element",
        tagName: "a",
        properties: { href: href(number), ariaLabel: `Source ${number}` },
        children: [{ type: "text", value: `[${number}]` }],
      };
      return [{ type: "element", tagName: "sup", properties: {}, children: [link] }];
    });
  const visit = (parent: Parent): void => {
    parent.children = (parent.children as ElementContent[]).flatMap((node): ElementContent[] => {
      if (node.type === "text") return linked(node.value);
      if (node.type === "element" && !["a", "code", "pre"].includes(node.tagName)) visit(node);
      return [node];
    });
  };
  return (tree: Root): void => visit(tree);
}

/** Has each block of the text say where it stands, so that it can be edited by itself. @param from where the text begins */
export function rehypeBlockPlaces(from: number) {
  return (tree: Root): void => {
    for (const node of tree.children) {
      const { start, end } = node.position ?? {};
      if (node.type !== "element" || start?.offset === undefined || end?.offset === undefined) continue;
      node.properties = { ...node.properties, dataFrom: from + start.offset, dataTo: from + end.offset };
    }
  };
}

/** Replaces elements, children first, by what `change` makes of them. */
function rewrite(parent: Parent, change: (node: Element) => Element | ElementContent[]): void {
  // A root holds what an element holds, but for the doctype, which Markdown does not make.
  parent.children = (parent.children as ElementContent[]).flatMap((node): ElementContent[] => {
    if (node.type !== "element") return [node];
    rewrite(node, change);
    return [change(node)].flat();
  });
}

function textOf(node: Child): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

function sameWords(a: string, b: string): boolean {
  const words = (text: string) => text.toLowerCase().replace(/\s+/g, " ").trim();
  return words(a) === words(b);
}
