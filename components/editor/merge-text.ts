import { diffArrays } from "diff";
import { splitMarkdown } from "#task-types/blocks/markdown-blocks.ts";

/** A part that all agree on, or that two people wrote differently. */
export type MergedPart = { text: string } | { base: string; mine: string; theirs: string };

type Change = { from: number; to: number; blocks: string[] };

/** Two edits of one text put together block by block; what both changed is left to a person. */
export function mergeText(base: string, mine: string, theirs: string): MergedPart[] {
  const blocks = rawsOf(base);
  const own = changesOf(blocks, rawsOf(mine));
  const other = changesOf(blocks, rawsOf(theirs));
  const parts: MergedPart[] = [];
  for (let at = 0; at <= blocks.length; ) {
    const region = regionAt(at, own, other);
    if (!region) {
      const next = Math.min(
        ...[...own, ...other].filter(({ from }) => from >= at).map(({ from }) => from),
        blocks.length,
      );
      if (next > at) parts.push({ text: blocks.slice(at, next).join(apart) });
      if (next === blocks.length && !regionAt(next, own, other)) break;
      at = next;
      continue;
    }
    const before = blocks.slice(at, region.to).join(apart);
    const [left, right] = [own, other].map((changes) => rewritten(blocks, at, region.to, changes).join(apart)) as [
      string,
      string,
    ];
    if (left === right || right === before) parts.push({ text: left });
    else if (left === before) parts.push({ text: right });
    else parts.push({ base: before, mine: left, theirs: right });
    for (const changes of [own, other])
      changes.splice(0, changes.length, ...changes.filter(({ from, to }) => !(from >= at && to <= region.to)));
    at = region.to;
  }
  return parts.filter((part) => !("text" in part) || part.text !== "");
}

const apart = "\n\n";

export function joinParts(parts: readonly MergedPart[], choose: (index: number) => "mine" | "theirs"): string {
  return parts
    .map((part, index) => ("text" in part ? part.text : part[choose(index)]))
    .filter(Boolean)
    .join(apart);
}

function rawsOf(text: string): string[] {
  return splitMarkdown(text).map(({ source }) => source);
}

function changesOf(before: string[], after: string[]): Change[] {
  const changes: Change[] = [];
  let at = 0;
  let open: Change | null = null;
  for (const { added, removed, value } of diffArrays(before, after)) {
    if (!added && !removed) {
      at += value.length;
      open = null;
      continue;
    }
    if (!open) {
      open = { from: at, to: at, blocks: [] };
      changes.push(open);
    }
    if (added) open.blocks.push(...value);
    else {
      at += value.length;
      open.to = at;
    }
  }
  return changes;
}

/** What of the text is touched from here on without a pause, by either. */
function regionAt(at: number, own: Change[], other: Change[]): { to: number } | null {
  const starting = [...own, ...other].filter(({ from }) => from === at);
  if (starting.length === 0) return null;
  let to = Math.max(...starting.map((change) => change.to));
  for (let grown = true; grown; ) {
    const reach = Math.max(
      to,
      ...[...own, ...other].filter(({ from }) => from >= at && from < to).map((change) => change.to),
    );
    grown = reach > to;
    to = reach;
  }
  return { to };
}

function rewritten(blocks: string[], from: number, to: number, changes: Change[]): string[] {
  const made: string[] = [];
  let at = from;
  for (const change of changes.filter((each) => each.from >= from && each.to <= to)) {
    made.push(...blocks.slice(at, change.from), ...change.blocks);
    at = change.to;
  }
  return [...made, ...blocks.slice(at, to)];
}
