/** Words that are read together, with when; seconds from the beginning. */
export type Cue = { start: number; end: number; text: string };

/** Two lines of 42 characters, as broadcasters set them. */
const longestCue = 84;

/**
 * One text in pieces that are read at a glance, each shown for its share of the time.
 * @param longest letters of a piece; fewer where lines are short
 */
export function cuesOf(text: string, start: number, end: number, longest = longestCue): Cue[] {
  const pieces = piecesOf(text.replace(/\s+/g, " ").trim(), longest);
  const letters = pieces.reduce((sum, piece) => sum + piece.length, 0);
  let at = start;
  return pieces.map((piece, index) => {
    const next = index === pieces.length - 1 ? end : at + ((end - start) * piece.length) / Math.max(1, letters);
    const cue = { start: at, end: next, text: piece };
    at = next;
    return cue;
  });
}

/** Of about the same length, broken after marks where that is possible. */
function piecesOf(text: string, longest: number): string[] {
  if (text === "") return [];
  const count = Math.ceil(text.length / longest);
  const aim = text.length / count;
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const window = rest.slice(0, longest + 1);
    const atMark = [...window.matchAll(/[.,;:!?–—]\s/g)]
      .map(({ index }) => index + 1)
      .filter((index) => index > aim * 0.55)
      .at(-1);
    const atSpace = window.lastIndexOf(" ", Math.max(aim, longest / 4) + longest / 7);
    const cut = atMark ?? (atSpace > 0 ? atSpace : longest);
    pieces.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest ? [...pieces, rest] : pieces;
}

/** SubRip. */
export function toSrt(cues: Cue[]): string {
  return cues
    .map(({ start, end, text }, index) => `${index + 1}\n${time(start, ",")} --> ${time(end, ",")}\n${lines(text)}\n`)
    .join("\n");
}

/** WebVTT (W3C); marks that it gives a meaning are written as words of the text. */
export function toVtt(cues: Cue[]): string {
  const safe = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("-->", "→");
  return `WEBVTT\n\n${cues.map(({ start, end, text }) => `${time(start, ".")} --> ${time(end, ".")}\n${lines(safe(text))}\n`).join("\n")}`;
}

/** Two lines of about the same length. */
export function lines(text: string, longest = longestCue): string {
  if (text.length <= longest / 2) return text;
  const middle = text.length / 2;
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const cut = spaces.sort((left, right) => Math.abs(left - middle) - Math.abs(right - middle))[0];
  return cut === undefined ? text : `${text.slice(0, cut)}\n${text.slice(cut + 1)}`;
}

function time(seconds: number, mark: "," | "."): string {
  const ms = Math.round(seconds * 1000);
  const part = (value: number, digits: number) => String(Math.floor(value)).padStart(digits, "0");
  return `${part(ms / 3_600_000, 2)}:${part((ms / 60_000) % 60, 2)}:${part((ms / 1000) % 60, 2)}${mark}${part(ms % 1000, 3)}`;
}
