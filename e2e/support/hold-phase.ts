import { randomInt } from "node:crypto";
import type { Sql } from "postgres";

/**
 * Holds the worker at the door of one phase, for the tasks of one group, so that a test can look at what is running: for
 * up to 15 s, the deadline of the worker's statements.
 * @returns how to let it go on
 */
export async function holdPhase(db: Sql, group: string, phase: string): Promise<() => Promise<void>> {
  const lock = randomInt(1, 2 ** 31);
  const name = `e2e_hold_${lock}`;
  await db.unsafe(`create function ${name}() returns trigger language plpgsql as $$
    begin
      if exists (select from tasks where uid = new.task_uid and task_source_group_id = '${group}') then
        perform set_config('lock_timeout', '0', true);
        perform pg_advisory_xact_lock(${lock});
      end if;
      return new;
    end $$`);
  await db.unsafe(
    `create trigger ${name} before insert on phases for each row when (new.name = '${phase}') execute function ${name}()`,
  );
  const holder = await db.reserve();
  await holder`select pg_advisory_lock(${lock})`;
  return async () => {
    await holder`select pg_advisory_unlock(${lock})`;
    holder.release();
    await db.unsafe(`drop trigger ${name} on phases; drop function ${name}()`);
  };
}
