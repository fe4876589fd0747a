import { connect } from "#db/connect.ts";
import { benchAdmin, startBenchHub } from "#scripts/bench/bench-hub.ts";
import { measureChanges } from "#scripts/bench/changes.ts";
import { measureFiles } from "#scripts/bench/files.ts";
import { seedAccount } from "#scripts/bench/seed.ts";
import { HubClient } from "#scripts/gallery/hub-client.ts";

/** Milliseconds that an answer for a screen may take, as the least of some tries. */
const limitMs = 50;
const tries = 7;

type Page = { next_cursor: string | null };

/**
 * `npm run bench -- screens 1000000`: how long the hub takes for what each screen asks, with that many tasks in one
 * account (100,000 by default), for a scrape and an export, and for each verb on a hundred. Fails when an answer takes
 * longer than its limit.
 */
export async function benchScreens(rows = "100000"): Promise<void> {
  const hub = await startBenchHub();
  try {
    const admin = await HubClient.signIn(hub.baseUrl, benchAdmin);
    const sql = connect(hub.databaseUrl, { max: 1, connection: { statement_timeout: 0 } });
    await seedAccount(sql, admin, Number(rows));
    const [me] = await sql<{ id: string }[]>`select id from users`;
    await sql.end();
    console.log(`${`${rows} tasks`.padEnd(46)}     least    median`);
    await measureScreens(admin, me?.id ?? "");
    await measureFiles(admin);
    await measureChanges(admin, me?.id ?? "");
  } finally {
    await hub.stop();
  }
}

export async function measureScreens(admin: HubClient, me: string): Promise<void> {
  for (const [name, path] of questions(me)) await measure(admin, name, path);
  for (const [name, path] of lists) await measure(admin, `${name}, page 40`, await deepPage(admin, path));
}

const lists: [name: string, path: string][] = [
  ["queue", "/api/tasks?limit=100"],
  ...["updated_at", "status", "task_type", "priority", "quality_score"].map((sort): [string, string] => [
    `queue by ${sort}`,
    `/api/tasks?limit=100&sort_by=${sort}`,
  ]),
  ["queue by quality_score, least first", "/api/tasks?limit=100&sort_by=quality_score&sort_order=asc"],
  ["queue, failed", "/api/tasks?limit=100&status=failed"],
  [
    "queue, waiting in review order",
    "/api/tasks?limit=100&status=awaiting_approval&sort_by=review_order&sort_order=asc",
  ],
];

/** What the screens ask the API, by the screen that asks. */
function questions(me: string): [name: string, path: string][] {
  const waits = `status=awaiting_approval&not_approved_by=${me}&snoozed=false`;
  const from = new Date(Date.now() - 13 * 24 * 3600_000).toISOString().slice(0, 10);
  const since = (name: string) => `${name}_from=${from}T00:00:00.000Z`;
  const filtered = (filters: Record<string, string>) =>
    Object.entries(filters).map(([name, query]): [string, string] => [
      `queue, ${name}`,
      `/api/tasks?limit=100&${query}`,
    ]);
  return [
    ["badge: counts", "/api/tasks/count/by-status"],
    ["badge: waiting for me", `/api/tasks/count/total?${waits}&up_to=10001`],
    ["badge: notifications", "/api/notifications?unread=true&limit=1"],
    ["notifications", "/api/notifications?limit=30"],
    ["overview: stats", "/api/stats?days=14"],
    ["overview: queue", "/api/tasks/queue/status"],
    ["overview: oldest", `/api/tasks?${waits}&sort_by=updated_at&sort_order=asc&limit=1`],
    ["overview: running", "/api/tasks?status=generating&sort_by=updated_at&sort_order=desc&limit=20"],
    ["overview: failed", "/api/tasks?status=failed&sort_by=updated_at&sort_order=desc&limit=5"],
    ["desk", `/api/tasks?${waits}&sort_by=review_order&sort_order=asc&limit=100`],
    ["desk, one type", `/api/tasks?${waits}&task_type=quiz&sort_by=review_order&sort_order=asc&limit=100`],
    [
      "desk, one group",
      `/api/tasks?${waits}&task_source_group_id=group-7&sort_by=review_order&sort_order=asc&limit=100`,
    ],
    ["desk, snoozed", `/api/tasks?${waits.replace("false", "true")}&sort_by=review_order&sort_order=asc&limit=100`],
    ["presence", "/api/presence"],
    ["groups", "/api/groups"],
    ["one group", "/api/groups/group-7"],
    ["its tasks", "/api/tasks?task_source_group_id=group-7&sort_by=created_at&sort_order=asc&limit=100"],
    ["audit", "/api/audit?limit=100"],
    ["audit, one action", "/api/audit?limit=100&action=key.create"],
    ["audit, one target", "/api/audit?limit=100&target_id=row-20"],
    ...lists,
    ...filtered({
      "made since": `status=completed,approved,published,awaiting_approval,rejected&${since("finished")}`,
      "decided since": since("decided"),
      "approved since": `status=approved,published&${since("decided")}`,
      "paid for since": since("spent"),
      "created since": since("created"),
      "scored since": `min_quality=0&sort_by=quality_score&${since("created")}`,
      "one type since": `task_type=quiz&${since("created")}`,
      "one model since": `model_used=builtin/other&${since("created")}`,
      "one model": "model_name=builtin/other",
      "no such model": "model_name=no/such",
      "one group": "task_source_group_id=group-7",
      sources: "task_source_ids=source-7,source-8",
      "quality over 9.5": "min_quality=9.5",
      "quality over 9.95": "min_quality=9.95",
      degraded: "degraded=true",
      "assigned to me": `assigned_to=${me}`,
      snoozed: "snoozed=true",
      "approved by me": `approved_by=${me}`,
      "search for many": "q=bench",
      "search for few": "q=number%2099999",
      "search for none": "q=nothing%20like%20it",
      "search of two letters": "q=zq",
    }),
  ];
}

async function deepPage(admin: HubClient, path: string): Promise<string> {
  let cursor = "";
  for (let page = 1; page < 40; page += 1) {
    const { next_cursor: next } = await admin.get<Page>(path + cursor);
    if (!next) break;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  return path + cursor;
}

async function measure(admin: HubClient, name: string, path: string): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < tries; round += 1) {
    const startedAt = performance.now();
    await admin.get(path);
    times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  const [least = 0, median = 0] = [times[0], times[tries >> 1]];
  if (least > limitMs) process.exitCode = 1;
  const verdict = least > limitMs ? `   over ${limitMs} ms` : "";
  console.log(`${name.padEnd(46)} ${least.toFixed(0).padStart(6)} ms ${median.toFixed(0).padStart(6)} ms${verdict}`);
}
