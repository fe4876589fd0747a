import * as z from "zod";
import { definePipeline } from "#task-types/define-pipeline.ts";
import { materialRule } from "#task-types/material/collect-sources.ts";
import { coverOf, drawCover } from "#task-types/material/draw-cover.ts";
import { factsPart, remarksPart } from "#task-types/material/prompt-parts.ts";
import { inSourceOrder, materialOf, researchMaterial } from "#task-types/material/research-material.ts";
import type { PhaseRun } from "#task-types/phase-run.ts";
import { checkClaims } from "#task-types/quality/check-claims.ts";
import { checkFigures } from "#task-types/quality/check-figures.ts";
import { readEvidence } from "#task-types/quality/evidence.ts";
import type { Finding } from "#task-types/quality/finding.ts";
import { readThrough } from "#task-types/quality/read-through.ts";
import { check } from "#task-types/quality/score.ts";
import { draftNotes } from "#task-types/quality/working-draft.ts";
import { qualityOf, writeAndCheck } from "#task-types/quality/write-and-check.ts";
import { languageCode } from "#task-types/text/language.ts";
import { type ComposedPost, composePost } from "./compose-post.ts";
import { platformRules } from "./platforms.ts";
import { remeasurePosts } from "./remeasure-posts.ts";
import { postsBefore, rewritePosts } from "./rewrite.ts";
import { platforms, socialMedia } from "./schema.ts";

type Run = PhaseRun<z.output<typeof socialMedia.request>>;

const writtenSchema = z.object({
  posts: z
    .array(
      z.object({ platform: z.enum(platforms), text: z.string().min(1), hashtags: z.array(z.string()).default([]) }),
    )
    .min(1),
  ...draftNotes,
});
type Written = z.output<typeof writtenSchema>;
const postSchema = socialMedia.result.shape.posts.element;
/** A post that a person may have edited brings all its fields along. */
const formattedSchema = z.array(
  postSchema.partial().required({ platform: true, text: true, hashtags: true, length: true }),
);

const author = `You write posts for social networks on behalf of an organisation. ${materialRule}
- One post for each platform asked for, each written for that platform and none a copy of another.
- Leave out the link: it is added at the end. Hashtags go into their own field, without "#".
- No emojis unless the tone is casual, no exclamation marks in rows, no questions that beg for engagement.`;

/** One post for each platform, within its limit by its own counting. */
export const socialMediaPipeline = definePipeline(socialMedia, {
  phases: {
    research: (run) => researchMaterial(run, run.request.topic),

    ...writeAndCheck({
      written: writtenSchema,
      write,
      rewrite: async (run) => ({ posts: await rewritePosts(run) }),
      judge,
      read,
    }),

    image: (run) => drawCover(run, run.request.topic, materialOf(run)),

    format: async (run) => {
      const { posts } = writtenSchema.parse(run.outputs.qa);
      const before = run.blocks ? postsBefore(run) : [];
      const wanted = run.blocks ? before.map(({ platform }) => platform) : run.request.platforms;
      return wanted.flatMap((platform, index): z.output<typeof formattedSchema> => {
        const kept = before[index];
        if (kept && !run.blocks?.includes(index)) return [kept];
        const written = posts.find((post) => post.platform === platform);
        if (!written) return [];
        const post = composePost(
          { ...written, hashtags: [...(kept ? [] : run.request.hashtags), ...written.hashtags] },
          kept ? kept.link : (run.request.link ?? null),
        );
        for (const loss of lossesOf(post, kept ? null : run.request)) run.warn(loss);
        const { text, hashtags, length } = post;
        return [{ ...kept, platform, text, hashtags, length }];
      });
    },
  },

  finish: (outputs, { request }) => {
    const cover = coverOf(outputs);
    const posts = formattedSchema.parse(outputs.format);
    const quality = qualityOf(outputs);
    const shown = { image_url: cover.featured_image_url, image_alt: cover.featured_image_alt };
    return {
      content: null,
      result: {
        posts: posts.map(({ platform, ...post }) => {
          const { limit, unit } = platformRules[platform];
          return { limit, unit, link: request.link ?? null, ...shown, platform, ...post };
        }),
        ...cover,
        ...quality,
      },
      qualityScore: quality.quality_score,
    };
  },

  retypeset: remeasurePosts,
});

/** What there was no room for, a sentence each. @param request null for a post whose tags and link a person chose */
function lossesOf(post: ComposedPost, request: Run["request"] | null): string[] {
  const { label } = platformRules[post.platform];
  const missing = (request?.hashtags ?? []).filter((tag) => !post.hashtags.includes(`#${tag.replace(/^#/, "")}`));
  const link = request?.link;
  return [
    ...(post.shortened ? [`The post for ${label} was shortened to fit its limit.`] : []),
    ...(link && !post.text.endsWith(link) ? [`The link is too long for a post on ${label}, so it is not there.`] : []),
    ...(missing.length > 0 ? [`${missing.length} of the hashtags found no room in the post for ${label}.`] : []),
  ];
}

async function write(run: Run, faults: Finding[]): Promise<Written> {
  const { topic, tone, link, hashtags, platforms: wanted } = run.request;
  const material = materialOf(run);
  const rules = wanted.map((platform) => {
    const { label, limit, unit, usualWords, hashtags: tags, advice } = platformRules[platform];
    return { platform, label, limit, unit, usualWords, hashtags: tags, advice };
  });
  const prompt = [
    `Topic: ${topic}\nTone: ${tone}\nLanguage: ${run.common.language}`,
    `Platforms:\n${rules.map(({ platform, label, limit, unit, usualWords, hashtags: tags, advice }) => `- ${platform} (${label}): at most ${limit} ${unit} with link and hashtags, about ${usualWords} words, up to ${tags} hashtags; ${advice}`).join("\n")}`,
    link ? "A link follows each post." : "",
    hashtags.length > 0 ? `These hashtags are added anyway: ${hashtags.join(" ")}` : "",
    factsPart(material, "There is no source material: say nothing beyond the topic, and set working_draft."),
    remarksPart(run.feedback, faults),
  ];
  return run.generate({
    asPhase: "creative",
    job: "social.posts",
    input: {
      ...{ topic, tone, language: run.common.language, platforms: rules, keywords: material.keywords },
      facts: inSourceOrder(material).map(({ quote, theme }) => ({ text: quote, theme })),
      given: hashtags,
      feedback: run.feedback,
    },
    system: author,
    prompt: prompt.filter(Boolean).join("\n\n"),
    output: writtenSchema,
    temperature: 0.6,
  });
}

function read(run: Run, { posts }: Written): Promise<Finding> {
  const { topic, tone } = run.request;
  const { sources } = materialOf(run);
  const content = posts.map(({ platform, text }) => `${platformRules[platform].label}:\n\n${text}`).join("\n\n");
  const brief = [`Tone: ${tone}`, "One post for each network, as that network's readers expect it."];
  return readThrough(run, { kind: "posts for social networks", brief, topic, title: topic, content, sources });
}

function judge(run: Run, { posts, working_draft }: Written): Finding[] {
  const code = languageCode(run.common.language);
  const { sources } = materialOf(run);
  const evidence = readEvidence([run.request.topic, ...sources.map(({ text }) => text)], code);
  // Posts are no Markdown: their points have marks of their own.
  const text = posts.map((post) => post.text.replace(/^•/gm, "-")).join("\n\n");
  const missing = run.request.platforms.filter((platform) => !posts.some((post) => post.platform === platform));
  const long = posts.filter((post) => composePost(post, run.request.link ?? null).shortened);
  const placeholders = /\[[^\]]*\b(insert|your|name|link)\b[^\]]*\]|lorem ipsum/i.test(text)
    ? ["a placeholder stands in the text"]
    : [];
  return [
    check(
      "platforms",
      "Platforms",
      missing.map((platform) => `there is no post for ${platform}`),
      `${posts.length} posts`,
    ),
    check(
      "limits",
      "Limits",
      long.map(({ platform }) => `the post for ${platform} is too long`),
      "Each post is within its platform's limit",
    ),
    check("placeholders", "Finished text", placeholders, "No placeholder is left"),
    checkFigures(text, evidence),
    ...(working_draft ? [] : [checkClaims(text, evidence)]),
  ];
}
