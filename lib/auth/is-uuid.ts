import { validate } from "uuid";

/** Postgres refuses to compare a uuid with other text, so what comes from an address is looked at first. */
export function isUuid(text: string): boolean {
  return validate(text);
}
