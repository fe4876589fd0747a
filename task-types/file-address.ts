import * as z from "zod";

/** The path of a file or an answer of this hub itself; its own files are read from the store, never fetched. */
const ownPath = /^\/(?!\/)\S+$/;

/** An http(s) address, or a path of this hub such as that of one of its files. */
export const fileAddressSchema = z
  .string()
  .trim()
  .max(2000)
  .refine((address) => ownPath.test(address) || isHttp(address), "must be an http(s) address or a path of this hub");

/** The same, or the picture itself as a `data:` address of up to 1 MiB. */
export const pictureAddressSchema = z
  .string()
  .trim()
  .max(1_400_000)
  .refine(
    (address) => /^data:image\//i.test(address) || fileAddressSchema.safeParse(address).success,
    "must be an http(s) address, a path of this hub, or a data:image/ address",
  );

function isHttp(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
