import type { Processor } from "unified";

/** Quotations and lists within one another, and columns that a list's mark may stand in. */
const mostLevels = 50;
const mostColumns = 100;

/**
 * Before parsing: takes the nesting out of lines that nobody wrote for a reader. A few kilobytes of `> > >` nest deeper than
 * any reader of trees has stack, and lists that go in further with every line take seconds. The text keeps its length, so
 * that places in it hold.
 */
export function remarkShallow(this: Processor): void {
  const { parser } = this;
  if (parser) this.parser = (document, file) => parser(shallow(document), file);
}

/** The text with marks of quotations and lists beyond the deepest level replaced by as many dots. */
export function shallow(markdown: string): string {
  return markdown.split("\n").map(shallowLine).join("\n");
}

function shallowLine(line: string): string {
  let at = 0;
  let levels = 0;
  let cut = -1;
  for (;;) {
    const start = at;
    while (line[at] === " " || line[at] === "\t") at++;
    const length = markLength(line, at);
    if (length === 0) {
      at = start;
      break;
    }
    levels += 1;
    if (cut < 0 && (levels > mostLevels || at > mostColumns + 2 * levels)) cut = start;
    at += length;
  }
  return cut < 0 ? line : line.slice(0, cut) + ".".repeat(at - cut) + line.slice(at);
}

/** Characters of the mark of a quotation or a list item that stands here; 0 for none. */
function markLength(line: string, at: number): number {
  const first = line[at];
  if (first === ">") return 1;
  let end = at;
  if (first === "-" || first === "*" || first === "+") end += 1;
  else {
    while (end - at < 9 && isDigit(line[end])) end++;
    if (end === at || (line[end] !== "." && line[end] !== ")")) return 0;
    end += 1;
  }
  return line[end] === " " || line[end] === "\t" ? end - at : 0;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9";
}
