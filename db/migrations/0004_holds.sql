ALTER TABLE "tasks" ADD COLUMN "hold_kind" text;--> statement-breakpoint
CREATE INDEX "phases_spent" ON "phases" USING btree ("account_id","finished_at") WHERE cost_usd > 0;--> statement-breakpoint
CREATE INDEX "tasks_held" ON "tasks" USING btree ("account_id","hold_kind") WHERE status = 'on_hold';