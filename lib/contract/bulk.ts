import * as z from "zod";

/** A task as its caller names it: by id, or by number, which answers tell as a JSON number. */
export const taskName = z
  .union([z.string().min(1).max(200), z.int().min(1)], { error: "must be a task's id or number" })
  .transform(String);

export const taskIdList = z.array(taskName).min(1).max(100).meta({ description: "Ids or numbers; at most 100" });

const outcome = z.object({
  task_id: z.string(),
  status: z.enum(["done", "failed", "not_found"]),
  reason: z.string().nullable().meta({ description: "Why not; of what is done, what is still missing" }),
});

/** What every bulk verb answers: the sums, and each task's own outcome. */
export const bulkAnswerSchema = z
  .object({
    success: z.boolean(),
    message: z.string(),
    failed_count: z.int(),
    not_found_count: z.int(),
    not_found_ids: z.array(z.string()),
    total_requested: z.int(),
    details: z.array(outcome),
  })
  .catchall(z.int())
  .meta({ id: "BulkAnswer", description: "Also `<verb>_count`: how many were done" });

type Outcome = z.output<typeof outcome>;

/**
 * @param verb names the count: `cancelled` → `cancelled_count`
 * @param requested how many the request named, repeats included
 */
export function bulkAnswer(verb: string, requested: number, details: Outcome[]): Record<string, unknown> {
  const of = (status: Outcome["status"]) => details.filter((item) => item.status === status);
  const done = of("done").length;
  return {
    success: done === details.length,
    message: `${done} of ${details.length} ${details.length === 1 ? "task" : "tasks"} ${verb}`,
    [`${verb}_count`]: done,
    failed_count: of("failed").length,
    not_found_count: of("not_found").length,
    not_found_ids: of("not_found").map((item) => item.task_id),
    total_requested: requested,
    details,
  };
}
