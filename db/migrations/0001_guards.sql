-- The account whose rows this transaction may see; unset means none.
CREATE FUNCTION hub_account_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('hub.account_id', true), '')::uuid $$;
--> statement-breakpoint
-- Work that spans accounts (claiming, sealing, health) says so in its transaction.
CREATE FUNCTION hub_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('hub.system', true), '') = 'on' $$;
--> statement-breakpoint
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'account_settings', 'memberships', 'api_keys', 'tasks', 'task_events', 'phases', 'revisions', 'reviews', 'comments',
    'artifacts', 'publications', 'outbox', 'audit', 'audit_seals', 'idempotency_keys', 'task_counts',
    'task_count_deltas', 'policies', 'saved_views'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_account ON %I USING (account_id = (SELECT hub_account_id()))', name);
    EXECUTE format('CREATE POLICY system_scope ON %I USING ((SELECT hub_is_system()))', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- Each account numbers its tasks from its own sequence: rising, gaps allowed, no lock held to commit.
CREATE SCHEMA task_numbers;
--> statement-breakpoint
CREATE FUNCTION hub_create_task_numbers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE SEQUENCE task_numbers.%I', NEW.id::text);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION hub_drop_task_numbers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  EXECUTE format('DROP SEQUENCE IF EXISTS task_numbers.%I', OLD.id::text);
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER accounts_create_task_numbers AFTER INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION hub_create_task_numbers();
--> statement-breakpoint
CREATE TRIGGER accounts_drop_task_numbers AFTER DELETE ON accounts FOR EACH ROW EXECUTE FUNCTION hub_drop_task_numbers();
--> statement-breakpoint
CREATE FUNCTION hub_number_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  NEW.number := nextval(format('task_numbers.%I', NEW.account_id::text)::regclass);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER tasks_number BEFORE INSERT ON tasks FOR EACH ROW EXECUTE FUNCTION hub_number_task();
--> statement-breakpoint
-- Counters: every change of status leaves deltas, whichever statement made it.
CREATE FUNCTION hub_count_inserted_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO task_count_deltas (account_id, status, task_type, delta, entered)
  SELECT account_id, status, task_type, count(*), count(*) FROM new_rows GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION hub_count_updated_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO task_count_deltas (account_id, status, task_type, delta, entered)
  SELECT account_id, status, task_type, sum(delta), sum(entered) FROM (
    SELECT n.account_id, n.status, n.task_type, 1 AS delta, 1 AS entered
    FROM new_rows n JOIN old_rows o USING (uid) WHERE n.status <> o.status
    UNION ALL
    SELECT o.account_id, o.status, o.task_type, -1, 0
    FROM new_rows n JOIN old_rows o USING (uid) WHERE n.status <> o.status
  ) moved GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION hub_count_deleted_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO task_count_deltas (account_id, status, task_type, delta, entered)
  SELECT account_id, status, task_type, -count(*), 0 FROM old_rows GROUP BY 1, 2, 3;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tasks_count_inserted AFTER INSERT ON tasks REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION hub_count_inserted_tasks();
--> statement-breakpoint
CREATE TRIGGER tasks_count_updated AFTER UPDATE ON tasks REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION hub_count_updated_tasks();
--> statement-breakpoint
CREATE TRIGGER tasks_count_deleted AFTER DELETE ON tasks REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION hub_count_deleted_tasks();
--> statement-breakpoint
-- Events carry their transaction, and wake the listeners once per statement; the listener reads the rows itself.
CREATE FUNCTION hub_stamp_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.xid := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER task_events_stamp BEFORE INSERT ON task_events FOR EACH ROW EXECUTE FUNCTION hub_stamp_event();
--> statement-breakpoint
CREATE FUNCTION hub_notify_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('hub_events', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER task_events_notify AFTER INSERT ON task_events FOR EACH STATEMENT EXECUTE FUNCTION hub_notify_events();
--> statement-breakpoint
-- History is append-only for everyone: the app's role lacks the rights, and this stands behind that.
CREATE FUNCTION hub_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION hub_refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_seals_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seals FOR EACH STATEMENT EXECUTE FUNCTION hub_refuse_change();
--> statement-breakpoint
-- Deleting a task takes its words with it; the app's role cannot delete history row by row.
CREATE FUNCTION hub_erase_task_history(account uuid, task uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF account IS DISTINCT FROM hub_account_id() THEN
    RAISE EXCEPTION 'the history of another account cannot be erased' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM revisions WHERE account_id = account AND task_uid = task;
  DELETE FROM reviews WHERE account_id = account AND task_uid = task;
  DELETE FROM task_events WHERE account_id = account AND task_uid = task;
END $$;
