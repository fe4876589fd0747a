import type { NextAuthOptions, User } from "next-auth";
import CredentialsModule from "next-auth/providers/credentials";
import type { Database } from "#db/client.ts";
import { checkPassword, findUserByVerifiedEmail, type SignedInUser } from "#domain/auth/check-password.ts";
import { defaultExport } from "#domain/auth/default-export.ts";
import { oauthProviders, providerProfileSchema } from "#domain/auth/oauth-providers.ts";
import { usesSecureCookies } from "#lib/auth/session-cookie.ts";
import { env } from "#lib/env.ts";
import { HubError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/** Seconds; a session that is used is renewed. */
const sessionLifetime = 30 * 24 * 3600;

/**
 * next-auth for one request: passwords, and providers where configured. The session is a JWT that holds who it is and
 * their session version; every request checks that version (domain/auth/authenticate-user.ts).
 */
export function nextAuthOptions(db: Database, clientIp: string | null): NextAuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionLifetime },
    useSecureCookies: usesSecureCookies(),
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider(db, clientIp), ...oauthProviders(env())],
    callbacks: {
      // People are invited: a provider's word opens an existing user and makes none.
      signIn: async ({ account, profile }) =>
        account?.provider === "credentials" || (await userOfProfile(db, profile)) !== null,
      async jwt({ token, account, user, profile }) {
        if (!account) return token;
        const signedIn = account.provider === "credentials" ? asSignedIn(user) : await userOfProfile(db, profile);
        if (!signedIn) throw new Error("nobody signed in");
        log.info({ user_id: signedIn.id, provider: account.provider, client_ip: clientIp }, "signed in");
        return { sub: signedIn.id, sv: signedIn.sessionVersion, name: signedIn.name, email: signedIn.email };
      },
      session: ({ session, token }) => ({
        ...session,
        user: { id: token.sub, name: token.name, email: token.email },
        sessionVersion: token.sv,
      }),
    },
    logger: {
      error: (code, metadata) => log.error({ code, metadata }, "next-auth"),
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: (code) => log.trace({ code }, "next-auth"),
    },
  };
}

function passwordProvider(db: Database, clientIp: string | null) {
  return defaultExport(CredentialsModule)({
    name: "Password",
    credentials: { email: { label: "Email", type: "email" }, password: { label: "Password", type: "password" } },
    async authorize(credentials) {
      try {
        const { email = "", password = "" } = credentials ?? {};
        return await checkPassword(db, { email, password: password.slice(0, 1000) }, clientIp);
      } catch (error) {
        if (!(error instanceof HubError)) log.error({ err: error }, "A sign-in failed.");
        // The message of what is thrown comes back as `error` in the address; null comes back as CredentialsSignin.
        if (error instanceof HubError && error.code === "RATE_LIMITED") throw new Error(error.message);
        if (error instanceof HubError) return null;
        throw new Error("Signing in failed on our side; try again");
      }
    },
  });
}

async function userOfProfile(db: Database, profile: unknown): Promise<SignedInUser | null> {
  const vouched = providerProfileSchema.safeParse(profile);
  return vouched.success ? findUserByVerifiedEmail(db, vouched.data.email) : null;
}

/** What `authorize` returned: next-auth hands it on untouched and types it as less. */
function asSignedIn(user: User): SignedInUser {
  return user as User & SignedInUser;
}
