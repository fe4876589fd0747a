import { open } from "node:fs/promises";
import { fileTypeFromBlob } from "file-type";

/** Enough of a file to tell text from what is none. */
const looked = 64 * 1024;

/**
 * What a file is, by its content: what its sender calls it is a claim. Text is `text/plain`, or JSON or SVG where it
 * begins so; what nobody knows is `application/octet-stream`.
 */
export async function detectContentType(path: string, blob: Blob): Promise<string> {
  const head = await readHead(path);
  const text = asText(head);
  if (text !== null) return textType(text.trimStart());
  const known = await fileTypeFromBlob(blob);
  return known?.mime ?? "application/octet-stream";
}

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(looked) });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Null for what is not UTF-8, or holds control characters that no text has. */
function asText(bytes: Uint8Array): string | null {
  try {
    // The last character may be cut in two.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: bytes.length === looked });
    const hasControls = [...text].some((character) => character < " " && !"\t\n\r\f".includes(character));
    return hasControls ? null : text;
  } catch {
    return null;
  }
}

function textType(text: string): string {
  if (text.startsWith("%PDF-")) return "application/pdf";
  if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text))
    return "image/svg+xml";
  if (/^<\?xml\s/i.test(text)) return "application/xml";
  if (/^(?:\{\s*["}]|\[\s*[[{"\]\d-])/.test(text)) return "application/json";
  return "text/plain";
}
