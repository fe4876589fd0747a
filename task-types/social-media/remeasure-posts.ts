import type * as z from "zod";
import { validationError } from "#lib/errors.ts";
import type { Retypeset } from "#task-types/retypeset.ts";
import { sourceChanged } from "#task-types/source-changed.ts";
import { platformRules } from "./platforms.ts";
import type { socialMedia } from "./schema.ts";

type Result = z.output<typeof socialMedia.result>;

const hashtag = /(?<![\p{L}\p{M}\p{N}_/&#])#(?=[\p{M}\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu;

/**
 * Measures edited posts again and reads their hashtags from their text.
 * @throws HubError VALIDATION_ERROR for a text that its platform would not take
 */
export const remeasurePosts: Retypeset<z.output<typeof socialMedia.request>, Result> = async ({ before, after }) => {
  const posts = after.result.posts.map((post, index) => {
    const old = before.result.posts.find(({ platform }) => platform === post.platform);
    const derivation = { sources: ["text"], derived: ["length", "limit", "unit", "hashtags"] } as const;
    if (!sourceChanged(old, post, derivation, `result.posts.${index}`)) return post;
    const { label, limit, unit, count } = platformRules[post.platform];
    const length = count(post.text);
    if (length > limit) {
      const message = `is ${length} ${unit} long; ${label} takes ${limit}`;
      throw validationError([{ path: `result.posts.${index}.text`, message }]);
    }
    return { ...post, length, limit, unit, hashtags: [...new Set(post.text.match(hashtag))] };
  });
  return { ...after, result: { ...after.result, posts } };
};
