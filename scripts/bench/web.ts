import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium } from "@playwright/test";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import { benchAdmin, startBenchHub } from "#scripts/bench/bench-hub.ts";
import { findBrowser } from "#scripts/find-browser.ts";
import { HubClient } from "#scripts/gallery/hub-client.ts";
import { signIn } from "#scripts/gallery/sign-in.ts";

/** Bytes of gzipped JavaScript that a screen's first load may take. */
const limitBytes = 190_000;
/** Milliseconds until the largest part of a screen is painted; the median of some loads. */
const limitMs = 1_000;
/** How much of what stands on the screen may move by itself while it loads (cumulative layout shift); the worst load. */
const limitShift = 0.05;
const loads = 3;
const group = "bench";

/**
 * `npm run bench -- web`: what each screen's first load weighs, when its largest part is painted and how much shifts, with
 * a few tasks in the hub. Fails when a screen is over a limit.
 */
export async function benchWeb(): Promise<void> {
  const hub = await startBenchHub();
  const { executablePath, args, env } = await findBrowser();
  const browserEnv = { ...process.env, ...env } as Record<string, string>;
  const browser = await chromium.launch({ executablePath, args, env: browserEnv });
  try {
    const paths = await screens(await HubClient.signIn(hub.baseUrl, benchAdmin));
    const context = await browser.newContext({ baseURL: hub.baseUrl, viewport: { width: 1440, height: 900 } });
    await signIn(context, benchAdmin);
    console.log("screen                    JavaScript, gzipped   largest paint   shift");
    for (const { name, path } of paths) {
      const bytes = await firstLoad(context, path);
      const seen: Load[] = [];
      for (let load = 0; load < loads; load += 1) seen.push(await watchLoad(context, path));
      const paint = seen.map((load) => load.paint).sort((x, y) => x - y)[loads >> 1] ?? 0;
      const shift = Math.max(...seen.map((load) => load.shift));
      const verdict = [
        bytes > limitBytes && `over ${limitBytes} B`,
        paint > limitMs && `over ${limitMs} ms`,
        shift > limitShift && `shifts more than ${limitShift}`,
      ];
      const over = verdict.filter(Boolean).join(", ");
      if (over) process.exitCode = 1;
      const weight = `${(bytes / 1000).toFixed(1)} kB`;
      console.log(
        `${name.padEnd(24)} ${weight.padStart(20)}   ${String(paint).padStart(10)} ms   ${shift.toFixed(3)}   ${over}`.trimEnd(),
      );
    }
  } finally {
    await browser.close();
    await hub.stop();
  }
}

/** Every screen, with a task waiting, one published and a quiz that can be taken. */
async function screens(admin: HubClient): Promise<{ name: string; path: string }[]> {
  const make = (fields: object) => admin.post<TaskResponse>("/api/tasks", { task_source_group_id: group, ...fields });
  const story = "The harbour bell rings twice. The ferry leaves at noon. The pier is old.";
  const post = { task_type: "blog_post", topic: "Reading a tide table", source_material: story, target_length: 200 };
  const waiting = await make(post);
  const published = await make(post);
  const quiz = await make({ task_type: "quiz", story_prompt: story, difficulty: "easy", num_questions: 2 });
  for (const { task_id: id } of [waiting, published]) await admin.until(id, "awaiting_approval");
  await admin.until(quiz.task_id, "completed");
  await admin.post(`/api/tasks/${published.task_id}/approve`);
  const { published_url: url } = await admin.post<TaskResponse>(`/api/tasks/${published.task_id}/publish`);
  const { result } = await admin.get<TaskResponse>(`/api/tasks/${quiz.task_id}`);
  // What the quiz pipeline makes has this shape (task-types/quiz/schema.ts).
  const { id: quizId } = (result as { quiz: { id: string } }).quiz;
  const publicPath = new URL(url ?? "").pathname;
  const named = (name: string, path = name) => ({ name, path });
  return [
    ...["/", "/review", "/queue"].map((path) => named(path)),
    named("/queue/{id}", `/queue/${waiting.task_id}`),
    named("/groups"),
    named("/groups/{id}", `/groups/${group}`),
    ...["/create", "/create?type=blog_post", "/create/import"].map((path) => named(path)),
    ...["members", "keys", "models", "policies", "audit", "you"].map((page) => named(`/settings/${page}`)),
    named("/p/{account}", publicPath.split("/").slice(0, 3).join("/")),
    named("/p/{account}/{slug}", publicPath),
    named("/quiz/{id}", `/quiz/${quizId}`),
    named("/docs"),
    named("/docs/tasks"),
  ];
}

/** Scripts that the document names, but those for browsers without modules, which no one loads. */
async function firstLoad({ request }: BrowserContext, path: string): Promise<number> {
  const html = await (await request.get(path)).text();
  const tags = html.match(/<script\b[^>]*>/g) ?? [];
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []);
  let bytes = 0;
  for (const source of new Set(sources)) bytes += gzipSync(await (await request.get(source)).body()).length;
  return bytes;
}

type Load = { /** Milliseconds from the request to the largest contentful paint. */ paint: number; shift: number };

/** One load, until nothing has been painted or moved for half a second. */
async function watchLoad(context: BrowserContext, path: string): Promise<Load> {
  const page = await context.newPage();
  try {
    await page.goto(path, { waitUntil: "load" });
    return await page.evaluate(
      () =>
        new Promise<Load>((resolve) => {
          const seen = { paint: 0, shift: 0 };
          const done = () => resolve({ ...seen, paint: Math.round(seen.paint) });
          let timer = setTimeout(done, 2000);
          const later = () => {
            clearTimeout(timer);
            timer = setTimeout(done, 500);
          };
          new PerformanceObserver((list) => {
            seen.paint = list.getEntries().at(-1)?.startTime ?? seen.paint;
            later();
          }).observe({ type: "largest-contentful-paint", buffered: true });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) seen.shift += "value" in entry ? Number(entry.value) : 0;
            later();
          }).observe({ type: "layout-shift", buffered: true });
        }),
    );
  } finally {
    await page.close();
  }
}
