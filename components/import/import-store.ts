import type { ImportJob } from "./import-job.ts";

const table = "jobs";

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = window.indexedDB.open("oversight-hub-import", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run<Result>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const db = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(table, mode);
      const request = act(transaction.objectStore(table));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    db.close();
  }
}

/** The import that this browser was at, for this account; null when there is none. */
export async function loadJob(accountId: string): Promise<ImportJob | null> {
  // Only storeJob writes here, always with this shape.
  return ((await run("readonly", (store) => store.get(accountId))) as ImportJob | undefined) ?? null;
}

export async function storeJob(accountId: string, job: ImportJob | null): Promise<void> {
  if (job) await run("readwrite", (store) => store.put(job, accountId));
  else await run("readwrite", (store) => store.delete(accountId));
}
