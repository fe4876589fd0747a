CREATE TABLE "account_settings" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"allow_substitution" boolean DEFAULT true NOT NULL,
	"model_aliases" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"model_tiers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"budgets" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"profile" text,
	"limit_per_minute" integer,
	"limit_burst" integer,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_keys_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" uuid NOT NULL,
	"actor" jsonb NOT NULL,
	"action" text NOT NULL,
	"target_type" text NOT NULL,
	"target_id" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_seals" (
	"account_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"audit_id" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_seals_account_id_position_pk" PRIMARY KEY("account_id","position")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"account_id" uuid NOT NULL,
	"route" text NOT NULL,
	"key" text NOT NULL,
	"body_sha256" text NOT NULL,
	"status" integer NOT NULL,
	"response" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_account_id_route_key_pk" PRIMARY KEY("account_id","route","key")
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"task_uid" uuid NOT NULL,
	"revision" integer,
	"body" text NOT NULL,
	"anchor" jsonb,
	"author" jsonb NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "phases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"task_uid" uuid NOT NULL,
	"round" integer NOT NULL,
	"name" text NOT NULL,
	"ordinal" integer NOT NULL,
	"status" text NOT NULL,
	"attempt" integer NOT NULL,
	"model" text,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"cost_usd" numeric(14, 6),
	"seconds" real,
	"output" jsonb,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"degraded_reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"error" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"task_uid" uuid NOT NULL,
	"decision" text NOT NULL,
	"revision" integer NOT NULL,
	"sha256" text NOT NULL,
	"reason" text,
	"actor" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"task_uid" uuid NOT NULL,
	"number" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" text,
	"result" jsonb NOT NULL,
	"origin" text NOT NULL,
	"round" integer NOT NULL,
	"note" text,
	"author" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "task_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" bigint DEFAULT 0 NOT NULL,
	"account_id" uuid NOT NULL,
	"task_uid" uuid NOT NULL,
	"task_id" text NOT NULL,
	"task_source_group_id" text,
	"type" text NOT NULL,
	"move" text,
	"from_status" text,
	"to_status" text,
	"phase" text,
	"progress" real,
	"message" text NOT NULL,
	"reason" text,
	"actor" jsonb NOT NULL,
	"metadata" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "artifacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"task_uid" uuid,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"sha256" text NOT NULL,
	"content_type" text NOT NULL,
	"size" bigint NOT NULL,
	"width" integer,
	"height" integer,
	"metadata" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempt_windows" (
	"subject" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "attempt_windows_subject_window_start_pk" PRIMARY KEY("subject","window_start")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_account_id_user_id_pk" PRIMARY KEY("account_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "one_time_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"token_hash" text NOT NULL,
	"account_id" uuid,
	"user_id" uuid,
	"email" text,
	"role" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_time_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"task_uid" uuid,
	"kind" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"not_before" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"delivered_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_idempotency_key_unique" UNIQUE("idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"account_id" uuid NOT NULL,
	"task_type" text NOT NULL,
	"requires_approval" boolean,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "policies_account_id_task_type_pk" PRIMARY KEY("account_id","task_type")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"task_uid" uuid NOT NULL,
	"slug" text NOT NULL,
	"revision" integer NOT NULL,
	"sha256" text NOT NULL,
	"title" text NOT NULL,
	"published_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"first_published_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_count_deltas" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "task_count_deltas_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" uuid NOT NULL,
	"status" text NOT NULL,
	"task_type" text NOT NULL,
	"delta" integer NOT NULL,
	"entered" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_counts" (
	"account_id" uuid NOT NULL,
	"status" text NOT NULL,
	"task_type" text NOT NULL,
	"count" bigint DEFAULT 0 NOT NULL,
	"entered" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "task_counts_account_id_status_task_type_pk" PRIMARY KEY("account_id","status","task_type")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"uid" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"id" text NOT NULL,
	"number" bigint DEFAULT 0 NOT NULL,
	"task_type" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"priority" smallint DEFAULT 1 NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"request_data" jsonb,
	"language" text DEFAULT 'English' NOT NULL,
	"source_material" text,
	"reference_urls" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"parameters" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"notes_for_reviewer" text,
	"task_source_name" text,
	"task_source_id" text,
	"task_source_group_id" text,
	"model_name" text,
	"models_by_phase" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"quality_preference" text DEFAULT 'balanced' NOT NULL,
	"requires_approval" boolean NOT NULL,
	"request_sha256" text NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_by_user_id" uuid,
	"assigned_to" uuid,
	"due_at" timestamp (3) with time zone,
	"publish_at" timestamp (3) with time zone,
	"round" integer DEFAULT 1 NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"rescues" integer DEFAULT 0 NOT NULL,
	"from_phase" text,
	"feedback" text,
	"phase" text,
	"progress" real DEFAULT 0 NOT NULL,
	"message" text DEFAULT 'Task pending' NOT NULL,
	"run_after" timestamp (3) with time zone,
	"job_id" uuid,
	"lease_id" uuid,
	"worker_id" text,
	"hold_reason" text,
	"revision" integer,
	"revision_sha256" text,
	"approved_sha256" text,
	"approved_revision" integer,
	"published_url" text,
	"quality_score" real,
	"model_used" text,
	"estimated_cost" numeric(14, 6),
	"cost_usd" numeric(14, 6) DEFAULT 0 NOT NULL,
	"degraded" boolean DEFAULT false NOT NULL,
	"degraded_reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"error_code" text,
	"error_message" text,
	"error_details" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"queued_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"reviewed_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"session_version" integer DEFAULT 1 NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workers" (
	"id" text PRIMARY KEY NOT NULL,
	"hostname" text NOT NULL,
	"pid" integer NOT NULL,
	"concurrency" integer NOT NULL,
	"task_types" jsonb NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"heartbeat_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"stopped_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "account_settings" ADD CONSTRAINT "account_settings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_task_uid_tasks_uid_fk" FOREIGN KEY ("task_uid") REFERENCES "public"."tasks"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phases" ADD CONSTRAINT "phases_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phases" ADD CONSTRAINT "phases_task_uid_tasks_uid_fk" FOREIGN KEY ("task_uid") REFERENCES "public"."tasks"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "artifacts" ADD CONSTRAINT "artifacts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "artifacts" ADD CONSTRAINT "artifacts_task_uid_tasks_uid_fk" FOREIGN KEY ("task_uid") REFERENCES "public"."tasks"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "policies_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_created_by_user_id_users_id_fk" FOREIGN KEY ("created_by_user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assigned_to_users_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_account" ON "api_keys" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "audit_account" ON "audit" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "audit_target" ON "audit" USING btree ("account_id","target_id");--> statement-breakpoint
CREATE UNIQUE INDEX "audit_seals_row" ON "audit_seals" USING btree ("audit_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "comments_task" ON "comments" USING btree ("account_id","task_uid","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "phases_task_round_name" ON "phases" USING btree ("account_id","task_uid","round","name");--> statement-breakpoint
CREATE INDEX "reviews_task" ON "reviews" USING btree ("account_id","task_uid","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_task_number" ON "revisions" USING btree ("account_id","task_uid","number");--> statement-breakpoint
CREATE INDEX "task_events_task" ON "task_events" USING btree ("account_id","task_uid","id");--> statement-breakpoint
CREATE INDEX "task_events_stream" ON "task_events" USING btree ("xid","id");--> statement-breakpoint
CREATE INDEX "task_events_account_stream" ON "task_events" USING btree ("account_id","xid","id");--> statement-breakpoint
CREATE INDEX "artifacts_task" ON "artifacts" USING btree ("account_id","task_uid");--> statement-breakpoint
CREATE INDEX "artifacts_sha256" ON "artifacts" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("not_before") WHERE delivered_at is null and cancelled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "publications_live_slug" ON "publications" USING btree ("account_id","slug") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "publications_live_task" ON "publications" USING btree ("account_id","task_uid") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "publications_feed" ON "publications" USING btree ("account_id","published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "saved_views_account" ON "saved_views" USING btree ("account_id","user_id");--> statement-breakpoint
CREATE INDEX "task_count_deltas_account" ON "task_count_deltas" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_account_id" ON "tasks" USING btree ("account_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_account_number" ON "tasks" USING btree ("account_id","number");--> statement-breakpoint
CREATE INDEX "tasks_account_created" ON "tasks" USING btree ("account_id","created_at" DESC NULLS LAST,"uid" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tasks_account_updated" ON "tasks" USING btree ("account_id","updated_at" DESC NULLS LAST,"uid" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tasks_account_status_created" ON "tasks" USING btree ("account_id","status","created_at" DESC NULLS LAST,"uid" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tasks_account_type_created" ON "tasks" USING btree ("account_id","task_type","created_at" DESC NULLS LAST,"uid" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tasks_account_group" ON "tasks" USING btree ("account_id","task_source_group_id","status","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tasks_account_source" ON "tasks" USING btree ("account_id","task_source_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tasks_account_assigned" ON "tasks" USING btree ("account_id","assigned_to") WHERE assigned_to is not null;--> statement-breakpoint
CREATE INDEX "tasks_running" ON "tasks" USING btree ("worker_id") WHERE status = 'generating';--> statement-breakpoint
CREATE INDEX "tasks_waiting" ON "tasks" USING btree ("queued_at") WHERE status = 'queued';--> statement-breakpoint
CREATE INDEX "tasks_to_publish" ON "tasks" USING btree ("publish_at") WHERE status = 'approved' and publish_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_lower" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "workers_heartbeat" ON "workers" USING btree ("heartbeat_at");