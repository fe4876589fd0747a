import { type APIRequestContext, expect, type PlaywrightWorkerArgs } from "@playwright/test";
import { hub } from "./hub.ts";

export type Session = Awaited<ReturnType<APIRequestContext["storageState"]>>;

/** Somebody's cookies, from next-auth's own endpoint. */
export async function signIn(
  playwright: PlaywrightWorkerArgs["playwright"],
  email: string,
  password: string,
): Promise<Session> {
  const request = await playwright.request.newContext({ baseURL: hub.baseUrl });
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email, password, json: "true", callbackUrl: "/" };
  const answer = await request.post("/api/auth/callback/credentials", { form });
  expect(answer.ok()).toBe(true);
  const session = await request.storageState();
  await request.dispose();
  return session;
}
