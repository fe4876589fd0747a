import * as z from "zod";
import { jsonSchema } from "./json.ts";

const part = z.object({ op: z.enum(["same", "added", "removed"]), text: z.string() });

/** Two revisions compared: the text word by word, the result field by field. */
export const revisionDiffSchema = z
  .object({
    from: z.int(),
    to: z.int(),
    content: z.array(part),
    words_added: z.int(),
    words_removed: z.int(),
    result: z.array(z.object({ path: z.string(), before: jsonSchema, after: jsonSchema })),
  })
  .meta({ id: "RevisionDiff" });

export type RevisionDiff = z.output<typeof revisionDiffSchema>;
