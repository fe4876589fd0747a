import { env } from "#lib/env.ts";
import { findLocalServers, type LocalServers, withLocalServers } from "#lib/models/find-local-servers.ts";
import type { ProviderEnv } from "#lib/models/providers.ts";

/** However often somebody asks, servers of other kinds that listen there are not bothered more often. */
const restMs = 2_000;

/** Looks for model servers on this machine, and remembers which it found last. */
export class LocalFinder {
  readonly #find: () => Promise<LocalServers>;
  readonly #named: () => ProviderEnv;
  #found: LocalServers = {};
  #looking: Promise<LocalServers> | null = null;
  #lookedAt = Number.NEGATIVE_INFINITY;

  /** @param named what the environment names, which needs no looking for */
  constructor(find: () => Promise<LocalServers> = findLocalServers, named: () => ProviderEnv = env) {
    this.#find = find;
    this.#named = named;
  }

  get found(): LocalServers {
    return this.#found;
  }

  /** The process's environment with what was found last. */
  environment(): ProviderEnv {
    return withLocalServers(this.#named(), this.#found);
  }

  /** Looks, unless it has just done so, and gives what is there. */
  async look(): Promise<LocalServers> {
    if (this.#looking) return this.#looking;
    if (performance.now() - this.#lookedAt < restMs) return this.#found;
    this.#looking = this.#find();
    try {
      this.#found = await this.#looking;
    } finally {
      this.#looking = null;
      this.#lookedAt = performance.now();
    }
    return this.#found;
  }
}
