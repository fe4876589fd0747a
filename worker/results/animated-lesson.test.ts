import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as cheerio from "cheerio";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "#lib/contract/json.ts";
import { decodeSound } from "#lib/media/convert-sound.ts";
import { probe } from "#lib/media/probe.ts";
import { withScratchFolder } from "#lib/media/scratch-folder.ts";
import { durationOf, loudnessOf } from "#lib/media/wav.ts";
import { animatedLesson } from "#task-types/animated-lesson/schema.ts";
import { type PipelineOutcome, runPipeline } from "#worker/testing-pipeline.ts";

const task = (more: JsonObject = {}): JsonObject => ({
  task_type: "animated_lesson",
  ...animatedLesson.example,
  ...more,
});
const bytesOf = ({ files }: PipelineOutcome, url: unknown) => files.get(`${url}`)?.bytes ?? new Uint8Array();
const open = (outcome: PipelineOutcome) =>
  cheerio.load(Buffer.from(bytesOf(outcome, outcome.result.lesson_url)).toString());

describe("animated_lesson", () => {
  test("is one page that fetches nothing, speaks, and shows diagrams", async () => {
    const outcome = await runPipeline(task());
    const page = open(outcome);
    const scenes = outcome.result.scenes as { kind: string; narration: string; start: number; end: number }[];
    expect(scenes).toHaveLength(4);
    expect(page("title").text()).toBe("How a canal lock works");
    expect(page(".scene")).toHaveLength(4);
    const diagrams = scenes.filter(({ kind }) => kind === "mermaid").length;
    expect(diagrams).toBeGreaterThan(0);
    expect(page(".diagram svg")).toHaveLength(diagrams);
    expect(page.html().match(/https?:\/\/(?!www\.w3\.org\/2000\/svg)[^"' ]+/g)).toBeNull();
    const [, data = ""] = /^data:audio\/mpeg;base64,(.*)$/.exec(page("audio").first().attr("src") ?? "") ?? [];
    const sound = await decodeSound(new Uint8Array(Buffer.from(data, "base64")), "mp3", new AbortController().signal);
    expect(loudnessOf(sound)).toBeGreaterThan(0.01);
    expect(durationOf(sound)).toBeLessThan((scenes[0]?.end ?? 0) - (scenes[0]?.start ?? 0));
    expect(Buffer.from(bytesOf(outcome, outcome.result.vtt_url)).toString()).toContain("A lock lifts a boat");
    expect(outcome.degraded).toEqual([]);
  });

  test("its words cannot become markup", async () => {
    const attack = "<script>alert(1)</script> enters the lock, then </section> leaves it.";
    const page = open(
      await runPipeline(task({ title: '<img src="x">', prompt: attack, scenes: 1, render_mode: "markdown" })),
    );
    expect(page("img")).toHaveLength(0);
    expect(page("script")).toHaveLength(2);
    expect(page(".scene")).toHaveLength(1);
  });

  test("as a film it lasts as long as the page", async () => {
    const outcome = await runPipeline(
      task({ prompt: "The boat enters the lock, then the gates close.", scenes: 1, render_video: true }),
    );
    const found = await withScratchFolder(async (folder) => {
      const path = join(folder, "lesson.mp4");
      await writeFile(path, bytesOf(outcome, outcome.result.video_url));
      return probe(path, new AbortController().signal);
    });
    expect(found).toMatchObject({ video: { codec: "h264", width: 1280, height: 720 }, audio: { codec: "aac" } });
    expect(Math.abs(found.duration - Number(outcome.result.duration_seconds))).toBeLessThan(0.3);
  });
});
