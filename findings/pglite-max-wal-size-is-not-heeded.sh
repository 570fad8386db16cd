#!/usr/bin/env bash
# @electric-sql/pglite 0.5.16 (embedded PostgreSQL), on a folder of the host, with `max_wal_size=64MB`.
#
# Expected: PostgreSQL checkpoints when its log has grown to about max_wal_size, and recycles what is older.
# Behaviour: in one process there is no checkpointer, and a backend does not do its work: the log grows for as long as the
#   database stays open, and after a kill all of it is gone through. Only an explicit CHECKPOINT (or close) ends it.
# Seen:      max_wal_size: 64MB · log after 240 MB of rows: 256 MB (16 segments) · after CHECKPOINT: 64 MB (4 segments)
#
# Needs node and npm. Exits 1 when the behaviour has changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @electric-sql/pglite@0.5.16 >/dev/null
cat > grow.mjs <<'JS'
import { readdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
const segments = () => readdirSync('folder/pg_wal').filter((name) => /^[0-9A-F]{24}$/.test(name)).length;
const db = await PGlite.create('folder', { startParams: [...PGlite.defaultStartParams, '-c', 'max_wal_size=64MB'] });
console.log('max_wal_size:', (await db.query('show max_wal_size')).rows[0].max_wal_size);
await db.exec('create table t (n int, v text)');
for (let i = 0; i < 30; i++) await db.query(`insert into t select g, repeat('x', 2000) from generate_series(1, 4000) g`);
const grown = segments();
await db.exec('checkpoint');
const after = segments();
await db.close();
console.log(`log after 240 MB of rows: ${grown * 16} MB (${grown} segments) · after CHECKPOINT: ${after * 16} MB (${after} segments)`);
process.exit(grown >= 12 && after <= 6 ? 0 : 1);
JS
node grow.mjs || { echo 'CHANGED'; exit 1; }
