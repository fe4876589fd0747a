import type { Json } from "#lib/contract/json.ts";
import { numbersIn, valuesIn } from "#task-types/text/numbers.ts";
import { splitSentences } from "#task-types/text/sentences.ts";

export type StrayFigure = { figure: string; sentence: string };

/**
 * Figures of a text that the computed table does not hold. A figure stands for a value if the value, rounded as the
 * figure is written, gives it; one with a per cent sign may stand for a hundredth.
 * @param table what was computed; figures in its names and periods count too
 */
export function strayFigures(text: string, table: Json, code: string): StrayFigure[] {
  const { values, named } = gather(table, code);
  return text.split(/\n+/).flatMap((line) =>
    splitSentences(line.replace(/^[#>*\-\s]+/, ""), code).flatMap((sentence) =>
      numbersIn(sentence, code).flatMap(({ text: figure, value }) => {
        if (named.has(value)) return [];
        const decimals = /[.,](\d{1,2})(?!\d)/.exec(figure)?.[1]?.length ?? 0;
        const scale = scaleOf(figure, value);
        const allowed = (0.5 * 10 ** -decimals + 1e-9) * scale;
        const isPercent = new RegExp(`${literal(figure)}\\s?(%|per ?cent|percent|Prozent)`, "i").test(sentence);
        const known = values.some(
          (each) => Math.abs(each - value) <= allowed || (isPercent && Math.abs(each * 100 - value) <= allowed),
        );
        return known ? [] : [{ figure, sentence }];
      }),
    ),
  );
}

/** "3.5 million" is written to the nearest hundred thousand. */
function scaleOf(figure: string, value: number): number {
  const written = Number((/\d[\d.,]*/.exec(figure)?.[0] ?? "").replace(/,(?=\d{3})/g, "").replace(",", "."));
  const scale = written > 0 ? value / written : 1;
  return Number.isFinite(scale) && scale >= 1000 ? scale : 1;
}

function gather(table: Json, code: string): { values: number[]; named: Set<number> } {
  const values: number[] = [];
  const named = new Set<number>();
  const walk = (value: Json) => {
    if (typeof value === "number") values.push(Math.abs(value));
    else if (typeof value === "string") for (const number of valuesIn(value, code)) named.add(number);
    else if (Array.isArray(value)) {
      values.push(value.length);
      for (const item of value) walk(item);
    } else if (value) {
      for (const [key, item] of Object.entries(value)) {
        for (const number of valuesIn(key, code)) named.add(number);
        walk(item);
      }
    }
  };
  walk(table);
  return { values, named };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
