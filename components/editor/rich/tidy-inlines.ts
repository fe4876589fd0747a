import type { JSONContent } from "@tiptap/core";

const emphatic = ["bold", "italic", "strike"];

/**
 * What people type and Markdown cannot say, as the nearest that it can: no white space at the edges of a paragraph or of
 * bold and struck words, and no empty lines within.
 */
export function tidyInlines(nodes: JSONContent[]): JSONContent[] {
  const apart = nodes.flatMap((node) => (node.type === "text" && !isCode(node) ? splitSpace(node) : [node]));
  const bare = unmarkEdges(unmarkEdges(apart, 1), -1);
  return trimEdges(bare);
}

function isCode(node: JSONContent): boolean {
  return node.marks?.some(({ type }) => type === "code") ?? false;
}

function splitSpace(node: JSONContent): JSONContent[] {
  const text = (node.text ?? "").replace(/[ \t]*\n\s*/g, "\n");
  const [, before = "", core = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return [before, core, after].filter(Boolean).map((part) => ({ ...node, text: part }));
}

/** White space beside a text without the mark is outside of it too. */
function unmarkEdges(nodes: JSONContent[], step: 1 | -1): JSONContent[] {
  const walked = step === 1 ? [...nodes] : [...nodes].reverse();
  walked.forEach((node, index) => {
    if (node.type !== "text" || node.text?.trim() !== "") return;
    const beside = walked[index - 1]?.marks ?? [];
    const marks = node.marks?.filter(
      ({ type }) => !emphatic.includes(type) || beside.some((other) => other.type === type),
    );
    walked[index] = { ...node, marks };
  });
  return step === 1 ? walked : walked.reverse();
}

function trimEdges(nodes: JSONContent[]): JSONContent[] {
  const blank = (node: JSONContent | undefined) =>
    node?.type === "hardBreak" || (node?.type === "text" && !isCode(node) && node.text?.trim() === "");
  let [from, to] = [0, nodes.length];
  while (from < to && blank(nodes[from])) from += 1;
  while (to > from && blank(nodes[to - 1])) to -= 1;
  return nodes.slice(from, to);
}
