import { chromium, type Page } from "@playwright/test";
import { connect } from "#db/connect.ts";
import type { TaskResponse } from "#lib/contract/task-response.ts";
import { benchAdmin, startBenchHub } from "#scripts/bench/bench-hub.ts";
import { findBrowser } from "#scripts/find-browser.ts";
import { HubClient } from "#scripts/gallery/hub-client.ts";
import { signIn } from "#scripts/gallery/sign-in.ts";
import type { Hub } from "#scripts/start-hub.ts";

const rows = 100_000;
const scrolls = 240;
/** Pixels of one turn of the wheel: about a screen and a half in half a second. */
const turn = 400;

/**
 * `npm run bench -- queue`: the queue with 100,000 tasks: the time to the first rows, then frame times while somebody
 * scrolls on through the pages as they come, and what a filter and a search take.
 */
export async function benchQueue(): Promise<void> {
  const hub = await startBenchHub();
  const { executablePath, args, env } = await findBrowser();
  const browserEnv = { ...process.env, ...env } as Record<string, string>;
  const browser = await chromium.launch({ executablePath, args, env: browserEnv });
  try {
    await seed(hub);
    const context = await browser.newContext({ baseURL: hub.baseUrl, viewport: { width: 1440, height: 900 } });
    await signIn(context, benchAdmin);
    const page = await context.newPage();
    const first = await timed(async () => {
      await page.goto("/queue");
      await page.getByRole("row").nth(20).waitFor();
    });
    console.log(`first rows of ${rows}         ${first} ms`);
    await watchFrames(page);
    await page.mouse.move(720, 600);
    for (let step = 0; step < scrolls; step += 1) {
      await page.mouse.wheel(0, turn);
      await page.waitForTimeout(33);
    }
    console.log(await framesSeen(page));
    for (const [what, search] of Object.entries({
      filter: "status=failed",
      search: "q=number%2099999",
      sort: "sort=quality_score",
    })) {
      const took = await timed(async () => {
        await page.goto(`/queue?${search}`);
        await page.getByRole("row").nth(1).waitFor();
      });
      console.log(`${what.padEnd(28)} ${took} ms`);
    }
  } finally {
    await browser.close();
    await hub.stop();
  }
}

/** Copies of one finished task, over all statuses that stand still, made by one statement. */
async function seed(hub: Hub): Promise<void> {
  const admin = await HubClient.signIn(hub.baseUrl, benchAdmin);
  const made = await admin.post<TaskResponse>("/api/tasks", {
    task_type: "text_generation",
    model_name: "builtin/writer",
    input_data: { prompt: "Hello" },
  });
  await admin.until(made.task_id, "completed");
  const sql = connect(hub.databaseUrl, { max: 1 });
  await sql`
    insert into tasks select copied.*
    from tasks original, generate_series(1, ${rows}::int) n, lateral jsonb_populate_record(original, jsonb_build_object(
      'uid', gen_random_uuid(), 'id', 'row-' || n, 'number', 1000 + n, 'title', 'Task of the bench, number ' || n,
      'status', (array['completed', 'approved', 'failed', 'cancelled', 'published'])[1 + n % 5],
      'quality_score', 4 + n % 60 / 10.0, 'created_at', now() - n * interval '1 minute')) copied
    where original.id = ${made.task_id}`;
  await sql`analyze tasks`;
  await sql.end();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return Math.round(performance.now() - startedAt);
}

type Watch = { frames: number[]; longTasks: number[] };

function watchFrames(page: Page): Promise<void> {
  return page.evaluate(() => {
    const watch: Watch = { frames: [], longTasks: [] };
    Object.assign(window, { watch });
    new PerformanceObserver((list) =>
      watch.longTasks.push(...list.getEntries().map(({ duration }) => duration)),
    ).observe({
      type: "longtask",
    });
    let last = performance.now();
    const onFrame = (now: number) => {
      watch.frames.push(now - last);
      last = now;
      requestAnimationFrame(onFrame);
    };
    requestAnimationFrame(onFrame);
  });
}

async function framesSeen(page: Page): Promise<string> {
  const { frames, longTasks } = await page.evaluate(() => (window as unknown as { watch: Watch }).watch);
  const loaded = await page.getByRole("table").evaluate((table) => {
    const last = table.querySelector("tbody tr[aria-rowindex]:last-of-type")?.getAttribute("aria-rowindex");
    return last ?? [...table.querySelectorAll("tr[aria-rowindex]")].at(-1)?.getAttribute("aria-rowindex");
  });
  const sorted = frames.sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(0);
  const longest = Math.max(0, ...longTasks).toFixed(0);
  return [
    `scrolled to row               ${loaded}`,
    `frames                        ${sorted.length}: median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, 99 % within ${at(0.99)} ms`,
    `tasks longer than 50 ms       ${longTasks.length}, the longest ${longest} ms`,
  ].join("\n");
}
