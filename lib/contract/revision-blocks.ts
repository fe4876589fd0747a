import * as z from "zod";

/** What of a revision can be made again alone; the hub's own dialog reads it too. */
export const revisionBlocksSchema = z
  .object({
    task_id: z.string(),
    revision: z.int().nullable().meta({ description: "The current revision, whose blocks they are" }),
    revision_sha256: z.string().nullable(),
    called: z
      .object({ one: z.string(), several: z.string() })
      .nullable()
      .meta({ description: "What a block is called there; null for types that are made as a whole" }),
    from_phases: z.array(z.string()).meta({ description: "Where a round for some blocks may begin, the usual first" }),
    blocks: z.array(
      z.object({
        name: z.string().meta({ description: "What `blocks` of a regeneration calls it" }),
        kind: z.string(),
        text: z.string().meta({ description: "As a reader sees it" }),
        comment_ids: z.array(z.string()).meta({ description: "Open comments on this revision that are about it" }),
      }),
    ),
  })
  .meta({ id: "RevisionBlocks" });
export type RevisionBlocks = z.output<typeof revisionBlocksSchema>;
