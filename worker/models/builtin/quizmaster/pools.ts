const list = (text: string) => text.trim().split(/\s*,\s*/);

export const months: Record<string, string[]> = {
  en: list("January, February, March, April, May, June, July, August, September, October, November, December"),
  de: list("Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember"),
  fr: list("janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre"),
  es: list("enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre"),
  it: list("gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre"),
};

export const weekdays: Record<string, string[]> = {
  en: list("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"),
  de: list("Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag, Sonntag"),
};

const spelledNumbers = list("two, three, four, five, six, seven, eight, nine, ten, eleven, twelve");

/** Names that can stand beside one that no dictionary knows. */
export const givenNames = list(
  "Clara, Jonas, Miriam, Anton, Leila, Oskar, Ingrid, Felix, Nadia, Tobias, Helena, Marcus, Freya, Emil, Sofia, Hugo, Amira, Viktor, Lena, Samuel",
);
export const surnames = list(
  "Brandt, Okafor, Lindqvist, Moreau, Castillo, Petrov, Hansen, Whitaker, Tanaka, Novak, Fischer, Delgado, Larsen, Mwangi, Keller",
);
export const places = list(
  "Lisbon, Bergen, Utrecht, Valencia, Krakow, Marseille, Aberdeen, Salzburg, Tampere, Bologna, Rotterdam, Cork",
);
export const countries = list(
  "Portugal, Norway, Italy, Egypt, Turkey, Persia, Spain, France, Japan, Brazil, Canada, Kenya, Austria, Chile",
);

export const demonyms = list(
  "French, British, German, Dutch, Spanish, Italian, Turkish, Russian, Swedish, Greek, Portuguese, Austrian, Egyptian, Polish",
);

/** The list that a word belongs to, without the word; null when it is in none. */
export function siblingsInPool(word: string, code: string): string[] | null {
  const pools = [months[code], weekdays[code], code === "en" ? spelledNumbers : undefined];
  const pool = pools.find((items) => items?.some((item) => item.toLowerCase() === word.toLowerCase()));
  if (!pool) return null;
  const at = pool.findIndex((item) => item.toLowerCase() === word.toLowerCase());
  // Neighbours first: "April" beside "March" and "May" has to be known, not guessed.
  return pool
    .map((item, index) => ({ item, distance: Math.abs(index - at) }))
    .filter(({ distance }) => distance > 0)
    .sort((left, right) => left.distance - right.distance)
    .map(({ item }) => item);
}
