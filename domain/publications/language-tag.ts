const codes =
  "ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sr sv sw ta th tr uk ur vi zh";
const englishNames = new Intl.DisplayNames("en", { type: "language" });
const byName = new Map(codes.split(" ").map((code) => [englishNames.of(code)?.toLowerCase() ?? code, code]));

/** The BCP 47 tag of a task's language, which is a name ("French") or a tag already; null for one we do not know. */
export function languageTag(language: string): string | null {
  const named = byName.get(language.trim().toLowerCase());
  if (named) return named;
  try {
    return /^[a-z]{2,3}(-|$)/i.test(language) ? (Intl.getCanonicalLocales(language)[0] ?? null) : null;
  } catch {
    return null;
  }
}
