import { Command } from "commander";
import { env } from "#lib/env.ts";
import { getArtifactStore } from "#lib/storage/get-artifact-store.ts";
import { backup } from "#scripts/hub/backup.ts";
import { restore } from "#scripts/hub/restore.ts";
import { tell, withHub } from "#scripts/hub/with-hub.ts";

export function backupCommands(): Command[] {
  return [
    new Command("backup")
      .description("write everything, as it is at one moment, into a new folder; the hub may run meanwhile")
      .argument("<folder>", "where to; it must not exist")
      .action(async (folder: string) => {
        const manifest = await withHub((_, url) =>
          backup({ url, folder, secret: env().AUTH_SECRET, store: getArtifactStore() }),
        );
        const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
        tell(
          `${rows} rows and ${manifest.artifacts.length} files are in ${folder}, with AUTH_SECRET; keep it as safe.`,
        );
      }),
    new Command("restore")
      .description("fill an empty hub from a backup; start it with the backup's AUTH_SECRET afterwards")
      .argument("<folder>", "a folder that backup wrote")
      .action(async (folder: string) => {
        const manifest = await withHub((_, url) =>
          restore({ url, folder, dataDir: env().DATA_DIR, store: getArtifactStore() }),
        );
        tell(`Restored what was saved at ${manifest.createdAt}.`);
      }),
  ];
}
