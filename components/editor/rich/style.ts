import type { Options } from "remark-stringify";

/** How a text chooses among the signs that mean the same. */
export type Style = {
  options: Options;
  /** Lines broken by two spaces, not by a backslash. */
  spacesBreak: boolean;
  /** Addresses stand in the text by themselves. */
  literalLinks: boolean;
};

/** Read from a text, or from one block of it; `instead` decides where the text does not. */
export function styleOf(text: string, instead?: Style): Style {
  const otherwise = instead?.options ?? {};
  const bullet = /^\s*([-*+])[ \t]/m.exec(text)?.[1] as "-" | undefined;
  const ordered = /^\s*\d+([.)])[ \t]/m.exec(text)?.[1] as "." | undefined;
  const emphasis = /(?:^|[\s(])([*_])(?![*_\s])/m.exec(text)?.[1] as "*" | undefined;
  const strong = /(\*\*|__)(?=\S)/.exec(text)?.[1]?.[0] as "*" | undefined;
  const fence = /^\s*(```|~~~)/m.exec(text)?.[1]?.[0] as "`" | undefined;
  const rule = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/m.exec(text);
  const sameNumbers = /^\s*1[.)][ \t][^\n]*\n(?:[^\n]*\n)*?\s*1[.)][ \t]/.test(text);
  const wide = /^\s*(?:[-*+]|\d+[.)])( {2,4}|\t)\S/m.test(text);
  return {
    options: {
      bullet: bullet ?? otherwise.bullet ?? "-",
      bulletOrdered: ordered ?? otherwise.bulletOrdered ?? ".",
      emphasis: emphasis ?? otherwise.emphasis ?? "*",
      strong: strong ?? otherwise.strong ?? "*",
      fence: fence ?? otherwise.fence ?? "`",
      fences: true,
      rule: (rule?.[1] as "-" | undefined) ?? otherwise.rule ?? "-",
      ruleRepetition: rule ? rule[0].replace(/\s/g, "").length : 3,
      ruleSpaces: rule ? /\S[ \t]+\S/.test(rule[0]) : false,
      setext: /^[^\n]+\n {0,3}(?:=+|-+)[ \t]*$/.test(text.trim()) || (instead?.options.setext ?? false),
      closeAtx: /^ {0,3}#{1,6}[ \t].*[ \t]#+[ \t]*$/.test(text.trim()),
      incrementListMarker: !sameNumbers,
      listItemIndent: wide ? "mixed" : "one",
    },
    spacesBreak: / {2}\r?\n/.test(text) || !/\\\r?\n/.test(text),
    literalLinks: /(?<![<("])https?:\/\//.test(text),
  };
}
