import { createHash, randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Base-62 digits that 256 bits need. */
const length = 43;

/** `prefix` and 256 random bits in base 62: a key or a link that cannot be guessed. */
export function newSecretToken(prefix: string): string {
  let rest = BigInt(`0x${randomBytes(32).toString("hex")}`);
  let digits = "";
  for (let i = 0; i < length; i++) {
    digits = alphabet[Number(rest % 62n)] + digits;
    rest /= 62n;
  }
  return prefix + digits;
}

/** What the database keeps of a secret token: SHA-256, hex. 256 random bits need no slow hash. */
export function hashSecretToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
