"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { Scope } from "#lib/contract/access.ts";
import type { Session } from "#lib/queries/session.ts";

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}

/** Who is signed in, and for which account. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession is for screens of the signed-in hub");
  return session;
}

export function useCan(scope: Scope): boolean {
  return useSession().account.scopes.includes(scope);
}

/** What the person may do; nothing where nobody is signed in. */
export function useRights(): readonly Scope[] {
  return useContext(SessionContext)?.account.scopes ?? none;
}

const none: readonly Scope[] = [];
