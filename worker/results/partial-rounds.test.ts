import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "#lib/contract/json.ts";
import { listBlocks } from "#task-types/blocks/block-plan.ts";
import { keepFrozen } from "#task-types/blocks/keep-frozen.ts";
import type { NewArtifact, TextCall } from "#task-types/phase-run.ts";
import { findTaskType } from "#task-types/schemas.ts";
import { type Kept, type PipelineWorld, runPipeline } from "#worker/testing-pipeline.ts";

const material = `The harbour of Wexmouth opened its new jetty on 3 May. The jetty has 42 berths, 12 of them for guests. Guests pay 180 kroner a night, electricity included. The old jetty was built in 1931 and rotted below the water line. Divers found the damage in 2022. The club has 310 members. The harbour swim takes place on 14 June at 10 o'clock. The course is 1,200 metres long. Entry closes on 7 June.`;

/** Makes a result, then sends some blocks of it back; everything is checked as the worker checks it. */
async function twoRounds(body: JsonObject, names: string[], feedback: string, world: PipelineWorld = {}) {
  const stored = new Map<string, NewArtifact>();
  const kept: Kept = new Map();
  const first = await runPipeline(body, { stored, kept });
  const before = { content: first.content, result: edited(first.result) };
  const madeFirst = new Set(stored.keys());
  const second = await runPipeline(body, {
    ...{ stored, kept, feedback, previous: before, blocks: names },
    earlier: first.outputs as Record<string, Json>,
    ...world,
  });
  const plan = findTaskType(String(body.task_type))?.blocks;
  if (!plan) throw new Error("the type has no blocks");
  const after = keepFrozen(plan, before, second, names);
  const listed = { before: listBlocks(plan, before), after: listBlocks(plan, after) };
  const made = [...stored].flatMap(([reference, { role }]) => (madeFirst.has(reference) ? [] : role));
  return { before, second, after, listed, made: made.sort() };
}

/** A person's own words, which no round may lose. */
function edited(result: JsonObject): JsonObject {
  return { ...result, ...("featured_image_alt" in result ? { featured_image_alt: "As a person put it" } : {}) };
}

function changed({ before, after }: { before: { text: string }[]; after: { text: string }[] }): number[] {
  return before.flatMap(({ text }, index) => (after[index]?.text === text ? [] : index));
}

/** A model that answers for every passage there could be, also for those that it was not asked about. */
const meddling = ({ job }: TextCall<unknown>): JsonObject | null =>
  job === "passages.rewrite"
    ? {
        passages: Array.from({ length: 12 }, (_, index) => ({
          ...{ name: String(index), title: `Meddled ${index}`, summary: "Meddled", text: `Meddled with ${index}.` },
        })),
        warnings: [],
      }
    : null;

const bodies: Record<string, JsonObject> = {
  email: { task_type: "email", topic: "The new jetty", sequence_length: 3, source_material: material },
  newsletter: {
    ...{ task_type: "newsletter", topic: "News from the harbour" },
    sections: [
      { title: "The new jetty", notes: material.slice(0, 240) },
      { title: "Harbour swim", notes: material.slice(-130) },
      { title: "Divers", notes: "Divers found the damage in 2022. The old jetty was built in 1931." },
    ],
  },
  social_media: {
    ...{ task_type: "social_media", topic: "The new jetty", platforms: ["x", "linkedin", "mastodon"] },
    ...{ link: "https://example.org/jetty", hashtags: ["harbour"], source_material: material },
  },
};

describe.each([
  ["email", "emails.1"],
  ["newsletter", "sections.1"],
  ["social_media", "posts.1"],
])("%s", (type, name) => {
  it("changes the named one alone, whatever a model says of the others", async () => {
    const { listed, after, before, second } = await twoRounds(bodies[type] ?? {}, [name], "Other words", {
      answer: meddling,
    });
    expect(changed(listed)).toEqual([1]);
    expect(listed.after[1]?.text).toContain("Meddled");
    const own = findTaskType(type)?.blocks;
    const frozen = Object.keys(before.result).filter((field) => field !== own?.list && !own?.derived.includes(field));
    expect(frozen.length).toBeGreaterThan(0);
    expect(second.warnings).toEqual([]);
    for (const field of frozen) expect(after.result[field]).toEqual(before.result[field]);
  });

  it("follows the feedback with the built-in writer", async () => {
    const { listed, second } = await twoRounds(bodies[type] ?? {}, [name], "Shorter");
    expect(changed(listed)).toEqual([1]);
    expect(listed.after[1]?.text.length).toBeLessThan(listed.before[1]?.text.length ?? 0);
    expect(second.warnings).toEqual([]);
  });
});

describe("a post's hashtags", () => {
  const body = bodies.social_media ?? {};
  const postsOf = ({ result }: { result: JsonObject }) => result.posts as { text: string; hashtags: string[] }[];

  it("go, come and change as a remark asks, and its words stay without a model being asked", async () => {
    const { before, after, listed } = await twoRounds(body, ["posts.1"], "Without #Jetty, add #Tide", {
      answer: ({ job }) => (job === "passages.rewrite" ? { passages: [], warnings: ["asked"] } : null),
    });
    const [old, now] = [postsOf(before)[1], postsOf(after)[1]];
    expect(old?.hashtags).toContain("#Jetty");
    expect(now?.hashtags).toEqual([...(old?.hashtags ?? []).filter((tag) => tag !== "#Jetty"), "#Tide"]);
    const words = (post = { text: "" }) => post.text.replace(/#\S+\s*/g, "").trim();
    expect(words(now)).toBe(words(old));
    expect(changed(listed)).toEqual([1]);
  });

  it("are none of the words that a model is sent", async () => {
    const asked: unknown[] = [];
    await twoRounds(body, ["posts.0"], "Shorter, and without hashtags", {
      answer: ({ job, input }) => {
        if (job === "passages.rewrite") asked.push(input.feedback);
        return null;
      },
    });
    expect(asked).toEqual(["Shorter"]);
  });
});

describe("documentation", () => {
  it("typesets the document anew around the one passage", async () => {
    const content =
      "# Start\n\nTurn the main switch to I. Wait until the green lamp shows.\n\n# Stop\n\nTurn the main switch to 0.";
    const body = { task_type: "documentation", title: "Pump P-12", content, format: "html" };
    const { after, before, listed, second } = await twoRounds(body, ["1"], 'Replace "green lamp" with "green light"');
    expect(changed(listed)).toEqual([1]);
    expect(after.content).toBe(before.content?.replace("green lamp", "green light"));
    const page = second.files.get(String(after.result.document_url));
    expect(Buffer.from(page?.bytes ?? []).toString()).toContain("green light");
    expect(after.result.document_url).not.toBe(before.result.document_url);
  });
});

describe("market_research", () => {
  const body = {
    ...{ task_type: "market_research", topic: "Cargo bicycles in cities", competitors: ["Velorum", "Packrad"] },
    questions: ["What do they cost?", "Who owns the makers?"],
    source_material:
      "Demand for cargo bicycles in Danish cities grew by 18 % in 2025. A Velorum costs 38,000 kroner and carries 100 kg. A Packrad costs 29,500 kroner and carries 80 kg. Velorum leads the market with 41 % of sales. Packrad buyers complain about slow delivery of spare parts. Cheaper imports compete with both makers since spring.",
  };
  const says =
    (words: string) =>
    ({ job, input }: TextCall<unknown>): JsonObject | null =>
      job === "passages.rewrite"
        ? {
            passages: (input.passages as { name: string }[]).map(({ name }) => ({
              name,
              title: null,
              summary: null,
              text: words,
            })),
          }
        : null;
  const places = async () => {
    const { content, result } = await runPipeline(body);
    const plan = findTaskType("market_research")?.blocks;
    if (!plan) throw new Error("the type has no blocks");
    const blocks = listBlocks(plan, { content, result });
    return {
      answer: String(blocks.findIndex(({ text }) => text.startsWith("Who owns the makers?"))),
      table: String(blocks.findIndex(({ kind }) => kind === "table")),
      weaknesses: String(blocks.findIndex(({ text }) => text === "Weaknesses") + 1),
      chart: String(blocks.findIndex(({ kind, text }, at) => kind === "paragraph" && text === "" && at > 0)),
    };
  };
  /** Everything but what one part of the report says. */
  const others = (result: JsonObject, field: string) =>
    Object.fromEntries(
      Object.entries(result).filter(([name]) => ![field, "quality_score", "qa_feedback"].includes(name)),
    );

  it("writes the summary anew, and the report's field follows; all else stays to the byte", async () => {
    const words = "Demand grew by 18 % in 2025 [1]. Velorum leads with 41 % of sales [1].";
    const { before, after, listed, made } = await twoRounds(body, ["0"], "Only demand", { answer: says(words) });
    expect(changed(listed)).toEqual([0]);
    expect(after.result.summary).toBe("Demand grew by 18 % in 2025. Velorum leads with 41 % of sales.");
    expect(others(after.result, "summary")).toEqual(others(before.result, "summary"));
    expect(after.content?.slice(words.length)).toBe(before.content?.slice(before.content.indexOf("\n\n## Questions")));
    expect(made).toEqual([]);
  });

  it("reads an answer, a list and the table back from their passages", async () => {
    const at = await places();
    const answer = await twoRounds(body, [at.answer], "Answer it", {
      answer: says("**Who owns the makers?** Velorum leads the market with 41 % of sales. [1]"),
    });
    expect(answer.after.result.questions).toMatchObject([{ answered: true }, { answered: true }]);
    expect(others(answer.after.result, "questions")).toEqual(others(answer.before.result, "questions"));

    const list = await twoRounds(body, [at.weaknesses], "Two points", {
      answer: says("- Spare parts come slowly. [1]\n- Nobody knows the owners."),
    });
    expect((list.after.result.swot as JsonObject).weaknesses).toEqual([
      { text: "Spare parts come slowly.", citation: 1 },
      { text: "Nobody knows the owners.", citation: null },
    ]);
    expect((list.after.result.swot as JsonObject).threats).toEqual((list.before.result.swot as JsonObject).threats);
    expect(list.after.result.qa_feedback).toContainEqual(
      expect.objectContaining({ check: "citations", passed: false, finding: expect.stringContaining("Nobody knows") }),
    );

    const table = await twoRounds(body, [at.table], "Prices alone", {
      answer: says("| | Price |\n|---|---|\n| Velorum | 38,000 kroner [1] |\n| Packrad | — |"),
    });
    expect(table.after.result.comparison).toEqual({
      columns: ["Price"],
      rows: [
        { name: "Velorum", cells: [{ text: "38,000 kroner", citation: 1 }] },
        { name: "Packrad", cells: [null] },
      ],
    });
    expect(table.second.warnings.join()).toContain("charts");
  });

  it("lets a chart go with its passage", async () => {
    const { chart } = await places();
    const { before, after } = await twoRounds(body, [chart], "No chart", { answer: says("") });
    const charts = before.result.charts as JsonObject[];
    expect(after.result.charts).toHaveLength(charts.length - 1);
    expect(after.content).not.toContain(`${charts[0]?.image_url}`);
  });

  it("follows the feedback with the built-in analyst", async () => {
    const { before, after, listed } = await twoRounds(body, ["0"], "Replace “cargo bicycles” with “freight bikes”");
    expect(changed(listed)).toEqual([0]);
    expect(before.result.summary).toContain("cargo bicycles");
    expect(after.result.summary).toContain("freight bikes");
  });
});

describe("quiz", () => {
  const body = { task_type: "quiz", story_prompt: material, difficulty: "easy" };

  it("puts another question of the same kind in the place of the one", async () => {
    const { after, before, listed, second } = await twoRounds(body, ["questions.2"], "Ask about the divers");
    expect(changed(listed)).toEqual([2]);
    const quiz = after.result.quiz as { questions: JsonObject[]; total_points: number };
    const old = before.result.quiz as { questions: JsonObject[] };
    expect(quiz.questions[2]).toMatchObject({ id: "q_3", type: old.questions[2]?.type });
    expect(JSON.stringify(quiz.questions[2])).toContain("Divers");
    expect(quiz.total_points).toBe(5);
    expect(after.result.quiz_url).toBe(before.result.quiz_url);
    const file = second.files.get(String(after.result.quiz_json_url));
    expect(JSON.parse(Buffer.from(file?.bytes ?? []).toString())).toEqual(quiz);
    expect(second.warnings).toEqual([]);
  });

  it("keeps a person's own wording of every other question, and takes the kind that is named", async () => {
    const reworded = await twoRounds(body, ["questions.0"], "Make it a fill-in-the-gap question");
    const questions = (reworded.after.result.quiz as { questions: JsonObject[] }).questions;
    expect(questions[0]).toMatchObject({ type: "fill_in_the_blank", options: [] });
    expect(changed(reworded.listed)).toEqual([0]);
  });

  it("takes a remark for what it says, and not for the question that it is on", async () => {
    const first = await runPipeline(body);
    const [old] = (first.result.quiz as { questions: { question: string }[] }).questions;
    const remark = `“${old?.question}”: Ask about the divers`;
    const { after, second } = await twoRounds(body, ["questions.0"], remark);
    expect(JSON.stringify((after.result.quiz as { questions: JsonObject[] }).questions[0])).toContain("Divers");
    expect(second.warnings).toEqual([]);
  });

  it("keeps a question for which the story has no other, and says so", async () => {
    const { listed, second } = await twoRounds(
      { ...body, story_prompt: "Bees", num_questions: 1 },
      ["questions.0"],
      "Another one please",
    );
    expect(changed(listed)).toEqual([]);
    expect(second.warnings.join()).toContain("Question 1 stayed as it was");
  });

  it("refuses what a model writes that the story does not say or that is asked already", async () => {
    const { listed, before, second } = await twoRounds(body, ["questions.1"], "Another", {
      answer: ({ job }) =>
        job === "quiz.write" ? { title: "New title", questions: invented, shortcomings: [] } : null,
    });
    expect(changed(listed)).toEqual([]);
    expect(second.result.quiz).toMatchObject({ title: (before.result.quiz as JsonObject).title });
    expect(second.warnings.join()).toContain("Question 2 stayed as it was");
  });
  const invented = [
    {
      ...{ question: "How tall is the tower?", type: "short_answer", options: [] },
      ...{ correct_answer: "90 metres", evidence: "The tower is 90 metres tall." },
    },
  ];
});

describe("video", () => {
  const body = {
    ...{ task_type: "video", segments: 3, resolution: "320*180", image_style: "cartoon" },
    story_prompt: "The ferry leaves at noon. A red lighthouse stands on the cliff. The harbour sleeps in the evening.",
  };

  it("speaks and draws the one segment anew, and takes all others as they are", async () => {
    const { listed, after, before, made } = await twoRounds(body, ["segments.1"], 'Replace "red" with "white"');
    expect(changed(listed)).toEqual([1]);
    expect(after.result.segments).toMatchObject([{}, { text: "A white lighthouse stands on the cliff." }, {}]);
    const pictures = (result: JsonObject) =>
      (result.segments as { image_url: string }[]).map(({ image_url }) => image_url);
    const [old, now] = [pictures(before.result), pictures(after.result)];
    expect([now[0], now[2]]).toEqual([old[0], old[2]]);
    expect(now[1]).not.toBe(old[1]);
    // The one picture, the one narration, the one shot, and what is put together of all.
    expect(made).toEqual(["narration", "poster", "segment", "segment_image", "subtitles", "subtitles", "video"]);
  });
});

describe("animated_lesson", () => {
  it("says and shows the one scene anew", async () => {
    const body = {
      ...{ task_type: "animated_lesson", title: "How a canal lock works", scenes: 3 },
      prompt: "A lock lifts a boat. The boat enters through the lower gates. Valves let water in from above.",
    };
    const { listed, after, made } = await twoRounds(body, ["scenes.1"], 'Replace "boat" with "barge"');
    expect(changed(listed)).toEqual([1]);
    expect(after.result.scenes).toMatchObject([{}, { narration: "The barge enters through the lower gates." }, {}]);
    expect(made).toEqual(["lesson", "narration", "poster", "subtitles", "subtitles"]);
  });
});

describe("image_generation", () => {
  it("draws the one picture anew and leaves the others as they are, whatever seed was asked for", async () => {
    const input_data = { prompt: "A lighthouse on a cliff", width: 128, height: 96, num_images: 3, seed: 7 };
    const body = { task_type: "image_generation", model_name: "builtin/painter", input_data };
    const { before, after, made } = await twoRounds(body, ["images.1"], "At night");
    const [old, now] = [before, after].map(({ result }) => result.images as { url: string }[]);
    expect([now?.[0], now?.[2]]).toEqual([old?.[0], old?.[2]]);
    expect(now?.[1]?.url).not.toBe(old?.[1]?.url);
    expect(made).toEqual(["image"]);
  });
});
