import type * as z from "zod";
import { rewriteItems } from "#task-types/blocks/rewrite-passages.ts";
import { materialOf } from "#task-types/material/research-material.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import type { WrittenPost } from "./compose-post.ts";
import { platformRules } from "./platforms.ts";
import { socialMedia } from "./schema.ts";

type Run = PhaseRun<z.output<typeof socialMedia.request>>;
type Post = z.output<typeof socialMedia.result>["posts"][number];

/** The posts of the revision before, as people may have edited them. */
export function postsBefore({ previous }: Pick<Run, "previous">): Post[] {
  return socialMedia.result.shape.posts.parse(previous?.result.posts);
}

/** The posts with those of the round rewritten, each as words and hashtags apart. */
export async function rewritePosts(run: Run): Promise<WrittenPost[]> {
  const { topic, tone } = run.request;
  const before = postsBefore(run);
  const items = before.map((post) => ({ title: null, summary: null, ...takeApart(post) }));
  const wanted = before.map(({ platform }, index) => {
    const { label, limit, unit, usualWords, advice } = platformRules[platform];
    return `- ${index} (${label}): at most ${limit} ${unit} with link and hashtags, about ${usualWords} words; ${advice}`;
  });
  return rewriteItems(run, items, {
    brief: `Posts for social networks on: ${topic}\nTone: ${tone}\n${wanted.join("\n")}`,
    topic,
    sources: materialOf(run).sources,
    cites: false,
    rules: "Each passage is a post, without its link and its hashtags: those are added behind it.",
  });
}

/** What composePost put together: the words, and the hashtags that stand in a line of their own behind them. */
function takeApart({ platform, text, hashtags, link }: Post): WrittenPost {
  const withoutLink = link && text.endsWith(link) ? text.slice(0, -link.length).trimEnd() : text;
  const line = hashtags.join(" ");
  const isOwnLine = line !== "" && withoutLink.endsWith(`\n\n${line}`);
  return {
    platform,
    text: isOwnLine ? withoutLink.slice(0, -line.length).trimEnd() : withoutLink,
    hashtags: isOwnLine ? hashtags : [],
  };
}
