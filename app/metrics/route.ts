import * as z from "zod";
import { countScope } from "#app/_server/count-scope.ts";
import { route } from "#app/_server/hub-route.ts";
import { unauthenticated } from "#domain/auth/caller.ts";
import { processingTimeBounds, readMetrics } from "#domain/metrics/read-metrics.ts";
import { metricsType } from "#lib/http/metrics-text.ts";
import { presentMetrics } from "#lib/http/present-metrics.ts";
import { processMetrics } from "#lib/http/process-metrics.ts";
import { requestTimes } from "#lib/http/request-times.ts";

export const GET = route(
  {
    summary: "Metrics in the Prometheus text format, of the caller's account or, for operators, of all",
    access: "public",
    limited: false,
    responses: { 200: z.string() },
    responseType: metricsType,
    errors: ["UNAUTHENTICATED", "FORBIDDEN"],
    profile: "inference",
  },
  async ({ ctx, request }) => {
    const scope = await countScope(ctx, request);
    if (scope === "none") throw unauthenticated("Send an API key, a token, or OPERATOR_TOKEN as Bearer");
    const tasks = presentMetrics(await readMetrics(ctx.db, scope), processingTimeBounds);
    const text = [tasks, requestTimes.present(scope), await processMetrics()].join("\n");
    return new Response(text, { headers: { "content-type": metricsType } });
  },
);
