const escapes: Record<string, string> = { n: "\n", t: "\t", r: "", b: "", f: "" };

/**
 * The strings of an answer that is still being written, in order; of JSON its values without the names of its fields,
 * of anything else the text itself.
 */
export function readPartial(answer: string): string[] {
  const start = answer.search(/[{[]/);
  const lead = answer.slice(0, Math.max(start, 0)).trim();
  // Words before the object are the model's own; fences are none.
  if (start < 0 || (lead !== "" && !/^```(json)?$/.test(lead))) return answer.trim() ? [answer] : [];
  const values: string[] = [];
  for (const [, inside = "", rest = ""] of answer.matchAll(/"([^"\\]*(?:\\.[^"\\]*)*)(?:\\?$|"(\s*:)?)/gs)) {
    if (!rest && inside) values.push(decode(inside));
  }
  return values;
}

function decode(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([^u])|u[0-9a-fA-F]{0,3}$)/gs, (_, code?: string, letter?: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : letter ? (escapes[letter] ?? letter) : "",
  );
}
