CREATE TABLE "model_cost_deltas" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "model_cost_deltas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" uuid NOT NULL,
	"model" text NOT NULL,
	"phase" text NOT NULL,
	"cost_usd" numeric(18, 6) NOT NULL,
	"input_tokens" bigint NOT NULL,
	"output_tokens" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "model_costs" (
	"account_id" uuid NOT NULL,
	"model" text NOT NULL,
	"phase" text NOT NULL,
	"cost_usd" numeric(18, 6) NOT NULL,
	"input_tokens" bigint NOT NULL,
	"output_tokens" bigint NOT NULL,
	CONSTRAINT "model_costs_account_id_model_phase_pk" PRIMARY KEY("account_id","model","phase")
);
--> statement-breakpoint
CREATE TABLE "processing_time_deltas" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "processing_time_deltas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" uuid NOT NULL,
	"seconds" double precision NOT NULL
);
--> statement-breakpoint
CREATE TABLE "processing_times" (
	"account_id" uuid NOT NULL,
	"le" double precision NOT NULL,
	"count" bigint NOT NULL,
	"seconds" double precision NOT NULL,
	CONSTRAINT "processing_times_account_id_le_pk" PRIMARY KEY("account_id","le")
);
--> statement-breakpoint
ALTER TABLE "task_counts" DROP CONSTRAINT "task_counts_account_id_status_task_type_pk";--> statement-breakpoint
ALTER TABLE "task_count_deltas" ADD COLUMN "priority" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_counts" ADD COLUMN "priority" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_counts" ADD CONSTRAINT "task_counts_account_id_status_task_type_priority_pk" PRIMARY KEY("account_id","status","task_type","priority");--> statement-breakpoint
CREATE INDEX "model_cost_deltas_account" ON "model_cost_deltas" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "processing_time_deltas_account" ON "processing_time_deltas" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "tasks_account_waiting" ON "tasks" USING btree ("account_id","queued_at") WHERE status = 'queued';--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['processing_times', 'processing_time_deltas', 'model_costs', 'model_cost_deltas'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_account ON %I USING (account_id = (SELECT hub_account_id()))', name);
    EXECUTE format('CREATE POLICY system_scope ON %I USING ((SELECT hub_is_system()))', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- What was counted without a priority stands under 1 so far.
INSERT INTO task_count_deltas (account_id, status, task_type, priority, delta, entered)
SELECT account_id, status, task_type, priority, count(*), 0 FROM tasks WHERE priority <> 1 GROUP BY 1, 2, 3, 4
UNION ALL
SELECT account_id, status, task_type, 1, -count(*), 0 FROM tasks WHERE priority <> 1 GROUP BY 1, 2, 3;
--> statement-breakpoint
-- The status as monitoring and outside clients word it, as lib/http/profiles/status-words.ts has it for inference: a task
-- that is approved and then published was completed once.
CREATE FUNCTION hub_outside_status(status text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE
    WHEN status IN ('pending', 'queued', 'on_hold') THEN 'pending'
    WHEN status IN ('generating', 'awaiting_approval') THEN 'running'
    WHEN status IN ('approved', 'published', 'completed') THEN 'completed'
    WHEN status IN ('rejected', 'failed') THEN 'failed'
    ELSE status
  END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION hub_count_inserted_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO task_count_deltas (account_id, status, task_type, priority, delta, entered)
  SELECT account_id, status, task_type, priority, count(*), count(*) FROM new_rows GROUP BY 1, 2, 3, 4;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION hub_count_updated_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO task_count_deltas (account_id, status, task_type, priority, delta, entered)
  SELECT account_id, status, task_type, priority, sum(delta), sum(entered) FROM (
    SELECT n.account_id, n.status, n.task_type, n.priority, 1 AS delta,
      (hub_outside_status(n.status) <> hub_outside_status(o.status))::int AS entered
    FROM new_rows n JOIN old_rows o USING (uid) WHERE n.status <> o.status OR n.priority <> o.priority
    UNION ALL
    SELECT o.account_id, o.status, o.task_type, o.priority, -1, 0
    FROM new_rows n JOIN old_rows o USING (uid) WHERE n.status <> o.status OR n.priority <> o.priority
  ) moved GROUP BY 1, 2, 3, 4;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION hub_count_deleted_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO task_count_deltas (account_id, status, task_type, priority, delta, entered)
  SELECT account_id, status, task_type, priority, -count(*), 0 FROM old_rows GROUP BY 1, 2, 3, 4;
  RETURN NULL;
END $$;
