export type NumberInText = { text: string; value: number };

const scales: Record<string, number> = {
  thousand: 1e3,
  k: 1e3,
  tausend: 1e3,
  million: 1e6,
  millions: 1e6,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  millionen: 1e6,
  billion: 1e9,
  billions: 1e9,
  bn: 1e9,
  milliarde: 1e9,
  milliarden: 1e9,
  mrd: 1e9,
  trillion: 1e12,
};

const spelled: Record<string, Record<string, number>> = {
  en: {
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    dozen: 12,
    fifteen: 15,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
    hundred: 100,
  },
  de: { zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, elf: 11, zwölf: 12 },
};

/** Figures with their separators and a word or letter of scale: "1,200", "1.200,5" (German), "3.5 million", "40k". */
const figure =
  /(?<![\p{L}\p{N}_]|\p{L}-)(\d+(?:[.,’' ]\d{3})*(?:[.,]\d+)?)(?:\s?(thousand|millions?|billions?|trillion|tausend|millionen|milliarden?|mio|mrd|bn|mn|k|m)(?![\p{L}\p{N}]))?/giu;

/** Every number that a text states in figures. Citation marks such as [2] do not count. */
export function numbersIn(text: string, code: string): NumberInText[] {
  const plain = text.replace(/\[\d+\]/g, " ");
  return [...plain.matchAll(figure)].flatMap((match) => {
    const [whole, digits = "", scale] = match;
    const value = readFigure(digits, code);
    if (value === null) return [];
    // "5 m" is five metres more often than five million; a scale of one letter must touch its figure.
    const touching = !scale || scale.length > 1 || !/\s/.test(whole);
    const factor = scale && touching ? (scales[scale.toLowerCase()] ?? 1) : 1;
    return [{ text: whole.trim(), value: round(value * factor) }];
  });
}

/** The values that a text states, in figures or as words, with and without their scale. */
export function valuesIn(text: string, code: string): Set<number> {
  const values = new Set(numbersIn(text, code).map(({ value }) => value));
  for (const match of text.matchAll(/\d+(?:[.,]\d+)*/g)) {
    const value = readFigure(match[0], code);
    if (value !== null) values.add(round(value));
  }
  const words = spelled[code] ?? {};
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    if (Object.hasOwn(words, word)) values.add(words[word] ?? 0);
  }
  return values;
}

function readFigure(digits: string, code: string): number | null {
  const compact = digits.replace(/[’' ]/g, "");
  const decimal = code === "en" || code === "und" ? "." : ",";
  const group = decimal === "." ? "," : ".";
  const grouped = new RegExp(`^\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d+)?$`).test(compact);
  const plain = grouped ? compact.replaceAll(group, "") : compact;
  const value = Number(plain.replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
