export { accountSettings, accounts } from "./accounts.ts";
export { apiKeys } from "./api-keys.ts";
export { audit, auditSeals, idempotencyKeys } from "./audit.ts";
export { comments, phases, reviews, revisions, taskEvents } from "./history.ts";
export { policies, savedViews, taskCountDeltas, taskCounts, workers } from "./operations.ts";
export { artifacts, outbox, publications } from "./outputs.ts";
export { attemptWindows, memberships, oneTimeTokens, users } from "./people.ts";
export { rateWindows } from "./rate-windows.ts";
export { tasks } from "./tasks.ts";
