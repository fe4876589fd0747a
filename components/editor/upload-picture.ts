import { taskPath } from "#lib/queries/tasks.ts";
import { uploadFile } from "#lib/queries/uploads.ts";
import type { TaskPicture } from "./task-pictures.ts";

/** What browsers show and pages may hold. */
const types = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"];
const mostBytes = 20 * 1024 * 1024;

/** The pictures among files that were dropped or pasted. */
export function picturesAmong(files: FileList | undefined): File[] {
  return [...(files ?? [])].filter(({ type }) => type.startsWith("image/"));
}

/**
 * Sends a picture to the hub. It is the task's own once an edit that shows it is saved; until then it waits a day, or as
 * long as a draft names it.
 * @throws Error that says why it cannot be taken
 */
export async function uploadPicture(taskId: string, file: File): Promise<TaskPicture> {
  if (!types.includes(file.type)) throw new Error("Pictures are PNG, JPEG, WebP, GIF or AVIF.");
  if (file.size > mostBytes) throw new Error("It is larger than 20 MiB.");
  const { upload_id: id, type } = await uploadFile(file, () => {}, new AbortController().signal);
  if (!types.includes(type)) throw new Error("It is no picture, whatever its name says.");
  const url = new URL(taskPath(taskId, `/artifacts/${id}`), window.location.href).href;
  return {
    url,
    alt: file.name
      .replace(/\.\w+$/, "")
      .replace(/[-_]+/g, " ")
      .trim(),
  };
}
