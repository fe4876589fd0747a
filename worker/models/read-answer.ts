import * as z from "zod";

export type Answer<Output> = { ok: true; output: Output } | { ok: false; reason: string };

/**
 * Reads a model's JSON with the tolerance that models need: code fences and words around the object are ignored.
 * What does not fit the schema is a reason, worded for the model that is asked again.
 */
export function readAnswer<Output>(text: string, schema: z.ZodType<Output>, cutOff: boolean): Answer<Output> {
  const json = parseJson(text);
  if (json === undefined) {
    const reason = cutOff
      ? `it was cut off after ${text.length} characters, before the JSON was complete; answer more briefly`
      : "it is not valid JSON";
    return { ok: false, reason };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, output: parsed.data };
  return { ok: false, reason: `it does not fit the JSON Schema: ${z.prettifyError(parsed.error).slice(0, 1500)}` };
}

function parseJson(text: string): unknown {
  const inner = /```(?:json)?\s*([\s\S]*?)```/.exec(text)?.[1];
  const braces = text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1);
  for (const candidate of [text, inner, braces]) {
    if (!candidate?.trim()) continue;
    try {
      return JSON.parse(candidate);
    } catch {
      // The next reading may be the right one.
    }
  }
  return undefined;
}
