import type { CommentResponse } from "#lib/contract/task-response.ts";
import type { TaskDetail } from "#lib/queries/tasks.ts";
import { anchorOf } from "./comment-anchor.ts";

type Held = Pick<TaskDetail, "comments" | "content" | "result" | "revision">;

/**
 * The comments on earlier revisions whose passage or part the current one does not hold: rewritten, replaced, taken out.
 * Those on the current revision are always about something that is there.
 */
export function absentComments({ comments, content, result, revision }: Held): ReadonlySet<string> {
  const older = comments.filter((comment) => comment.revision !== null && comment.revision !== revision?.number);
  if (older.length === 0 || !revision) return new Set();
  const letters = lettersOf([content ?? "", ...textsIn(result)].join(" "));
  return new Set(older.flatMap((comment) => (isAbsent(comment, letters, result) ? comment.id : [])));
}

function isAbsent(comment: CommentResponse, letters: string, result: unknown): boolean {
  const { quote, words, path } = anchorOf(comment) ?? {};
  const wanted = lettersOf(quote ?? words ?? "");
  if (wanted !== "") return !letters.includes(wanted);
  return path !== undefined && !holdsPlace(result, path);
}

/** Whether "questions.2" names an item of a list, at the top or one level down. */
function holdsPlace(result: unknown, path: string): boolean {
  const [list = "", place] = path.split(".");
  const found = [result, ...Object.values(asObject(result))].map((each) => asObject(each)[list]).find(Array.isArray);
  return found === undefined || place === undefined || !/^\d+$/.test(place) || Number(place) < found.length;
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** What is selected on the screen has lost Markdown's own signs. */
function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
