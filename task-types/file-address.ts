import * as z from "zod";

/** The path of a file or an answer of this hub itself; its own files are read from the store, never fetched. */
const ownPath = /^\/(?!\/)\S+$/;

/** An http(s) address, or a path of this hub such as that of one of its files. */
export const fileAddressSchema = z
  .string()
  .trim()
  .max(2000)
  .refine((address) => ownPath.test(address) || isHttp(address), "must be an http(s) address or a path of this hub");

function isHttp(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
