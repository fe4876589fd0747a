import type { NextAuthOptions } from "next-auth";
import GithubModule from "next-auth/providers/github";
import GoogleModule from "next-auth/providers/google";
import type { OAuthConfig } from "next-auth/providers/oauth";
import * as z from "zod";
import { defaultExport } from "#domain/auth/default-export.ts";
import type { Env } from "#lib/env.ts";

/** What we take of a provider's word about a person; `email_verified` is what lets them in. */
export const providerProfileSchema = z.object({ email: z.string().min(3), email_verified: z.literal(true) });

type Profile = { sub: string; name?: string; email?: string; email_verified?: boolean };

/** Sign-in through others, as far as the environment configures it. */
export function oauthProviders(env: Env): NextAuthOptions["providers"] {
  return [google(env), github(env), oidc(env)].flatMap((provider) => provider ?? []);
}

function google({ GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret }: Env) {
  return clientId && clientSecret ? defaultExport(GoogleModule)({ clientId, clientSecret }) : null;
}

const githubEmailsSchema = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

function github({ GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret }: Env) {
  if (!clientId || !clientSecret) return null;
  return defaultExport(GithubModule)({
    clientId,
    clientSecret,
    userinfo: {
      url: "https://api.github.com/user",
      // next-auth's own takes the profile's address without asking whether it is verified.
      async request({ client, tokens }) {
        const token = tokens.access_token ?? "";
        const [profile, answer] = await Promise.all([
          client.userinfo(token),
          fetch("https://api.github.com/user/emails", { headers: { authorization: `Bearer ${token}` } }),
        ]);
        const emails = githubEmailsSchema.safeParse(answer.ok ? await answer.json() : []).data ?? [];
        const email = emails.find(({ primary, verified }) => primary && verified)?.email;
        return { ...profile, email, email_verified: email !== undefined };
      },
    },
  });
}

function oidc({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME }: Env) {
  if (!issuer || !clientId || !clientSecret) return null;
  const provider: OAuthConfig<Profile> = {
    id: "oidc",
    name: OIDC_NAME,
    type: "oauth",
    issuer,
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state"],
    clientId,
    clientSecret,
    profile: ({ sub, name, email }) => ({ id: sub, name: name ?? null, email: email ?? null }),
  };
  return provider;
}
