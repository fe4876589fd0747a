/** ISO 639-1 codes of the languages that a request may name in English. */
const codes =
  "af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lo lt lv mk ml mn mr ms mt my nb ne nl nn no pa pl pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh zu".split(
    " ",
  );

let byName: Map<string, string> | undefined;

/** The primary language of an English name or a BCP 47 tag: "German", "de-AT" → "de". Unknown ones are "und". */
export function languageCode(language: string): string {
  const wanted = language.trim().toLowerCase();
  const primary = wanted.split(/[-_\s(]/)[0] ?? "";
  if (codes.includes(primary)) return primary;
  if (!byName) {
    const names = new Intl.DisplayNames("en", { type: "language" });
    byName = new Map(codes.map((code) => [(names.of(code) ?? code).toLowerCase(), code]));
  }
  return byName.get(wanted) ?? byName.get(primary) ?? "und";
}
