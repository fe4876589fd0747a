import type { JsonObject } from "#lib/contract/json.ts";

export const codeLanguages = ["curl", "TypeScript", "Python"] as const;
export type CodeLanguage = (typeof codeLanguages)[number];

/** The same request as a program would send it. The key stands in the environment, never in the text. */
export function requestCode(language: CodeLanguage, origin: string, request: JsonObject): string {
  const json = JSON.stringify(request, null, 2);
  if (language === "curl") {
    return `curl -X POST ${origin}/api/tasks \\
  -H "X-API-Key: $OVERSIGHT_HUB_KEY" \\
  -H "Content-Type: application/json" \\
  -d '${json.replaceAll("'", "'\\''")}'`;
  }
  if (language === "TypeScript") {
    return `const response = await fetch("${origin}/api/tasks", {
  method: "POST",
  headers: {
    "X-API-Key": process.env.OVERSIGHT_HUB_KEY!,
    "Content-Type": "application/json",
  },
  body: JSON.stringify(${indent(json, 2)}),
});
const task = await response.json();`;
  }
  return `import os, requests

response = requests.post(
    "${origin}/api/tasks",
    headers={"X-API-Key": os.environ["OVERSIGHT_HUB_KEY"]},
    json=${indent(toPython(request, 0), 4)},
)
response.raise_for_status()
task = response.json()`;
}

function indent(text: string, spaces: number): string {
  return text.replaceAll("\n", `\n${" ".repeat(spaces)}`);
}

function toPython(value: unknown, depth: number): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value !== "object") return JSON.stringify(value);
  const pad = "    ".repeat(depth + 1);
  const end = `\n${"    ".repeat(depth)}`;
  if (Array.isArray(value)) return `[${value.map((each) => toPython(each, depth + 1)).join(", ")}]`;
  const entries = Object.entries(value).map(
    ([name, each]) => `${pad}${JSON.stringify(name)}: ${toPython(each, depth + 1)},`,
  );
  return entries.length === 0 ? "{}" : `{\n${entries.join("\n")}${end}}`;
}
