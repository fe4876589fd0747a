import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import { fixedWords } from "#task-types/text/fixed-words.ts";
import { countWords } from "#task-types/text/words.ts";
import { type Heading, headingsOf } from "./headings.ts";
import { pdfContent } from "./pdf-content.ts";

export type Pdf = { bytes: Uint8Array; pages: number; contents: Heading[] };

/** Marks that the bundled typeface cannot write; each once. */
export function unwritable(text: string): string[] {
  const strange = text.match(
    /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}/gu,
  );
  return [...new Set(strange ?? [])].filter((mark) => !/[©®™\d#*]/.test(mark));
}

/** What stands on every page is nothing that a heading heads. */
const running = { id: "running", fontSize: 9, color: "#5b6470" };
const endOfContents: [number, number, number, number] = [0, 0, 0, 8];
const wordsOfLong = 900;

function isLast(following: readonly { id?: string }[]): boolean {
  return following.every(({ id }) => id === running.id);
}

/** A PDF on A4 with a title, contents with page numbers, bookmarks, and a page number at the foot of each page. */
export async function typesetPdf(markdown: string, title: string, language: string): Promise<Pdf> {
  prepare();
  const contents = headingsOf(markdown);
  const pageOf = new Map<string, number>();
  let pages = 0;
  const content = pdfContent(markdown);
  const hasContents = contents.length > 1;
  // A few pages begin below their contents; a book has a page for its title.
  const isLong = countWords(markdown) > wordsOfLong;
  const words = fixedWords(language);
  const definition: TDocumentDefinitions = {
    ...{ pageSize: "A4", pageMargins: [72, 72, 72, 72], language },
    info: { title, creator: "Oversight Hub" },
    defaultStyle: { font: "Roboto", fontSize: 10.5 },
    content: [
      { text: title, fontSize: 26, bold: true, margin: [0, hasContents && isLong ? 120 : 0, 0, 24] },
      ...(hasContents
        ? [
            {
              toc: {
                title: {
                  text: words.contents,
                  fontSize: 14,
                  bold: true,
                  margin: [0, 0, 0, 8] as [number, number, number, number],
                },
              },
            },
          ]
        : []),
      ...(hasContents
        ? [isLong ? { text: "", pageBreak: "after" as const } : { text: "", margin: endOfContents }]
        : []),
      ...content,
    ],
    header: (page) => (page === 1 ? null : { ...running, text: title, alignment: "right", margin: [72, 36, 72, 0] }),
    footer: (page, count) => {
      pages = count;
      return { ...running, text: `${page} / ${count}`, alignment: "center", margin: [0, 24, 0, 0] };
    },
    // Asked for every node once it has its place; a heading stays with what it heads.
    pageBreakBefore: (node, functions) => {
      if (typeof node.id === "string") pageOf.set(node.id, node.startPosition.pageNumber);
      return node.headlineLevel !== undefined && isLast(functions.getFollowingNodesOnPage());
    },
  };
  const bytes = await pdfmake.createPdf(definition).getBuffer();
  const placed = contents.map((entry, index) => ({ ...entry, page: pageOf.get(`heading-${index}`) ?? null }));
  return { bytes: new Uint8Array(bytes), pages, contents: placed };
}

const courier = ["Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique"];

/** A document never makes this process fetch or read anything but its own typeface. */
function prepare(): void {
  const folder = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "fonts", "Roboto");
  const font = (file: string) => join(folder, `Roboto-${file}.ttf`);
  pdfmake.setFonts({
    Roboto: {
      normal: font("Regular"),
      bold: font("Medium"),
      italics: font("Italic"),
      bolditalics: font("MediumItalic"),
    },
    // Every reader of PDF has it: it is named, not embedded.
    Courier: { normal: courier[0], bold: courier[1], italics: courier[2], bolditalics: courier[3] },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder) || courier.includes(path));
}
