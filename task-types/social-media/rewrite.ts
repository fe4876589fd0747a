import type * as z from "zod";
import { feedbackOn } from "#task-types/blocks/feedback-on.ts";
import { rewriteItems } from "#task-types/blocks/rewrite-passages.ts";
import { materialOf } from "#task-types/material/research-material.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import type { WrittenPost } from "./compose-post.ts";
import { platformRules } from "./platforms.ts";
import { readTagWish, retag } from "./retag.ts";
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
  const feedback = run.feedback ?? "";
  const remarked = ({ platform, text }: Post) => [platform, text];
  const named = (run.blocks ?? []).flatMap((place) => before[place] ?? []).map(remarked);
  const items = before.map((post, place) => {
    const apart = takeApart(post);
    const item = { label: post.platform, title: null, summary: null, ...apart };
    if (!run.blocks?.includes(place)) return item;
    const wish = readTagWish(feedbackOn(feedback, remarked(post), named));
    return { ...item, hashtags: retag(apart.hashtags, wish) };
  });
  const rest = feedback.split("\n").map((line) => readTagWish(line).rest);
  const words = rest.filter((line) => !/^$|^[“"].+[”"]:$/.test(line)).join("\n");
  // Where hashtags are all that was asked for, the words stay as they are.
  if (words === "") return items;
  const wanted = before.map(({ platform }, index) => {
    const { label, limit, unit, usualWords, advice } = platformRules[platform];
    return `- ${index} (${label}): at most ${limit} ${unit} with link and hashtags, about ${usualWords} words; ${advice}`;
  });
  return rewriteItems({ ...run, feedback: words }, items, {
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
