import type { Json } from "#lib/contract/json.ts";

export type TaskPicture = { url: string; alt: string };

/** The pictures that belong to a task: those that its result and its text name. */
export function taskPictures(result: Json, content: string | null): TaskPicture[] {
  const found = new Map<string, TaskPicture>();
  const add = (url: unknown, alt: unknown) => {
    if (typeof url !== "string" || !url.includes("/artifacts/")) return;
    const key = url.replace(/\?.*$/, "");
    if (!found.has(key)) found.set(key, { url, alt: typeof alt === "string" ? alt : "" });
  };
  const visit = (value: Json): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (value && typeof value === "object") {
      for (const [name, inner] of Object.entries(value)) {
        if (/(^|_)(image|poster)_url$/.test(name)) add(inner, value[name.replace("_url", "_alt")] ?? value.alt);
        visit(inner);
      }
    }
  };
  visit(result);
  for (const [, alt, url] of (content ?? "").matchAll(/!\[([^\]]*)\]\(([^)\s]+)/g)) add(url, alt);
  return [...found.values()];
}
