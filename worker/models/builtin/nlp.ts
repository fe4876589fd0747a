import model from "wink-eng-lite-web-model";
import winkNLP, { type PartOfSpeech, type WinkMethods } from "wink-nlp";

export type Token = { text: string; pos: PartOfSpeech; lemma: string; spaceBefore: boolean };

let loaded: WinkMethods | undefined;

/** The words of an English text with their parts of speech. The model takes some 100 ms to load, once. */
export function tagEnglish(text: string): Token[] {
  loaded ??= winkNLP(model, ["sbd", "pos"]);
  const { its } = loaded;
  const tokens = loaded.readDoc(text).tokens();
  const values = tokens.out(its.value) as string[];
  const tags = tokens.out(its.pos) as PartOfSpeech[];
  // The typings ask for two parameters where the library passes three.
  const lemmas = tokens.out(its.lemma as typeof its.value) as string[];
  const spaces = tokens.out(its.precedingSpaces) as string[];
  return values.map((value, index) => ({
    text: value,
    pos: tags[index] ?? "X",
    lemma: lemmas[index] ?? value,
    spaceBefore: (spaces[index] ?? "") !== "",
  }));
}
