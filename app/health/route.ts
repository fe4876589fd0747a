import { countScope } from "#app/_server/count-scope.ts";
import { route } from "#app/_server/hub-route.ts";
import { readHealth } from "#domain/health/read-health.ts";
import { healthSchema } from "#lib/contract/health.ts";
import { presentHealth } from "#lib/http/present-health.ts";

export const GET = route(
  {
    summary: "Whether the hub can work; with counts for those who may see them",
    access: "public",
    limited: false,
    responses: { 200: healthSchema, 503: healthSchema },
    profile: "inference",
  },
  async ({ ctx, request }) => {
    const scope = await countScope(ctx, request).catch(() => "none" as const);
    return presentHealth(await readHealth(ctx.db, scope));
  },
);
