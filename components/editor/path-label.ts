/** A path in a result as people say it: `quiz.questions.2.correct_answer` → "Question 3, correct answer". */
export function pathLabel(path: string): string {
  const parts = path.split(".").filter((part, index) => !(index === 0 && part === "quiz"));
  const words: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    const word = (parts[at] ?? "").replaceAll("_", " ").replace(/^seo\b/, "search");
    const next = parts[at + 1];
    if (next !== undefined && /^\d+$/.test(next)) {
      words.push(`${singular(word)} ${Number(next) + 1}`);
      at += 1;
    } else words.push(word);
  }
  const text = words.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A list's name for one of what it holds. A concept's variations are the palettes that it is shown in. */
export function singular(word: string): string {
  return word
    .replace(/^variations$/i, "palette")
    .replace(/ies$/, "y")
    .replace(/(?<!s)s$/, "");
}
