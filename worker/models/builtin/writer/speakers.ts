import type { MaterialLine } from "./material-lines.ts";

const interviewerLabels =
  /^(q|question|interviewer|interview|host|moderator|moderation|reporter|journalist|frage|fragesteller|int|redaktion|presenter)\b/i;
const answerLabels = /^(a|answer|antwort|interviewee|guest|gast|respondent|speaker ?\d*|befragte?r?)$/i;

/** Whoever mostly asks: by label, or by the question marks at the ends of what they say. */
export function isInterviewer(speaker: string, lines: MaterialLine[]): boolean {
  if (interviewerLabels.test(speaker)) return true;
  const turns = lines.flatMap((line) => (line.kind === "speech" && line.speaker === speaker ? [line.text] : []));
  const questions = turns.filter((text) => text.trimEnd().endsWith("?")).length;
  return turns.length > 1 && questions / turns.length > 0.6;
}

/**
 * The name by which an article calls a speaker at first: a label such as "Maria" or "ML" is looked up in the material.
 * An empty name stands for somebody whom the material does not name.
 */
export function fullName(label: string, material: string): string {
  const name = label.trim();
  if (answerLabels.test(name)) return "";
  if (name.includes(" ")) return capitalised(name);
  if (/^\p{Lu}{2,3}$/u.test(name)) {
    const parts = [...name].map((letter) => `${letter}[\\p{Ll}'’-]+`).join("\\s+");
    return new RegExp(`(?<!\\p{L})${parts}(?!\\p{L})`, "u").exec(material)?.[0] ?? name;
  }
  const known = new RegExp(`(?<!\\p{L})${capitalised(name)}\\s+\\p{Lu}[\\p{Ll}'’-]+(?!\\p{L}|:)`, "u").exec(
    material,
  )?.[0];
  return known ?? capitalised(name);
}

/** "Lopez" after "Maria Lopez" has been named once. */
export function shortName(name: string): string {
  return (
    name
      .replace(/^(?:Dr|Prof|Mr|Mrs|Ms)\.?\s+/, "")
      .split(/\s+/)
      .at(-1) ?? name
  );
}

/** Transcripts often shout names. */
function capitalised(name: string): string {
  if (name !== name.toUpperCase() || name.length < 4) return name;
  return name.toLowerCase().replace(/(^|[\s'’-])\p{L}/gu, (start) => start.toUpperCase());
}
