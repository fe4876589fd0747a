DROP INDEX "notifications_user";--> statement-breakpoint
DROP INDEX "publications_feed";--> statement-breakpoint
DROP INDEX "tasks_account_created";--> statement-breakpoint
DROP INDEX "tasks_account_updated";--> statement-breakpoint
DROP INDEX "tasks_account_status_created";--> statement-breakpoint
DROP INDEX "tasks_account_type_created";--> statement-breakpoint
DROP INDEX "tasks_account_group";--> statement-breakpoint
DROP INDEX "tasks_account_source";--> statement-breakpoint
CREATE INDEX "reviews_account_created" ON "reviews" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "reviews_partial" ON "reviews" USING btree ("account_id","task_uid") WHERE decision in ('endorsed', 'unapproved');--> statement-breakpoint
CREATE INDEX "tasks_account_priority" ON "tasks" USING btree ("account_id","priority","uid");--> statement-breakpoint
CREATE INDEX "tasks_account_quality" ON "tasks" USING btree ("account_id","quality_score","uid");--> statement-breakpoint
CREATE INDEX "tasks_account_finished" ON "tasks" USING btree ("account_id","finished_at","status") WHERE finished_at is not null;--> statement-breakpoint
CREATE INDEX "tasks_account_model_used" ON "tasks" USING btree ("account_id","model_used","created_at","uid") WHERE model_used is not null;--> statement-breakpoint
CREATE INDEX "tasks_account_model_name" ON "tasks" USING btree ("account_id","model_name","created_at","uid") WHERE model_name is not null;--> statement-breakpoint
CREATE INDEX "tasks_account_group_updated" ON "tasks" USING btree ("account_id","task_source_group_id","updated_at");--> statement-breakpoint
CREATE INDEX "tasks_account_degraded" ON "tasks" USING btree ("account_id","created_at","uid") WHERE degraded;--> statement-breakpoint
CREATE INDEX "tasks_account_snoozed" ON "tasks" USING btree ("account_id","snoozed_until") WHERE snoozed_until is not null;--> statement-breakpoint
CREATE INDEX "tasks_account_attention" ON "tasks" USING btree ("account_id","status","updated_at","uid") WHERE status in ('generating', 'awaiting_approval', 'failed', 'on_hold');--> statement-breakpoint
CREATE INDEX "tasks_review_order" ON "tasks" USING btree ("account_id",(-priority),coalesce(due_at, 'infinity'::timestamptz),"created_at","uid") WHERE status = 'awaiting_approval';--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("account_id","user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "publications_feed" ON "publications" USING btree ("account_id","published_at");--> statement-breakpoint
CREATE INDEX "tasks_account_created" ON "tasks" USING btree ("account_id","created_at","uid");--> statement-breakpoint
CREATE INDEX "tasks_account_updated" ON "tasks" USING btree ("account_id","updated_at","uid");--> statement-breakpoint
CREATE INDEX "tasks_account_status_created" ON "tasks" USING btree ("account_id","status","created_at","uid");--> statement-breakpoint
CREATE INDEX "tasks_account_type_created" ON "tasks" USING btree ("account_id","task_type","created_at","uid");--> statement-breakpoint
CREATE INDEX "tasks_account_group" ON "tasks" USING btree ("account_id","task_source_group_id","status","created_at");--> statement-breakpoint
CREATE INDEX "tasks_account_source" ON "tasks" USING btree ("account_id","task_source_id","created_at");