import { money } from "#lib/format/number.ts";
import type { Price } from "./price.ts";

/** "$1.25 in, $10.00 out per million tokens" */
export function describePrice(price: Price): string {
  switch (price.unit) {
    case "free":
      return "nothing";
    case "tokens":
      return `${money(price.input ?? 0)} in, ${money(price.output ?? 0)} out per million tokens`;
    case "characters":
      return `${money(price.perMillionCharacters ?? 0)} per million characters`;
    case "minute":
      return `${money(price.perMinute ?? 0)} per minute`;
    case "image": {
      const { image = 0 } = price;
      if (typeof image === "number") return `${money(image)} per picture`;
      const all = Object.values(image).flatMap(({ square, wide }) => [square, wide]);
      return `${money(Math.min(...all))} to ${money(Math.max(...all))} per picture, by quality and shape`;
    }
  }
}
