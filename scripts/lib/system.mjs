import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasCommand, ROOT, run, works } from './run.mjs';

const REDIS = {
  apt: 'redis-server',
  present: () => process.env.REDIS_URL || hasCommand('redis-server') || hasCommand('valkey-server'),
};
const POSTGRESQL = { apt: 'postgresql', present: () => hasCommand('postgres', postgresFolders()) };
const STRACE = { apt: 'strace', present: () => hasCommand('strace') };
const OPENSSL = { apt: 'openssl', present: () => hasCommand('openssl') };
const PGBOUNCER = { apt: 'pgbouncer', present: () => hasCommand('pgbouncer', ['/usr/sbin']) };
/** Debian keeps the program itself out of the PATH. */
const RABBITMQ = { apt: 'rabbitmq-server', present: () => hasCommand('rabbitmq-server', ['/usr/lib/rabbitmq/bin']) };
const CHROMIUM = { apt: 'chromium', present: () => existsSync('/usr/bin/chromium') };
const XMLLINT = { apt: 'libxml2-utils', present: () => hasCommand('xmllint') };
const PROMETHEUS = { apt: 'prometheus', present: () => hasCommand('promtool') };
const PNGQUANT = { apt: 'pngquant', present: () => hasCommand('pngquant') };
const PYTHON = { apt: 'python3', present: () => works('python3', ['--version']) };

/** What serving needs besides npm's packages. */
export const FOR_SERVING = [REDIS];
/** What the demonstration over a message broker needs. */
export const FOR_AMQP = [REDIS, RABBITMQ];
/** What the pictures of the documents need. */
export const FOR_PICTURES = [REDIS, CHROMIUM, PNGQUANT];
/** What the tests need besides npm's packages. */
export const FOR_TESTING = [
  { ...REDIS, present: () => hasCommand('redis-server') || hasCommand('valkey-server') },
  POSTGRESQL,
  STRACE,
  PGBOUNCER,
  XMLLINT,
  OPENSSL,
  RABBITMQ,
  CHROMIUM,
  PROMETHEUS,
  // The conformance kit beside the project asks for more.
  ...(existsSync(join(ROOT, '..', 'shared', 'conformance')) ? [PYTHON] : []),
];

/** Debian keeps the server out of the PATH, a folder for each version. */
function postgresFolders() {
  const base = '/usr/lib/postgresql';
  return existsSync(base) ? readdirSync(base).map((version) => join(base, version, 'bin')) : [];
}

/** Installs what is missing where we may (root on Debian), else says what to install. False when something is missing. */
export async function ensureSystem(needed) {
  const missing = needed.filter((need) => !need.present());
  if (missing.length === 0) return true;
  const packages = missing.map((need) => need.apt);
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && hasCommand('apt-get');
  if (mayInstall) {
    console.log(`Installing ${packages.join(', ')} (apt-get) …`);
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], quiet);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
    if (missing.every((need) => need.present())) return true;
  }
  console.error(
    `Please install ${packages.join(', ')} (Debian: apt-get install ${packages.join(' ')})` +
      `${missing.includes(REDIS) ? ', or set REDIS_URL to a Redis or Valkey that runs elsewhere' : ''}, and try again.`,
  );
  return false;
}
