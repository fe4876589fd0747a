import { FetchFailure } from "#lib/net/fetch-failure.ts";
import type { FetchedFile } from "./phase-run.ts";

const head = /^data:([a-z]+\/[a-z0-9.+-]+)((?:;[^;,]*)*?)(;base64)?,/i;

/** Whether an address is a file itself (RFC 2397). */
export function isInline(address: string): boolean {
  return /^data:/i.test(address);
}

/** @param accept media types that are of use @throws FetchFailure when it cannot be read, or is something else */
export function readInline(address: string, accept: string[]): FetchedFile {
  const [before, type, , base64] = head.exec(address) ?? [];
  if (!before || !type) throw new FetchFailure("its data: address names no media type");
  const contentType = type.toLowerCase();
  if (!accept.includes(contentType)) throw new FetchFailure(`it is ${contentType}`);
  const body = address.slice(before.length);
  const bytes = new Uint8Array(base64 ? Buffer.from(body, "base64") : Buffer.from(decoded(body)));
  return { name: contentType.replace(/^\w+\/([a-z]+).*$/, "inline.$1"), contentType, charset: "utf-8", bytes };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new FetchFailure("its data: address is cut or not percent-encoded");
  }
}
