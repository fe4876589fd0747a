import type { Sql } from "postgres";
import { startHub } from "#scripts/start-hub.ts";
import { expect, test } from "../support/fixtures.ts";
import { hub } from "../support/hub.ts";

const limit = 30;
/** A process takes a tenth of the limit at once, to be used within ten seconds. */
const block = limit / 10;

/** The ten seconds that it is, as the database counts them. */
async function windowOf(db: Sql): Promise<number> {
  const [row] = await db`select floor(extract(epoch from clock_timestamp()) / 10)::int as number`;
  return row?.number;
}

test("two web processes on one database are one hub: one limit for a key, and one end of it", async ({ api, db }) => {
  const made = await api.post<{ id: string; key: string }>("/api/keys", {
    name: "two processes",
    scopes: ["tasks:read"],
    limit_per_minute: limit,
  });
  const second = await startHub({}, hub);
  try {
    const headers = { "x-api-key": made.body.key };
    const first = await windowOf(db);
    const answers: Response[] = [];
    for (let round = 0; round < limit * 2; round += 1) {
      const ask = (url: string) => fetch(`${url}/api/tasks?limit=1`, { headers });
      answers.push(...(await Promise.all([ask(hub.baseUrl), ask(second.baseUrl)])));
    }
    const last = await windowOf(db);
    const minutes = Math.floor(last / 6) - Math.floor(first / 6) + 1;
    const served = answers.filter(({ status }) => status === 200);
    const refused = answers.filter(({ status }) => status === 429);
    expect(served.length + refused.length).toBe(answers.length);
    // All asked for four times what there was, so nothing is left over but what each had begun when ten seconds ended; more
    // than a minute's worth is served only over its edge.
    expect(served.length).toBeGreaterThanOrEqual(limit - (last - first) * 2 * (block - 1));
    expect(served.length).toBeLessThanOrEqual(limit * minutes);
    for (const { headers } of refused) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    const servedBy = (url: string) => served.filter((answer) => answer.url.startsWith(url)).length;
    expect(Math.min(servedBy(hub.baseUrl), servedBy(second.baseUrl))).toBeGreaterThan(0);

    const id = await api.createPost();
    expect((await api.get(`/api/tasks/${id}`)).status).toBe(200);
    expect((await api.delete(`/api/keys/${made.body.id}`)).status).toBe(204);
    expect((await fetch(`${second.baseUrl}/api/tasks/${id}`, { headers })).status).toBe(401);
  } finally {
    await second.stop();
  }
});
