export { type QueueName, queueNames, queueSchema } from "#db/queue-names.ts";
