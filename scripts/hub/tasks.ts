import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Command } from "commander";
import { createTask } from "#domain/tasks/create-task.ts";
import { getTask } from "#domain/tasks/get-task.ts";
import { listTasks } from "#domain/tasks/list-tasks.ts";
import { readNewTask } from "#domain/tasks/new-task.ts";
import type { JsonObject } from "#lib/contract/json.ts";
import type { TaskStatus } from "#lib/contract/status.ts";
import { readStatusWord } from "#lib/http/profiles/status-words.ts";
import { StartupError } from "#lib/startup-error.ts";
import { printTable, withAccountNamed } from "#scripts/hub/with-hub.ts";
import { taskTypeNames } from "#task-types/schemas.ts";

const account = ["--account <account>", "slug, name or id; the only account by default"] as const;
const lookMs = 500;

export function taskCommands(): Command {
  const tasks = new Command("tasks").description("tasks of an account");
  tasks
    .command("create <type>")
    .description(`make a task and print its id; types: ${taskTypeNames.join(", ")}`)
    .option("--file <file>", "its fields as JSON; - reads standard input")
    .option("--field <name=value>", "one field; may be repeated", (pair: string, all: string[]) => [...all, pair], [])
    .option(...account)
    .action(async (type: string, options: { file?: string; field: string[]; account?: string }) => {
      const request = {
        ...readFields(options.file),
        ...Object.fromEntries(options.field.map(readField)),
        task_type: type,
      };
      const { row } = await withAccountNamed(options.account, (ctx) => createTask(ctx, readNewTask(request)));
      console.log(row.id);
    });
  tasks
    .command("list")
    .description("the latest tasks")
    .option("--status <status>", "only with this status, in any profile's words")
    .option("--limit <count>", "how many", Number, 20)
    .option(...account)
    .action(async (options: { status?: string; limit: number; account?: string }) => {
      const statuses = options.status ? readStatuses(options.status) : undefined;
      const found = await withAccountNamed(options.account, (ctx) =>
        listTasks(ctx, {
          filters: { statuses },
          sortBy: "created_at",
          sortOrder: "desc",
          limit: options.limit,
          offset: 0,
        }),
      );
      printTable(
        ["no.", "id", "type", "status", "progress", "title"],
        found.tasks.map((task) => [task.number, task.id, task.taskType, task.status, `${task.progress} %`, task.title]),
      );
    });
  tasks
    .command("watch <id>")
    .description("follow a task until a person or nobody is needed")
    .option(...account)
    .action((id: string, options: { account?: string }) => watchTask(id, options.account));
  return tasks;
}

/** What a task may be in while machines still have it. */
const underWay: ReadonlySet<TaskStatus> = new Set(["pending", "queued", "generating", "on_hold"]);

async function watchTask(id: string, accountName: string | undefined): Promise<void> {
  await withAccountNamed(accountName, async (ctx) => {
    for (let shown = ""; ; await sleep(lookMs)) {
      const task = await getTask(ctx, { ref: id });
      const line = `${task.status.padEnd(18)} ${String(task.progress).padStart(3)} %  ${task.phase ?? ""}  ${task.message}`;
      if (line !== shown) console.log(line.trimEnd());
      shown = line;
      if (underWay.has(task.status)) continue;
      if (task.errorMessage) console.log(task.errorMessage);
      if (task.status === "failed") process.exitCode = 1;
      return;
    }
  });
}

function readFields(file: string | undefined): JsonObject {
  if (!file) return {};
  try {
    return JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8")) as JsonObject;
  } catch (error) {
    throw new StartupError(`${file} cannot be read as JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** `topic=Bees` as text; `target_length=800`, `tags=["a"]` as what JSON makes of them. */
function readField(pair: string): [string, JsonObject[string]] {
  const [name = "", ...rest] = pair.split("=");
  const value = rest.join("=");
  try {
    return [name, JSON.parse(value) as JsonObject[string]];
  } catch {
    return [name, value];
  }
}

function readStatuses(word: string): TaskStatus[] {
  const statuses = readStatusWord(word, "unified");
  if (!statuses) throw new StartupError(`${word} is no status of a task.`);
  return [...statuses];
}
