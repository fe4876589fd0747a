import { eq } from "drizzle-orm";
import type * as z from "zod";
import { artifacts } from "#db/schema/outputs.ts";
import { tasks } from "#db/schema/tasks.ts";
import { type Ctx, inAccount } from "#domain/context.ts";
import { addRevision } from "#domain/tasks/add-revision.ts";
import { approveTask } from "#domain/tasks/approve-task.ts";
import { countArticle } from "#task-types/blog-post/count-article.ts";
import type { blogPost } from "#task-types/blog-post/schema.ts";

type Draft = { id: string; title: string; content: string };

/** A blog post that waits for approval, for database tests. */
export async function insertDraft(ctx: Ctx, { id, title, content }: Draft): Promise<{ uid: string }> {
  return inAccount(ctx, async (tx) => {
    const [task] = await tx
      .insert(tasks)
      .values({
        accountId: ctx.actor.accountId,
        id,
        taskType: "blog_post",
        status: "awaiting_approval",
        title,
        requiresApproval: true,
        requestSha256: "0",
        createdBy: ctx.actor.createdBy,
      })
      .returning();
    if (!task) throw new Error("an insert returned no row");
    const result = resultOf(title, content);
    const draft = { content, result, origin: "generated" as const, note: null };
    const { number, sha256 } = await addRevision({ ...ctx, tx }, task, draft);
    await tx.update(tasks).set({ revision: number, revisionSha256: sha256 }).where(eq(tasks.uid, task.uid));
    return { uid: task.uid };
  });
}

/** What a blog post comes to. */
export function resultOf(title: string, content: string) {
  const result: z.output<typeof blogPost.result> = {
    title,
    excerpt: `About ${title}`,
    featured_image_url: null,
    featured_image_alt: null,
    featured_image_credit: null,
    seo_title: title.slice(0, 60),
    seo_description: `About ${title}`,
    seo_keywords: [],
    tags: ["coast"],
    citations: [{ number: 1, title: "Tide tables", url: "https://tides.example/", quote: null }],
    ...countArticle(content),
    quality_score: 8,
    qa_feedback: [],
    provenance: "source_material",
  };
  return result;
}

export async function insertApproved(ctx: Ctx, draft: Draft): Promise<{ uid: string }> {
  const task = await insertDraft(ctx, draft);
  await approveTask(ctx, task, {});
  return task;
}

export async function insertArtifact(ctx: Ctx, taskUid: string, name: string, sha256: string): Promise<{ id: string }> {
  return inAccount(ctx, async (tx) => {
    const [row] = await tx
      .insert(artifacts)
      .values({
        accountId: ctx.actor.accountId,
        taskUid,
        name,
        role: "image",
        sha256,
        contentType: "image/png",
        size: 4,
      })
      .returning();
    if (!row) throw new Error("an insert returned no row");
    return { id: row.id };
  });
}
