import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { derivedKey } from "#lib/auth/derived-key.ts";
import type { Json } from "#lib/contract/json.ts";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** JSON that only this installation can read again: answers that are kept may hold a key or a link. */
export function sealJson(value: Json): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, derivedKey("kept answers"), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64");
}

/** @throws Error for what was not sealed with this installation's secret */
export function openJson(text: string): Json {
  const bytes = Buffer.from(text, "base64");
  const decipher = createDecipheriv(algorithm, derivedKey("kept answers"), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  const opened = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
  return JSON.parse(opened.toString("utf8"));
}
