#!/usr/bin/env bash
# @electric-sql/pglite 0.5.16 (embedded PostgreSQL), on a folder of the host, with `fsync=on`.
#
# Expected: SHOW fsync says `on`, so a commit is on disk when it is answered, and a checkpoint syncs the data files.
# Behaviour: it says `on`, and the process makes not one fsync, fdatasync, msync or sync_file_range call: not at commits, not
#   at CHECKPOINT, not at close. Its file layer has no sync to offer. kill -9 is survived, a power cut need not be.
# Seen:      fsync: on · commits: 50 · pages written: thousands · calls that sync: 0
#
# Needs node, npm and strace. Exits 1 when the behaviour has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
command -v strace >/dev/null || { echo 'needs strace'; exit 2; }
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @electric-sql/pglite@0.5.16 >/dev/null
cat > commits.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
const startParams = PGlite.defaultStartParams.filter((p) => p !== '-F');
const db = await PGlite.create('folder', { startParams: [...startParams, '-c', 'fsync=on'] });
console.log('fsync:', (await db.query('show fsync')).rows[0].fsync);
await db.exec('create table t (n int, v text)');
for (let n = 0; n < 50; n++) await db.query('insert into t values ($1, repeat($2, 1000))', [n, 'x']);
await db.exec('checkpoint');
await db.close();
JS
strace -f -qq -o calls.txt -e trace=fsync,fdatasync,msync,sync_file_range,syncfs,sync,pwrite64 node commits.mjs > said.txt
cat said.txt
syncs=$(grep -cE '\b(fsync|fdatasync|msync|sync_file_range|syncfs|sync)\(' calls.txt || true)
writes=$(grep -c 'pwrite64(' calls.txt || true)
echo "commits: 50 · pages written: $writes · calls that sync: $syncs"
grep -q 'fsync: on' said.txt && [ "$syncs" -eq 0 ] && [ "$writes" -gt 100 ] || { echo 'CHANGED'; exit 1; }
