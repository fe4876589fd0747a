import { benchApi } from "#scripts/bench/api.ts";
import { benchQueue } from "#scripts/bench/queue.ts";
import { benchScreens } from "#scripts/bench/screens.ts";
import { benchTypes } from "#scripts/bench/types.ts";
import { benchWeb } from "#scripts/bench/web.ts";

/** `npm run bench`, `-- queue`, `-- screens 1000000`, `-- types` or `-- web`: what is measured, by name. */
const benches: Record<string, (size?: string) => Promise<void>> = {
  api: benchApi,
  queue: benchQueue,
  screens: benchScreens,
  types: benchTypes,
  web: benchWeb,
};

const [name = "api", size] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (!bench) {
  console.error(`There is no bench ${name}; there are ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}
await bench(size);
