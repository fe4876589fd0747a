// After `npm install`, where the registry is a mirror that lacks some platforms' packages: npm leaves those out of
// package-lock.json, and `npm ci` then refuses it everywhere. This puts them back, by name and version alone.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const file = join(dirname(fileURLToPath(import.meta.url)), "..", "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));

/** The part of a platform package's name that says where it runs. */
const platforms = {
  os: { android: "android", darwin: "darwin", freebsd: "freebsd", linux: "linux", linuxmusl: "linux", win32: "win32" },
  cpu: { arm: "arm", arm64: "arm64", ia32: "ia32", x64: "x64", wasm32: "wasm32", riscv64: "riscv64", s390x: "s390x" },
  libc: { musl: "musl", gnu: "glibc", linuxmusl: "musl" },
};

let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (find(path, name)) continue;
    const words = name.split(/[-/_.]/);
    const named = (kind) => [...new Set(words.flatMap((word) => platforms[kind][word] ?? []))];
    const [os, cpu, libc] = [named("os"), named("cpu"), named("libc")];
    if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version) || (os.length === 0 && cpu.length === 0)) {
      throw new Error(
        `${name}@${version}, wanted by ${path || "package.json"}, is missing and is no platform's package.`,
      );
    }
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(cpu.length > 0 ? { cpu } : {}),
      ...(entry.dev ? { dev: true } : {}),
      ...(libc.length > 0 ? { libc } : {}),
      optional: true,
      ...(os.length > 0 ? { os } : {}),
    };
    added += 1;
    console.log(`${name}@${version}`);
  }
}

/** Whether `name` is found from `path` the way Node would look for it. */
function find(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${folder}${folder ? "/" : ""}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = Object.fromEntries(sorted);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} added.`);
