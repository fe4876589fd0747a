import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type * as z from "zod";
import type { Database } from "#db/client.ts";
import { accounts } from "#db/schema/accounts.ts";
import { revisions } from "#db/schema/history.ts";
import { artifacts, publications } from "#db/schema/outputs.ts";
import { tasks } from "#db/schema/tasks.ts";
import { asSystem } from "#domain/context.ts";
import { isUuid } from "#lib/auth/is-uuid.ts";
import { releasedStatuses } from "#lib/contract/status.ts";
import { quizSchema } from "#task-types/quiz/schema.ts";

export type PublicQuiz = {
  quiz: z.output<typeof quizSchema>;
  publisher: string;
  language: string;
};

/**
 * The quiz at `/quiz/{id}`, for whoever has the address: the live revision, else the one that was approved or, where no
 * approval is asked, made last. Any file that the task's quiz ever had names it, so addresses and frames in other pages
 * outlive a regeneration. Null for a draft as for none.
 */
export async function findQuiz(db: Database, id: string): Promise<PublicQuiz | null> {
  if (!isUuid(id)) return null;
  const shownRevision = sql`coalesce(${publications.revision}, ${tasks.approvedRevision}, ${tasks.revision})`;
  const [row] = await asSystem(db, (tx) =>
    tx
      .select({ result: revisions.result, publisher: accounts.name, language: tasks.language })
      .from(artifacts)
      .innerJoin(tasks, and(eq(tasks.uid, artifacts.taskUid), eq(tasks.accountId, artifacts.accountId)))
      .innerJoin(accounts, eq(accounts.id, artifacts.accountId))
      .leftJoin(
        publications,
        and(
          eq(publications.accountId, tasks.accountId),
          eq(publications.taskUid, tasks.uid),
          isNull(publications.withdrawnAt),
        ),
      )
      .innerJoin(
        revisions,
        and(
          eq(revisions.accountId, tasks.accountId),
          eq(revisions.taskUid, tasks.uid),
          eq(revisions.number, shownRevision),
        ),
      )
      .where(
        and(
          eq(artifacts.id, id),
          eq(artifacts.role, "quiz"),
          eq(tasks.taskType, "quiz"),
          or(inArray(tasks.status, releasedStatuses), sql`${publications.id} is not null`),
        ),
      ),
  );
  const quiz = quizSchema.safeParse(row?.result.quiz);
  return row && quiz.success ? { quiz: quiz.data, publisher: row.publisher, language: row.language } : null;
}
