import type { NamedOperation } from "./api-document.ts";

/** The operation as a command for a shell, with its first example as the body. */
export function curlOf({ method, path, security, requestBody }: NamedOperation, server: string): string {
  const lines = [`curl ${method === "GET" ? "" : `-X ${method} `}"${server}${path}"`];
  if (!security || security.length > 0) lines.push('-H "X-API-Key: $OVERSIGHT_HUB_KEY"');
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (type === "multipart/form-data") lines.push("-F file=@path/to/file");
  else if (type) {
    const [example] = Object.values(media?.examples ?? {});
    lines.push(`-H "Content-Type: ${type}"`);
    lines.push(`-d '${quoted(JSON.stringify(example?.value ?? {}, null, 2))}'`);
  }
  return lines.join(" \\\n  ");
}

/** A quote cannot stand in single quotes, so it stands between two such texts. */
function quoted(text: string): string {
  return text.replaceAll("'", `'\\''`);
}
