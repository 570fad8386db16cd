#!/usr/bin/env node
/**
 * Completes package-lock.json after `npm install` on a registry mirror that lacks optional packages of other platforms:
 * npm then leaves them out of the lockfile, and `npm ci` refuses it everywhere. Adds an entry, without address or
 * checksum, for each optional dependency that is named and missing. Run it in the project's root; safe to run again.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const SYSTEMS = ['android', 'darwin', 'linux', 'win32', 'freebsd', 'openharmony', 'netbsd', 'openbsd', 'sunos', 'aix'];
const CPUS = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'arm'];

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const { '': root, ...packages } = lock.packages;
const known = Object.keys(packages);
const added = {};
for (const entry of Object.values(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!known.some((path) => path.endsWith(`node_modules/${name}`))) {
      added[`node_modules/${name}`] = optionalEntry(name, version, entry.dev === true);
    }
  }
}
lock.packages = { '': root, ...Object.fromEntries(Object.entries({ ...packages, ...added }).sort(byPath)) };
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${Object.keys(added).length} optional packages added to ${FILE}`);

function optionalEntry(name, version, dev) {
  const parts = name.split('/').at(-1).split('-');
  const cpu = CPUS.find((c) => parts.includes(c));
  const os = SYSTEMS.find((s) => parts.includes(s));
  const libc = parts.includes('musl') ? 'musl' : os === 'linux' && parts.at(-1) === 'gnu' ? 'glibc' : undefined;
  return {
    version: version.replace(/^[\^~]/, ''),
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(dev ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}

function byPath([a], [b]) {
  return a < b ? -1 : a > b ? 1 : 0;
}
