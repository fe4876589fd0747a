import { diffArrays, diffWordsWithSpace } from "diff";

export type Piece = { kind: "same" | "added" | "removed"; text: string };

/** One paragraph and what became of it. */
export type ComparedBlock = { changed: boolean; pieces: Piece[] };

/** Paragraphs are matched first, so that a word moved far away never pairs with its namesake. */
export function compareParagraphs(before: string, after: string): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  let removed: string[] = [];
  for (const part of diffArrays(paragraphs(before), paragraphs(after))) {
    if (part.removed) {
      removed.push(...part.value);
      continue;
    }
    if (part.added) {
      const paired = Math.min(removed.length, part.value.length);
      for (let i = 0; i < paired; i++) blocks.push(compareWords(removed[i] ?? "", part.value[i] ?? ""));
      blocks.push(...removed.slice(paired).map((text) => whole("removed", text)));
      blocks.push(...part.value.slice(paired).map((text) => whole("added", text)));
      removed = [];
      continue;
    }
    blocks.push(...removed.map((text) => whole("removed", text)));
    removed = [];
    blocks.push(...part.value.map((text) => whole("same", text)));
  }
  return [...blocks, ...removed.map((text) => whole("removed", text))];
}

/** Signatures of stored files change from answer to answer and mean nothing. */
function paragraphs(text: string): string[] {
  return text
    .replace(/(\/artifacts\/[0-9a-f-]{36})\?[^\s)"'<>]*/g, "$1")
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== "");
}

function whole(kind: Piece["kind"], text: string): ComparedBlock {
  return { changed: kind !== "same", pieces: [{ kind, text }] };
}

function compareWords(before: string, after: string): ComparedBlock {
  // One figure or address became another: no part of it is a word that stayed.
  if (!/\s/.test(before) && !/\s/.test(after)) {
    return {
      changed: true,
      pieces: [
        { kind: "removed", text: before },
        { kind: "added", text: after },
      ],
    };
  }
  const pieces = diffWordsWithSpace(before, after).map(
    (part): Piece => ({ kind: part.added ? "added" : part.removed ? "removed" : "same", text: part.value }),
  );
  return { changed: true, pieces: joinRuns(pieces) };
}

/** Changed words with nothing but a blank between them read as one change: first all that went, then all that came. */
function joinRuns(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed) joined.push({ kind: "removed", text: removed });
    if (added) joined.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  for (const [at, { kind, text }] of pieces.entries()) {
    const isBetween = removed !== "" && added !== "" && at < pieces.length - 1 && text.trim() === "";
    if (kind !== "added" && (kind === "removed" || isBetween)) removed += text;
    if (kind !== "removed" && (kind === "added" || isBetween)) added += text;
    if (kind === "same" && !isBetween) {
      flush();
      joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}
