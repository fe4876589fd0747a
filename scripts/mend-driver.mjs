// Plain JavaScript on what Node 18 has: it runs before anything may load the driver.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * Statements of a transaction whose connection was lost (the ROLLBACK that follows, at the latest) go to that connection
 * all the same in postgres.js 3.4.9. Where it is closed, that ends the process (github.com/porsager/postgres/issues/1154
 * and 1208); where the pool has opened it again, they arrive in somebody else's transaction. They are to be refused.
 */
const mends = [
  {
    fault: `        q.catch(e => uncaughtError || (uncaughtError = e))
        c.queue === full`,
    mended: `        q.catch(e => uncaughtError || (uncaughtError = e))
        if (c.reserved !== mine)
          return q.reject(Errors.connection('CONNECTION_CLOSED', options, options))
        c.queue === full`,
  },
  {
    fault: `      c.reserved = () => queries.length
        ? c.execute(queries.shift())`,
    mended: `      c.reserved = mine = () => queries.length
        ? c.execute(queries.shift())`,
  },
  {
    fault: `      , connection
      , prepare = null`,
    mended: `      , connection
      , mine
      , prepare = null`,
  },
];

/**
 * Mends the installed postgres.js, unless that is done.
 * @throws when the driver is another than the one that was looked into
 */
export function mendDriver(folder = join(root, "node_modules", "postgres")) {
  for (const part of ["src", "cjs/src"]) {
    const file = join(folder, part, "index.js");
    if (!existsSync(file)) continue;
    const source = readFileSync(file, "utf8");
    if (mends.every(({ mended }) => source.includes(mended))) continue;
    const unknown = mends.some(({ fault }) => source.split(fault).length !== 2);
    if (unknown) throw new Error(`${file} is not as scripts/mend-driver.mjs knows it: see whether it needs mending.`);
    // Moved into place: npm may have linked the file to a copy that others use.
    const aside = `${file}.${process.pid}`;
    writeFileSync(
      aside,
      mends.reduce((text, { fault, mended }) => text.replace(fault, () => mended), source),
    );
    renameSync(aside, file);
  }
}
