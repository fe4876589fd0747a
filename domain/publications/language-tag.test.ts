import { expect, it } from "vitest";
import { languageTag } from "#domain/publications/language-tag.ts";

it.each([
  ["English", "en"],
  [" french ", "fr"],
  ["de", "de"],
  ["PT-br", "pt-BR"],
  ["Klingon", null],
  ["", null],
  ['en" onload="x', null],
])("%s → %s", (language, tag) => {
  expect(languageTag(language)).toBe(tag);
});
