import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium } from "@playwright/test";
import { buildIfStale } from "#scripts/build.ts";
import { findBrowser } from "#scripts/find-browser.ts";
import { startHub } from "#scripts/start-hub.ts";

/** Bytes of gzipped JavaScript that a screen's first load may take. */
const limit = 190_000;
const screens = [
  "/",
  "/review",
  "/queue",
  "/queue/1",
  "/groups",
  "/groups/bench",
  "/create",
  "/create?type=blog_post",
  "/create/import",
  "/settings/members",
  "/settings/keys",
  "/settings/models",
  "/settings/policies",
  "/settings/audit",
  "/settings/you",
];

const email = "bench@example.com";
const password = "a password for the bench";

/**
 * `npm run bench -- web`: what each screen's first load weighs, and when its largest part is painted. Fails when a screen
 * weighs more than the limit.
 */
export async function benchWeb(): Promise<void> {
  await buildIfStale(console.log, AbortSignal.timeout(600_000));
  const hub = await startHub({ ADMIN_EMAIL: email, ADMIN_PASSWORD: password, LOG_LEVEL: "error" });
  const { executablePath, args, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const context = await browser.newContext({ baseURL: hub.baseUrl, viewport: { width: 1440, height: 900 } });
    await signIn(context);
    for (const path of screens) {
      const bytes = await firstLoad(context, path);
      const paint = await largestPaint(context, path);
      const verdict = bytes <= limit ? "" : `   over ${limit}`;
      if (verdict) process.exitCode = 1;
      console.log(`${path.padEnd(24)} ${String(bytes).padStart(7)} B   largest paint ${paint} ms${verdict}`);
    }
  } finally {
    await browser.close();
    await hub.stop();
  }
}

async function signIn({ request }: BrowserContext): Promise<void> {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken, email, password, json: "true", callbackUrl: "/" };
  const answer = await request.post("/api/auth/callback/credentials", { form });
  if (!answer.ok()) throw new Error(`Signing in failed: ${answer.status()}`);
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

/** Milliseconds from the request to the largest contentful paint, once the page has been quiet for half a second. */
async function largestPaint(context: BrowserContext, path: string): Promise<number> {
  const page = await context.newPage();
  try {
    await page.goto(path, { waitUntil: "load" });
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let last = 0;
          let timer = setTimeout(() => resolve(Math.round(last)), 2000);
          new PerformanceObserver((list) => {
            last = list.getEntries().at(-1)?.startTime ?? last;
            clearTimeout(timer);
            timer = setTimeout(() => resolve(Math.round(last)), 500);
          }).observe({ type: "largest-contentful-paint", buffered: true });
        }),
    );
  } finally {
    await page.close();
  }
}
