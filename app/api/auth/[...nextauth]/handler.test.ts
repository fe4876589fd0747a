import { expect, it } from "vitest";
import { handle } from "./handler.ts";

it.each(["nothing", "sessions", "sign-in", "_log"])("/api/auth/%s is not there, in the envelope", async (action) => {
  const request = new Request(`http://hub.test/api/auth/${action}`);
  const response = await handle(request, { params: Promise.resolve({ nextauth: [action] }) });
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ error: { code: "NOT_FOUND" }, request_id: expect.any(String) });
});
