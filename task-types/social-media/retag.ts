/** What words ask of a post's hashtags, and what else they ask. */
export type TagWish = { removesAll: boolean; remove: string[]; add: string[]; rest: string };

const tag = /#[\p{L}\p{M}\p{N}_]+/gu;
const oneTag = "#[\\p{L}\\p{M}\\p{N}_]+";
const list = `${oneTag}(?:(?:,?\\s*(?:and|und)\\s+|,\\s*|\\s+)${oneTag})*`;
const takes = "(?:without|with no|no|remove|drop|delete|leave out|take out|ohne|entfern\\w*|streich\\w*)";
const gives = "(?:add|use|include|append|with|mit|ergänz\\w*|nutz\\w*|verwend\\w*)";
const before = "(?:,?\\s*(?:and|und)\\s+|,\\s*)?(?:please\\s+|bitte\\s+)?";
const every = new RegExp(`${before}\\b${takes}\\s+(?:(?:all|any|the|its|these|alle?n?|die)\\s+)*hash-?tags?\\b`, "giu");
const some = new RegExp(`${before}\\b${takes}\\s+(?:(?:the|hash-?tags?|den|die)\\s+)*(${list})`, "giu");
const swap = new RegExp(
  `${before}\\b(?:replace|swap|change|ersetz\\w*)\\s+(${oneTag})\\s+(?:with|by|to|for|durch)\\s+(${list})`,
  "giu",
);
const more = new RegExp(`${before}\\b${gives}\\s+(?:(?:the|hash-?tags?|den|die)\\s+)*(${list})`, "giu");

/** Reads them out of feedback: hashtags are no part of the words that a model writes. */
export function readTagWish(feedback: string): TagWish {
  const wish: TagWish = { removesAll: false, remove: [], add: [], rest: "" };
  const tagsIn = (text = "") => text.match(tag) ?? [];
  const rest = feedback
    .replace(swap, (_, old: string, next: string) => {
      wish.remove.push(...tagsIn(old));
      wish.add.push(...tagsIn(next));
      return "";
    })
    .replace(some, (_, tags: string) => {
      wish.remove.push(...tagsIn(tags));
      return "";
    })
    .replace(more, (_, tags: string) => {
      wish.add.push(...tagsIn(tags));
      return "";
    })
    .replace(every, () => {
      wish.removesAll = true;
      return "";
    });
  return { ...wish, rest: /[\p{L}\p{N}]/u.test(rest) ? rest.trim() : "" };
}

export function retag(hashtags: readonly string[], { removesAll, remove, add }: TagWish): string[] {
  const same = (left: string) => (right: string) => left.toLowerCase() === right.toLowerCase();
  const kept = removesAll ? [] : hashtags.filter((each) => !remove.some(same(each)));
  return [...kept, ...add.filter((each) => !kept.some(same(each)))];
}
