/** Every queue of the product. They are made when the database is migrated, by its owner: making one needs DDL rights. */
export const queueNames = ["task.generate", "task.publish", "outbox.deliver", "maintenance"] as const;

export type QueueName = (typeof queueNames)[number];

/** The schema that pg-boss keeps its tables in. */
export const queueSchema = "pgboss";
