import { Command, Option } from "commander";
import { createKeyForAccount } from "#domain/keys/create-key.ts";
import { createKeySchema } from "#domain/keys/key-schema.ts";
import { listKeys } from "#domain/keys/list-keys.ts";
import { profiles, scopes } from "#lib/contract/access.ts";
import { readInput } from "#scripts/hub/read-input.ts";
import { by, printTable, withAccountNamed } from "#scripts/hub/with-hub.ts";

export function keyCommands(): Command {
  const keys = new Command("keys").description("API keys");
  keys
    .command("create")
    .description("make a key and print it, the only time that it is shown")
    .requiredOption("--name <name>", "what it is for")
    .option("--account <account>", "slug, name or id; the only account by default")
    .option("--scopes <scopes>", `comma-separated, of ${scopes.join(", ")}; all of them by default`)
    .addOption(new Option("--profile <profile>", "the vocabulary of its answers").choices([...profiles]))
    .action(async (options: { name: string; account?: string; scopes?: string; profile?: string }) => {
      const { account, ...given } = options;
      const input = readInput(createKeySchema, {
        ...given,
        scopes: given.scopes?.split(",").map((scope) => scope.trim()),
      });
      const { key } = await withAccountNamed(account, ({ db, actor }) =>
        createKeyForAccount(db, { ...input, accountId: actor.accountId, by }),
      );
      console.log(key);
    });
  keys
    .command("list")
    .description("the keys of an account")
    .option("--account <account>", "slug, name or id; the only account by default")
    .action(async ({ account }: { account?: string }) => {
      const found = await withAccountNamed(account, (ctx) => listKeys(ctx));
      printTable(
        ["key", "name", "scopes", "profile", "last used", "state"],
        found.map((key) => [
          `${key.prefix}…`,
          key.name,
          key.scopes.join(","),
          key.profile,
          key.lastUsedAt?.toISOString() ?? null,
          key.revokedAt ? "revoked" : "in use",
        ]),
      );
    });
  return keys;
}
