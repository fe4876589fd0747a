import * as z from "zod";
import { route } from "#app/_server/hub-route.ts";
import { readStats } from "#domain/tasks/read-stats.ts";
import { statsSchema } from "#lib/contract/stats.ts";
import { json } from "#lib/http/route.ts";

export const GET = route(
  {
    summary: "Throughput, approval rate, quality and cost by day",
    access: "tasks:read",
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(14) }),
    responses: { 200: statsSchema },
  },
  async ({ ctx, query }) => json(await readStats(ctx, query.days)),
);
