import type * as z from "zod";
import type { Typesetting } from "#task-types/retypeset.ts";
import { languageCode } from "#task-types/text/language.ts";
import { proseOf } from "#task-types/text/markdown.ts";
import { countWords } from "#task-types/text/words.ts";
import { headingsOf } from "./headings.ts";
import type { documentation } from "./schema.ts";
import { typesetHtml } from "./typeset-html.ts";
import { typesetPdf, unwritable } from "./typeset-pdf.ts";

type Typeset = Pick<z.output<typeof documentation.result>, "document_url" | "contents" | "pages" | "word_count">;

/** The document as a file in the format that was asked for, and what can be said of it. */
export async function typesetDocument(
  content: string,
  { title, format }: Pick<z.output<typeof documentation.request>, "title" | "format">,
  language: string,
  tools: Typesetting,
): Promise<Typeset> {
  const keep = (extension: string, contentType: string, bytes: Uint8Array) =>
    tools.storeArtifact({ name: `${fileName(title)}.${extension}`, role: "document", contentType, bytes });
  const word_count = countWords(proseOf(content).join(" "));
  if (format === "pdf") {
    const strange = unwritable(`${title}${content}`);
    if (strange.length > 0)
      tools.degrade(`The PDF's typeface cannot write ${strange.slice(0, 10).join(" ")}; Markdown and HTML can.`);
    const { bytes, pages, contents } = await typesetPdf(content, title, languageCode(language));
    return { document_url: await keep("pdf", "application/pdf", bytes), pages, contents, word_count };
  }
  const isHtml = format === "html";
  const text = isHtml ? typesetHtml(content, title, language) : `# ${title}\n\n${content}\n`;
  const bytes = new TextEncoder().encode(text);
  const document_url = await keep(isHtml ? "html" : "md", isHtml ? "text/html" : "text/markdown", bytes);
  return { document_url, pages: null, contents: headingsOf(content), word_count };
}

function fileName(title: string): string {
  return (
    title
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 80)
      .toLowerCase() || "document"
  );
}
