CREATE TABLE "notification_settings" (
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"mailed" jsonb NOT NULL,
	"digest_hour" smallint,
	"last_digest_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_settings_account_id_user_id_pk" PRIMARY KEY("account_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"task_uid" uuid,
	"message" text NOT NULL,
	"actor" jsonb NOT NULL,
	"once_key" text NOT NULL,
	"read_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "presence" (
	"account_id" uuid NOT NULL,
	"task_uid" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "presence_account_id_task_uid_user_id_pk" PRIMARY KEY("account_id","task_uid","user_id")
);
--> statement-breakpoint
ALTER TABLE "artifacts" ADD COLUMN "thumbnail_sha256" text;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "approvals_needed" smallint;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "allow_own_approval" boolean;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "snoozed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "snoozed_by" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "blocks" jsonb;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_settings" ADD CONSTRAINT "notification_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_task_uid_tasks_uid_fk" FOREIGN KEY ("task_uid") REFERENCES "public"."tasks"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_task_uid_tasks_uid_fk" FOREIGN KEY ("task_uid") REFERENCES "public"."tasks"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_once" ON "notifications" USING btree ("account_id","user_id","once_key");--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("account_id","user_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "presence_account_seen" ON "presence" USING btree ("account_id","seen_at");--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_snoozed_by_users_id_fk" FOREIGN KEY ("snoozed_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "artifacts_thumbnail_sha256" ON "artifacts" USING btree ("thumbnail_sha256") WHERE thumbnail_sha256 is not null;--> statement-breakpoint
CREATE INDEX "tasks_due" ON "tasks" USING btree ("due_at") WHERE due_at is not null and status = 'awaiting_approval';--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['presence', 'notifications', 'notification_settings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_account ON %I USING (account_id = (SELECT hub_account_id()))', name);
    EXECUTE format('CREATE POLICY system_scope ON %I USING ((SELECT hub_is_system()))', name);
  END LOOP;
END $$;
