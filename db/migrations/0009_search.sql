CREATE TABLE "task_words" (
	"task_uid" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
-- U+001F stands between the fields: nothing that anybody types is found across two of them.
CREATE FUNCTION hub_words(VARIADIC parts text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT lower(array_to_string(parts, E'\x1f')) $$;
--> statement-breakpoint
CREATE FUNCTION hub_keep_new_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO task_words (task_uid, account_id, words)
  SELECT uid, account_id, hub_words(title, id, task_source_name, task_source_group_id) FROM new_rows;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION hub_keep_changed_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE task_words SET words = hub_words(NEW.title, NEW.id, NEW.task_source_name, NEW.task_source_group_id)
  WHERE task_uid = NEW.uid;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tasks_keep_new_words AFTER INSERT ON tasks REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION hub_keep_new_words();
--> statement-breakpoint
-- Most changes of a task touch none of these, and cost nothing here.
CREATE TRIGGER tasks_keep_changed_words AFTER UPDATE OF title, id, task_source_name, task_source_group_id ON tasks
FOR EACH ROW WHEN ((OLD.title, OLD.id, OLD.task_source_name, OLD.task_source_group_id)
  IS DISTINCT FROM (NEW.title, NEW.id, NEW.task_source_name, NEW.task_source_group_id))
EXECUTE FUNCTION hub_keep_changed_words();
--> statement-breakpoint
INSERT INTO task_words (task_uid, account_id, words)
SELECT uid, account_id, hub_words(title, id, task_source_name, task_source_group_id) FROM tasks;
--> statement-breakpoint
ALTER TABLE "task_words" ADD CONSTRAINT "task_words_task_uid_tasks_uid_fk" FOREIGN KEY ("task_uid") REFERENCES "public"."tasks"("uid") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- A Postgres that has no pg_trgm searches all the same, by reading the account's words.
DO $$
DECLARE home text;
BEGIN
  BEGIN
    CREATE EXTENSION IF NOT EXISTS pg_trgm;
  EXCEPTION WHEN insufficient_privilege OR feature_not_supported OR undefined_file THEN NULL;
  END;
  SELECT n.nspname INTO home FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace WHERE o.opcname = 'gin_trgm_ops';
  IF FOUND THEN
    SET LOCAL maintenance_work_mem = '256MB';
    EXECUTE format('CREATE INDEX task_words_trigrams ON task_words USING gin (words %I.gin_trgm_ops) WITH (gin_pending_list_limit = 512)', home);
  END IF;
END $$;
--> statement-breakpoint
ALTER TABLE "task_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY own_account ON "task_words" USING (account_id = (SELECT hub_account_id()));--> statement-breakpoint
CREATE POLICY system_scope ON "task_words" USING ((SELECT hub_is_system()));
--> statement-breakpoint
-- The same rows as the policy allows, of the same setting, but by its owner's rights: LIKE is not leakproof, so that under a
-- policy no index serves it.
CREATE VIEW own_task_words AS SELECT task_uid, words FROM task_words WHERE account_id = hub_account_id();
--> statement-breakpoint
ANALYZE task_words;
