import * as z from "zod";
import { definePipeline, type PhaseRun } from "#task-types/define-pipeline.ts";
import { contain, materialRule } from "#task-types/material/collect-sources.ts";
import { coverSchema, drawCover } from "#task-types/material/draw-cover.ts";
import { factList, materialSchema, provenanceOf, researchMaterial } from "#task-types/material/research-material.ts";
import { checkClaims } from "#task-types/quality/check-claims.ts";
import { checkFigures } from "#task-types/quality/check-figures.ts";
import { readEvidence } from "#task-types/quality/evidence.ts";
import { type Finding, findingSchema } from "#task-types/quality/finding.ts";
import { readThrough } from "#task-types/quality/read-through.ts";
import { check, scoreOf } from "#task-types/quality/score.ts";
import { languageCode } from "#task-types/text/language.ts";
import { composePost } from "./compose-post.ts";
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
  working_draft: z.boolean().default(false),
  shortcomings: z.array(z.string()).default([]),
});
type Written = z.output<typeof writtenSchema>;
const postSchema = socialMedia.result.shape.posts.element;
/** A post that a person may have edited brings all its fields along. */
const formattedSchema = z.array(
  postSchema.partial().required({ platform: true, text: true, hashtags: true, length: true }),
);
const checkedSchema = writtenSchema.extend({ findings: z.array(findingSchema) });

const author = `You write posts for social networks on behalf of an organisation. ${materialRule}
- One post for each platform asked for, each written for that platform and none a copy of another.
- Leave out the link: it is added at the end. Hashtags go into their own field, without "#".
- No emojis unless the tone is casual, no exclamation marks in rows, no questions that beg for engagement.`;

const mostReturns = 2;
/** A working draft is no post, however well it is made. */
const workingDraftLimit = 4;

/** One post for each platform, within its limit by its own counting. */
export const socialMediaPipeline = definePipeline(socialMedia, {
  phases: {
    research: (run) => researchMaterial(run, run.request.topic),

    creative: async (run) => {
      const written = run.blocks ? await rewrite(run) : await write(run, []);
      for (const shortcoming of written.shortcomings) run.degrade(shortcoming);
      if (written.working_draft || materialSchema.parse(run.outputs.research).sources.length === 0)
        run.degrade("no_source_material");
      return written;
    },

    qa: async (run) => {
      let written = writtenSchema.parse(run.outputs.creative);
      let findings = judge(run, written);
      // Posts that nobody sent back are not the author's to mend.
      const returns = run.blocks ? 0 : mostReturns;
      for (let returned = 0; returned < returns && findings.some(({ passed }) => !passed); returned++) {
        run.progress((returned + 1) / (mostReturns + 1), "Sent back with what was found");
        const next = await write(
          run,
          findings.filter(({ passed }) => !passed),
        );
        const again = judge(run, next);
        if (scoreOf(again) <= scoreOf(findings)) break;
        [written, findings] = [next, again];
      }
      return { ...written, findings: [...findings, await read(run, written)] };
    },

    image: (run) => drawCover(run, run.request.topic, materialSchema.parse(run.outputs.research)),

    format: async (run) => {
      const { posts } = checkedSchema.parse(run.outputs.qa);
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
        if (post.shortened) run.warn(`The post for ${platformRules[platform].label} was shortened to fit its limit.`);
        const { text, hashtags, length } = post;
        return [{ ...kept, platform, text, hashtags, length }];
      });
    },
  },

  finish: (outputs, { request }) => {
    const { findings, working_draft } = checkedSchema.parse(outputs.qa);
    const cover = coverSchema.parse(outputs.image);
    const posts = formattedSchema.parse(outputs.format);
    const score = Math.min(scoreOf(findings), working_draft ? workingDraftLimit : 10);
    const shown = { image_url: cover.url, image_alt: cover.alt };
    return {
      content: null,
      result: {
        posts: posts.map(({ platform, ...post }) => {
          const { limit, unit } = platformRules[platform];
          return { limit, unit, link: request.link ?? null, ...shown, platform, ...post };
        }),
        featured_image_url: cover.url,
        featured_image_alt: cover.alt,
        featured_image_credit: cover.credit,
        quality_score: score,
        qa_feedback: findings,
        provenance: provenanceOf(materialSchema.parse(outputs.research)),
      },
      qualityScore: score,
    };
  },

  retypeset: remeasurePosts,
});

async function rewrite(run: Run): Promise<Written> {
  const { working_draft } = writtenSchema.parse(run.earlier.creative);
  return { posts: await rewritePosts(run), working_draft, shortcomings: [] };
}

async function write(run: Run, faults: Finding[]): Promise<Written> {
  const { topic, tone, link, hashtags, platforms: wanted } = run.request;
  const material = materialSchema.parse(run.outputs.research);
  const rules = wanted.map((platform) => {
    const { label, limit, unit, usualWords, hashtags: tags, advice } = platformRules[platform];
    return { platform, label, limit, unit, usualWords, hashtags: tags, advice };
  });
  const prompt = [
    `Topic: ${topic}\nTone: ${tone}\nLanguage: ${run.common.language}`,
    `Platforms:\n${rules.map(({ platform, label, limit, unit, usualWords, hashtags: tags, advice }) => `- ${platform} (${label}): at most ${limit} ${unit} with link and hashtags, about ${usualWords} words, up to ${tags} hashtags; ${advice}`).join("\n")}`,
    link ? "A link follows each post." : "",
    hashtags.length > 0 ? `These hashtags are added anyway: ${hashtags.join(" ")}` : "",
    material.facts.length > 0
      ? `<facts>\n${contain(factList(material))}\n</facts>`
      : "There is no source material: say nothing beyond the topic, and set working_draft.",
    run.feedback ? `<feedback>\n${contain(run.feedback)}\n</feedback>` : "",
    faults.length > 0
      ? `Checks of your last posts found:\n${faults.map(({ finding }) => `- ${finding}`).join("\n")}`
      : "",
  ];
  return run.generate({
    asPhase: "creative",
    job: "social.posts",
    input: {
      ...{ topic, tone, language: run.common.language, platforms: rules, keywords: material.keywords },
      facts: material.facts.map(({ quote, theme }) => ({ text: quote, theme })),
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
  const { sources } = materialSchema.parse(run.outputs.research);
  const content = posts.map(({ platform, text }) => `${platformRules[platform].label}:\n\n${text}`).join("\n\n");
  const brief = [`Tone: ${tone}`, "One post for each network, as that network's readers expect it."];
  return readThrough(run, { kind: "posts for social networks", brief, topic, title: topic, content, sources });
}

function judge(run: Run, { posts, working_draft }: Written): Finding[] {
  const code = languageCode(run.common.language);
  const { sources } = materialSchema.parse(run.outputs.research);
  const evidence = readEvidence([run.request.topic, ...sources.map(({ text }) => text)], code);
  const text = posts.map((post) => post.text).join("\n\n");
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
