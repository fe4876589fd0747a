import { numbersIn } from "#task-types/text/numbers.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding } from "./finding.ts";
import { check } from "./score.ts";

/** Every figure of a text must stand in what it was made from. */
export function checkFigures(text: string, { values: known, code }: Evidence): Finding {
  const found = numbersIn(text, code);
  const strange = [...new Set(found.filter(({ value }) => !known.has(value)).map(({ text: figure }) => figure))];
  const faults = strange.map((figure) => `${figure} is in none of the sources`);
  return check(
    "numbers",
    "Figures",
    faults,
    found.length > 0 ? "All figures are in the sources" : "There are no figures",
  );
}
