import { benchApi } from "#scripts/bench/api.ts";
import { benchTypes } from "#scripts/bench/types.ts";

/** `npm run bench`, or `npm run bench -- types`: what is measured, by name. */
const benches: Record<string, () => Promise<void>> = { api: benchApi, types: benchTypes };

const [name = "api"] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (!bench) {
  console.error(`There is no bench ${name}; there are ${Object.keys(benches).join(", ")}.`);
  process.exit(1);
}
await bench();
