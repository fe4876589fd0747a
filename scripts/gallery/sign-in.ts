import type { BrowserContext } from "@playwright/test";
import type { Person } from "#scripts/gallery/hub-client.ts";

/** Signs a browser in by next-auth's own endpoint. */
export async function signIn({ request }: BrowserContext, { email, password }: Person): Promise<void> {
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { csrfToken, email, password, json: "true", callbackUrl: "/" };
  const answer = await request.post("/api/auth/callback/credentials", { form });
  if (!answer.ok()) throw new Error(`Signing in failed: ${answer.status()}`);
}
