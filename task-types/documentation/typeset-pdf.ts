import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
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

/** A PDF on A4 with a title, contents with page numbers, bookmarks, and a page number at the foot of each page. */
export async function typesetPdf(markdown: string, title: string, language: string): Promise<Pdf> {
  prepare();
  const contents = headingsOf(markdown);
  const pageOf = new Map<string, number>();
  let pages = 0;
  const content = pdfContent(markdown);
  const hasContents = contents.length > 1;
  const definition: TDocumentDefinitions = {
    ...{ pageSize: "A4", pageMargins: [72, 72, 72, 72], language },
    info: { title, creator: "Oversight Hub" },
    defaultStyle: { font: "Roboto", fontSize: 10.5 },
    content: [
      { text: title, fontSize: 26, bold: true, margin: [0, hasContents ? 120 : 0, 0, 24] },
      ...(hasContents
        ? [
            {
              toc: {
                title: {
                  text: "Contents",
                  fontSize: 14,
                  bold: true,
                  margin: [0, 0, 0, 8] as [number, number, number, number],
                },
              },
            },
          ]
        : []),
      ...(hasContents ? [{ text: "", pageBreak: "after" as const }] : []),
      ...content,
    ],
    footer: (page, count) => {
      pages = count;
      return { text: `${page} / ${count}`, alignment: "center", fontSize: 9, color: "#5b6470", margin: [0, 24, 0, 0] };
    },
    // Asked for every node once it has its place; a heading stays with what it heads.
    pageBreakBefore: (node, functions) => {
      if (typeof node.id === "string") pageOf.set(node.id, node.startPosition.pageNumber);
      return node.headlineLevel !== undefined && functions.getFollowingNodesOnPage().length === 0;
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
