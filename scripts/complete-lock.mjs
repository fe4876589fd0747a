// To run after `npm install` where the registry is a mirror that lacks some platforms' packages: npm leaves those out of
// package-lock.json, and `npm ci` then refuses it everywhere. This puts them back, by name and version alone.
import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const file = join(dirname(fileURLToPath(import.meta.url)), "..", "package-lock.json");

/** The words of a platform package's name that say where it runs. */
const platforms = {
  os: { android: "android", darwin: "darwin", freebsd: "freebsd", linux: "linux", linuxmusl: "linux", win32: "win32" },
  cpu: { arm: "arm", arm64: "arm64", ia32: "ia32", x64: "x64", wasm32: "wasm32", riscv64: "riscv64", s390x: "s390x" },
  libc: { musl: "musl", gnu: "glibc", linuxmusl: "musl" },
};

/** The entries that the lock's own packages want and the lock does not have, by their place in it. */
export function missingEntries(lock) {
  return Object.entries(lock.packages).flatMap(([path, { dev, optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isLocked(lock, path, name))
      .map(([name, version]) => [`node_modules/${name}`, entry(name, version, dev)]),
  );
}

/** Whether `name` is found from `path` the way Node would look for it. */
function isLocked(lock, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${folder}${folder ? "/" : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

function entry(name, version, dev) {
  const words = name.split(/[-/_.]/);
  const named = (kind) => {
    const found = [...new Set(words.flatMap((word) => platforms[kind][word] ?? []))];
    return found.length > 0 ? { [kind]: found } : {};
  };
  const { os, cpu, libc } = { ...named("os"), ...named("cpu"), ...named("libc") };
  if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version) || !(os || cpu)) {
    throw new Error(`${name}@${version} is missing from package-lock.json and is no platform's package.`);
  }
  return { version, cpu, dev, libc, optional: true, os };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingEntries(lock);
  const sorted = Object.entries({ ...lock.packages, ...Object.fromEntries(missing) });
  lock.packages = Object.fromEntries(sorted.sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`${missing.length} added.`);
}
