export { POST } from "#app/api/tasks/requeue-pending/route.ts";
