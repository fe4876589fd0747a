import * as z from "zod";
import type { JsonObject } from "#lib/contract/json.ts";
import { attribute, contain, materialRule, type Source, sourceElements } from "#task-types/material/collect-sources.ts";
import type { AnyRun } from "#task-types/phase-run.ts";
import { spliceMarkdown, splitMarkdown } from "./markdown-blocks.ts";

/** Words that are written together; a passage of running text has neither title nor summary. */
export type Passage = {
  /** What people call it, where that is none of its words: "linkedin". */
  label?: string;
  title: string | null;
  /** A mail's preheader, or what a segment's picture shows. */
  summary: string | null;
  text: string;
};

export type RewriteWish = {
  /** What is written and for whom, a line for each thing. */
  brief: string;
  topic: string;
  sources: readonly Source[];
  /** What was computed, where the text is about figures: no figure comes from anywhere else. `job` tells a built-in model its kind. */
  figures?: { job: string; table: JsonObject };
  /** Whether sentences carry the number of their source, [1]. */
  cites: boolean;
  /** What the three parts of a passage are there, and their limits. */
  rules: string;
  /** The phase whose model writes; by default the one that runs. */
  asPhase?: string;
};

type Run = Pick<AnyRun, "common" | "feedback" | "blocks" | "generate" | "warn">;
type NamedPassage = Passage & { name: string };

const rewrittenSchema = z.object({
  passages: z.array(
    z.object({
      name: z.string().describe("As the passage is named"),
      title: z.string().nullable(),
      summary: z.string().nullable(),
      text: z.string().describe("The new words; empty where the passage is to go"),
    }),
  ),
  warnings: z.array(z.string()).default([]).describe("What could not be done as asked; usually empty"),
});

/** A Markdown text with the round's blocks rewritten and every other one as it was, to the byte. */
export async function rewriteContent(run: Run, content: string, wish: RewriteWish): Promise<string> {
  return spliceMarkdown(content, await rewriteBlocks(run, content, wish));
}

/** The new words of the round's blocks of a Markdown text, by their places in it. */
export async function rewriteBlocks(run: Run, content: string, wish: RewriteWish): Promise<Map<number, string>> {
  const passages = splitMarkdown(content).map(({ source }) => ({ title: null, summary: null, text: source }));
  const rewritten = await rewrite(run, passages, content, wish);
  return new Map([...rewritten].map(([index, { text }]) => [index, text]));
}

/** All passages, those of the round rewritten; none of these becomes empty. */
export async function rewriteItems<Item extends Passage>(run: Run, items: Item[], wish: RewriteWish): Promise<Item[]> {
  const whole = items.map(({ title, text }) => [title, text].filter(Boolean).join("\n\n")).join("\n\n");
  const rewritten = await rewrite(run, items, whole, wish);
  return items.map((item, index) => {
    const next = rewritten.get(index);
    if (next?.text.trim() === "") {
      run.warn(`Nothing would have been left of part ${index + 1}, so it stayed as it was.`);
      return item;
    }
    return { ...item, ...next };
  });
}

/** What a model says of any other passage is passed over; one that it forgets stays as it was, with a warning. */
async function rewrite(
  run: Run,
  all: Passage[],
  whole: string,
  { brief, topic, sources, figures, cites, rules, asPhase }: RewriteWish,
): Promise<Map<number, Passage>> {
  const named = (run.blocks ?? []).flatMap((index): NamedPassage[] => {
    const { label, title, summary, text } = all[index] ?? {};
    const called = label === undefined ? {} : { label };
    if (text === undefined) return [];
    return [{ name: String(index), ...called, title: title ?? null, summary: summary ?? null, text }];
  });
  const { passages, warnings } = await run.generate({
    ...(asPhase && { asPhase }),
    job: "passages.rewrite",
    input: {
      ...{ topic, language: run.common.language, cites, whole, feedback: run.feedback, passages: named },
      ...(figures && { figures }),
      sources: sources.map(({ number, title, text }) => ({ number, title, text })),
    },
    system: `You revise single passages of a text that is otherwise finished. ${materialRule}\n${rules}`,
    prompt: [
      brief,
      figures ? `<source title="The computed table">\n${contain(JSON.stringify(figures.table))}\n</source>` : "",
      sourceElements(sources) ||
        (figures ? "" : "There is no source material: add no fact, figure, name, date or quotation."),
      `<draft>\n${contain(whole)}\n</draft>`,
      named.map(passageElement).join("\n\n"),
      `<feedback>\n${contain(run.feedback ?? "")}\n</feedback>`,
      "Rewrite the passages named above, and those alone, as the feedback asks; change nothing in them that it does not ask for. Everything around them stays as it is, so each must go on from what stands before it and lead to what stands behind it. Answer with each under its name.",
    ]
      .filter(Boolean)
      .join("\n\n"),
    output: rewrittenSchema,
    temperature: 0.3,
  });
  for (const warning of warnings) run.warn(warning);
  return new Map(
    named.map(({ name, ...before }) => {
      const found = passages.find((passage) => passage.name === name);
      if (!found) run.warn(`Passage ${name} was not rewritten: the model left it out.`);
      return [Number(name), found ? merged(before, found) : before];
    }),
  );
}

/** A passage has the parts that it had. */
function merged(before: Passage, { title, summary, text }: Passage): Passage {
  return {
    title: before.title === null ? null : title?.trim() || before.title,
    summary: before.summary === null ? null : (summary?.trim() ?? before.summary),
    text: text.replace(/^```(?:markdown|md)\n([\s\S]*?)\n```\s*$/, "$1"),
  };
}

function passageElement({ name, label, title, summary, text }: NamedPassage): string {
  const parts = [title === null ? "" : `Title: ${title}`, summary === null ? "" : `Summary: ${summary}`, text];
  const called = label === undefined ? "" : ` label="${attribute(label)}"`;
  return `<passage name="${name}"${called}>\n${contain(parts.filter(Boolean).join("\n"))}\n</passage>`;
}
