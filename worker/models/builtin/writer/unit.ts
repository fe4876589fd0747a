/** The smallest thing that the writer moves about: a sentence, a point of a list, or a table, as the material has it. */
export type Unit = {
  id: number;
  /** Number of the source. */
  source: number;
  /** Paragraph, list or answer that it stands in; rising through all sources. */
  passage: number;
  kind: "sentence" | "item" | "table";
  text: string;
  words: number;
  stems: ReadonlySet<string>;
  /** The heading that the material puts above it. */
  heading: string | null;
  /** Who says it, in a transcript. */
  speaker: string | null;
  /** What was asked just before, for the first unit of an answer. */
  question: string | null;
  /** Place within its source, 0–1. */
  position: number;
  /**
   * How much it leans on the unit before: `needs` it (a pronoun), merely continues it (`connects`, a word that can be
   * left out), or stands by itself.
   */
  leaning: "needs" | "connects" | "stands";
  score: number;
};

export type Theme = { heading: string; units: Unit[] };
