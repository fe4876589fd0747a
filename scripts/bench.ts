import { benchApi } from "#scripts/bench/api.ts";
import { benchQueue } from "#scripts/bench/queue.ts";
import { benchTypes } from "#scripts/bench/types.ts";
import { benchWeb } from "#scripts/bench/web.ts";

/** `npm run bench`, `-- queue`, `-- types` or `-- web`: what is measured, by name. */
const benches: Record<string, () => Promise<void>> = {
  api: benchApi,
  queue: benchQueue,
  types: benchTypes,
  web: benchWeb,
};

const [name = "api"] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (!bench) {
  console.error(`There is no bench ${name}; there are ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}
await bench();
