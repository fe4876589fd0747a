import * as z from "zod";
import { jsonObjectSchema } from "#lib/contract/json.ts";

/** What a concept's file says of itself: its colours and, where shapes made it, the design. */
const noteSchema = z.object({
  concept: z.object({ colors: z.array(z.string()), design: jsonObjectSchema.nullable() }),
});
export type ConceptNote = z.output<typeof noteSchema>["concept"];

/** ASCII alone, as EXIF wants it. */
export function writeNote(note: ConceptNote): string {
  return JSON.stringify({ concept: note }).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Null for what no hub wrote. */
export function parseNote(text: string | null): ConceptNote | null {
  if (text === null) return null;
  // A longer file may carry more after the JSON; its last brace may be another's.
  for (let end = text.lastIndexOf("}"); end > 0; end = text.lastIndexOf("}", end - 1)) {
    try {
      return noteSchema.parse(JSON.parse(text.slice(0, end + 1))).concept;
    } catch {
      // Shorter, until it fits.
    }
  }
  return null;
}

/** The design that an SVG's metadata carry. */
export function designIn(svg: string | null): ConceptNote["design"] {
  const json = /<metadata>([\s\S]*?)<\/metadata>/.exec(svg ?? "")?.[1];
  if (!json) return null;
  const parsed = z.object({ design: jsonObjectSchema }).safeParse(JSON.parse(json));
  return parsed.success ? parsed.data.design : null;
}
