import * as z from "zod";

/** inference-task-manager.md, "Health Check", with what is checked. */
export const healthSchema = z
  .object({
    status: z.enum(["healthy", "unhealthy"]),
    timestamp: z.iso.datetime(),
    version: z.string(),
    uptime: z.number().meta({ description: "Seconds of this web process" }),
    checks: z.object({ database: z.boolean(), worker: z.boolean() }),
    failing: z.array(z.string()),
    active_tasks: z.int().optional(),
    pending_tasks: z.int().optional(),
    completed_tasks: z.int().optional(),
    failed_tasks: z.int().optional(),
  })
  .meta({ id: "Health" });
