"use client";
import { ChevronsUpDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { chooseAccount } from "#lib/queries/session.ts";
import { signOut } from "#lib/queries/sign-in.ts";
import { Menu, MenuItem, MenuLabel, MenuSeparator } from "../ui/menu.tsx";
import { FamilyMark } from "../ui/status-mark.tsx";
import { notifyError } from "../ui/toast.ts";
import { useSession } from "./session-context.tsx";

/** Which account, and who. Another account is another desk, so the page starts anew. */
export function AccountMenu() {
  const { account, accounts, user } = useSession();
  const router = useRouter();
  async function choose(id: string) {
    try {
      await chooseAccount(id);
      window.location.assign("/");
    } catch (error) {
      notifyError("The account was not switched", error);
    }
  }
  async function leave() {
    try {
      await signOut();
      window.location.assign("/sign-in");
    } catch (error) {
      notifyError("You are still signed in", error);
    }
  }
  return (
    <div className="p-2">
      <Menu
        trigger={
          <button
            type="button"
            className="flex h-10 w-full items-center gap-2 rounded-md px-1 text-left hover:bg-hover rail:pr-0"
          >
            <span
              aria-hidden="true"
              className="flex size-8 shrink-0 items-center justify-center rounded-md bg-ink font-strong text-paper"
            >
              {initials(account.name)}
            </span>
            <span className="min-w-0 flex-1 max-rail:sr-only">
              <span className="sr-only">Account </span>
              <span className="block truncate font-strong" title={account.name}>
                {account.name}
              </span>
              <span className="block truncate text-small text-ink-faint">{user.name}</span>
            </span>
            <ChevronsUpDown className="size-3.5 text-ink-faint max-rail:hidden" aria-hidden />
          </button>
        }
      >
        <MenuLabel>
          {user.email}, {account.role}
        </MenuLabel>
        {accounts.map((choice) => (
          <MenuItem key={choice.id} onSelect={() => choice.id !== account.id && void choose(choice.id)}>
            <span className="inline-flex w-4">{choice.id === account.id ? <FamilyMark family="good" /> : null}</span>
            {choice.name}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem onSelect={() => router.push("/settings/you")}>Your settings</MenuItem>
        <MenuItem onSelect={() => void leave()}>Sign out</MenuItem>
      </Menu>
    </div>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return (
    words
      .slice(0, 2)
      .map((word) => [...word][0]?.toUpperCase())
      .join("") || "–"
  );
}
