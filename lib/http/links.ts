import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedKey } from "#lib/auth/derived-key.ts";
import type { Json } from "#lib/contract/json.ts";
import { publicUrl } from "#lib/env.ts";

const weekInSeconds = 7 * 24 * 3600;
const hourInSeconds = 3600;

/** Addresses are built from configuration, never from what a request calls its host. */
export function absoluteUrl(path: string): string {
  return `${publicUrl()}${path}`;
}

/** The task in whose answer an address stands. */
export type AddressOwner = { id: string; accountId: string };

/**
 * The signed address of a stored file: whoever has it may read the file for 7 days. It ends on a full hour, so that
 * answers within the hour repeat it and browsers keep what they have. The account is signed too: a reference to another
 * account's file, written into a text of one's own, becomes an address that opens nothing.
 */
export function artifactUrl(task: AddressOwner, artifactId: string, now = Date.now()): string {
  const expires = Math.ceil(now / 1000 / hourInSeconds) * hourInSeconds + weekInSeconds;
  const query = `expires=${expires}&signature=${signature(task.accountId, artifactId, expires)}`;
  return absoluteUrl(`/api/tasks/${encodeURIComponent(task.id)}/artifacts/${artifactId}?${query}`);
}

/**
 * The signed address of the small picture of a stored file; null for a picture that is not the hub's own, which readers
 * do not fetch.
 */
export function thumbnailUrl(task: AddressOwner, picture: string | null): string | null {
  const id = picture && wholeReference.exec(picture)?.[1];
  return id ? `${artifactUrl(task, id)}&thumbnail=1` : null;
}

/** Whether a signature opens this file of this account now. */
export function isSigned(
  file: { id: string; accountId: string },
  { expires, signature: given }: { expires: number; signature: string },
  now = Date.now(),
): boolean {
  if (!Number.isSafeInteger(expires) || expires * 1000 < now) return false;
  const expected = Buffer.from(signature(file.accountId, file.id, expires));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function signature(accountId: string, artifactId: string, expires: number): string {
  const signed = `${accountId}:${artifactId}:${expires}`;
  return createHmac("sha256", derivedKey("artifact addresses")).update(signed).digest("base64url");
}

const reference = /artifact:([0-9a-f-]{36})/g;
const wholeReference = new RegExp(`^${reference.source}$`);
/** The page on which a quiz is taken, by the file that holds it; whoever has the address may take it. */
const quizReference = /quiz:([0-9a-f-]{36})/g;
const quizAddress = /https?:\/\/[^\s"'()<>]*\/quiz\/([0-9a-f-]{36})/g;
const ownAddress = /https?:\/\/[^\s"'()<>]*\/api\/tasks\/[^/\s"'()<>]+\/artifacts\/([0-9a-f-]{36})(?:\?[^\s"'()<>]*)?/g;

/** Whether an address is this hub's own: a path, or one under its public address. */
export function isOwnAddress(url: string): boolean {
  return /^\/(?!\/)/.test(url) || url.startsWith(absoluteUrl("/"));
}

/** Replaces every `artifact:{id}` in strings, however deep, by its signed address. */
export function signReferences<T extends Json>(value: T, task: AddressOwner): T {
  return mapStrings(value, (text) =>
    text
      .replace(reference, (_, id: string) => artifactUrl(task, id))
      .replace(quizReference, (_, id: string) => absoluteUrl(`/quiz/${id}`)),
  ) as T;
}

/** The reverse, for what clients send back: signed addresses become `artifact:{id}` again, so that hashes hold. */
export function unsignReferences<T extends Json>(value: T): T {
  return mapStrings(value, (text) =>
    text.replace(ownAddress, (_, id: string) => `artifact:${id}`).replace(quizAddress, (_, id: string) => `quiz:${id}`),
  ) as T;
}

function mapStrings(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}
