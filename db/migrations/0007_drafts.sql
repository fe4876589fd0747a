CREATE TABLE "drafts" (
	"account_id" uuid NOT NULL,
	"task_uid" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"base_revision" integer NOT NULL,
	"base_sha256" text NOT NULL,
	"content" text,
	"result" jsonb,
	"kept_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafts_account_id_task_uid_user_id_pk" PRIMARY KEY("account_id","task_uid","user_id")
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_task_uid_tasks_uid_fk" FOREIGN KEY ("task_uid") REFERENCES "public"."tasks"("uid") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_kept" ON "drafts" USING btree ("kept_at");--> statement-breakpoint
CREATE INDEX "drafts_task" ON "drafts" USING btree ("task_uid");--> statement-breakpoint
ALTER TABLE "drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY own_account ON "drafts" USING (account_id = (SELECT hub_account_id()));--> statement-breakpoint
CREATE POLICY system_scope ON "drafts" USING ((SELECT hub_is_system()));
