import type * as z from "zod";
import { validationError } from "#lib/errors.ts";
import type { Retypeset } from "#task-types/retypeset.ts";
import { sourceChanged } from "#task-types/source-changed.ts";
import type { documentation } from "./schema.ts";
import { typesetDocument } from "./typeset-document.ts";

type Result = z.output<typeof documentation.result>;

const derived = ["document_url", "format", "contents", "pages", "word_count"] as const;

/** A new file for an edited text. The file of the revision before stays with that revision. */
export const retypesetDocument: Retypeset<z.output<typeof documentation.request>, Result> = async (edit, tools) => {
  const { request, language, before, after } = edit;
  const fields = ({ content, result }: typeof after) => ({ ...result, content });
  if (!sourceChanged(fields(before), fields(after), { sources: ["content"], derived }, "result")) return after;
  if (!after.content?.trim())
    throw validationError([{ path: "content", message: "must not be empty: the document is made from it" }]);
  const { format } = before.result;
  const typeset = await typesetDocument(after.content, { title: request.title, format }, language, tools);
  return { content: after.content, result: { ...after.result, format, ...typeset } };
};
