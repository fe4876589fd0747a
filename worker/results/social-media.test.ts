import { describe, expect, it } from "vitest";
import type * as z from "zod";
import type { JsonObject } from "#lib/contract/json.ts";
import { composePost } from "#task-types/social-media/compose-post.ts";
import { platformRules } from "#task-types/social-media/platforms.ts";
import { platforms, type socialMedia } from "#task-types/social-media/schema.ts";
import { runPipeline } from "#worker/testing-pipeline.ts";

const source_material =
  "The tide pool at Nørre Vorupør opened again on 1 June after repairs that cost 4.2 million kroner. The pool is 50 metres long and open to everyone, free of charge. Lifeguards watch it from 10 to 18 every day until the end of August. The new ramp lets wheelchair users reach the water. Storms had broken the outer wall in January. Local fishermen gave the stones for the new wall. Parking costs 20 kroner an hour beside the church.";

async function make(fields: JsonObject) {
  const outcome = await runPipeline({
    task_type: "social_media",
    topic: "The tide pool at Nørre Vorupør is open again",
    ...fields,
  });
  return { ...outcome, result: outcome.result as unknown as z.output<typeof socialMedia.result> };
}

describe("counting", () => {
  it("is X's own: addresses are 23, Japanese and emojis count twice", () => {
    const { count } = platformRules.x;
    expect(count("a".repeat(280))).toBe(280);
    expect(count("https://example.org/a/very/long/address/that/goes/on/and/on/and/on")).toBe(23);
    expect(count("水")).toBe(2);
    expect(count("👨‍👩‍👧‍👦")).toBe(2);
  });

  it("is Bluesky's in graphemes, Mastodon's with addresses as 23, Threads' with the bytes of emojis", () => {
    expect(platformRules.bluesky.count("👨‍👩‍👧‍👦é")).toBe(2);
    expect(
      platformRules.mastodon.count("See https://example.org/a/very/long/address/that/goes/on @ada@example.org"),
    ).toBe(4 + 23 + 1 + 4);
    expect(platformRules.threads.count("a😀")).toBe(5);
  });

  it("never lets a post over its limit, whatever comes", () => {
    const texts = ["Word ".repeat(900), "水".repeat(2500), "x".repeat(5000), "👨‍👩‍👧‍👦 ".repeat(700)];
    for (const platform of platforms) {
      for (const text of texts) {
        const post = composePost({ platform, text, hashtags: ["one", "two"] }, "https://example.org/abc");
        expect(platformRules[platform].count(post.text)).toBeLessThanOrEqual(platformRules[platform].limit);
        expect(post.length).toBe(platformRules[platform].count(post.text));
        expect(post.text).toMatch(/https:\/\/example\.org\/abc$/);
      }
    }
  });
});

describe("posts from the built-in writer", () => {
  it("say only what the material says, one for each platform, with link and hashtags", async () => {
    const link = "https://example.org/pool";
    const { result, degraded, files } = await make({
      platforms: [...platforms],
      source_material,
      link,
      hashtags: ["#seaside"],
    });
    expect(result.posts.map(({ platform }) => platform)).toEqual([...platforms]);
    for (const post of result.posts) {
      expect(post.length).toBeLessThanOrEqual(post.limit);
      expect(post.text).toContain(link);
      expect(post.text).toContain("#seaside");
      const body = post.text.replace(link, "").replace(/#\S+/g, "").replace(/\s+/g, " ").trim();
      for (const sentence of body.split(/(?<=[.!?])\s+/)) expect(source_material).toContain(sentence);
    }
    const long = result.posts.find(({ platform }) => platform === "linkedin");
    const short = result.posts.find(({ platform }) => platform === "x");
    expect(long?.text.length).toBeGreaterThan((short?.text.length ?? 0) * 1.4);
    expect(new Set(result.posts.map(({ text }) => text)).size).toBeGreaterThanOrEqual(5);
    expect(result.quality_score).toBeGreaterThan(8);
    expect(degraded).toEqual([]);
    expect(files.get(result.featured_image_url ?? "")).toMatchObject({ contentType: "image/png", width: 1200 });
  });

  it("without material is a working draft that says so", async () => {
    const { result, degraded } = await make({ platforms: ["x", "linkedin"] });
    expect(degraded).toEqual(["no_source_material"]);
    expect(result.provenance).toBe("none");
    expect(result.quality_score).toBeLessThanOrEqual(4);
    for (const { text } of result.posts) expect(text).toContain("Nørre Vorupør");
  });
});

it("sends a connected model's posts back when they invent or run over, and shortens what stays too long", async () => {
  const prompts: string[] = [];
  const generate = async (_: string, call: { job: string; prompt: string; output: z.ZodType }) => {
    prompts.push(call.prompt);
    const answers: Record<string, unknown> = {
      "article.research": {
        facts: [{ source: 1, text: "t", quote: "The pool is 50 metres long", theme: "Pool" }],
        themes: ["Pool"],
        keywords: ["pool"],
      },
      "text.critique": { score: 7, criteria: [{ name: "clarity", score: 7, comment: "Short sentences." }] },
      "social.posts": {
        posts: [
          { platform: "x", text: "Over 9,000 people swam in the enormous royal whale aquarium yesterday. ".repeat(9) },
        ],
      },
    };
    return call.output.parse(answers[call.job]) as never;
  };
  const request = { task_type: "social_media", topic: "The tide pool", platforms: ["x"], source_material };
  const { result, warnings } = await runPipeline(request, { models: { generate } });
  expect(prompts.filter((prompt) => prompt.includes("9,000 is in none of the sources")).length).toBeGreaterThan(0);
  expect(warnings.join()).toContain("shortened");
  expect(result.qa_feedback).toContainEqual(
    expect.objectContaining({ label: "Editor's reading", score: 7, finding: "Clarity 7: Short sentences." }),
  );
  expect((result as unknown as z.output<typeof socialMedia.result>).quality_score).toBeLessThan(7);
});
