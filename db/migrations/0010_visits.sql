DELETE FROM "presence";--> statement-breakpoint
ALTER TABLE "presence" DROP CONSTRAINT "presence_account_id_task_uid_user_id_pk";--> statement-breakpoint
ALTER TABLE "presence" ADD COLUMN "visit" text NOT NULL;--> statement-breakpoint
ALTER TABLE "presence" ADD COLUMN "left_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "presence" ADD COLUMN "return_by" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "presence" ADD CONSTRAINT "presence_account_id_task_uid_user_id_visit_pk" PRIMARY KEY("account_id","task_uid","user_id","visit");
