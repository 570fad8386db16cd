import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { SLEUTEL } from './contract/kennis.ts';
import { storeContract } from './contract.ts';

const map = mkdtempSync(join(tmpdir(), 'ijw-store-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

storeContract('PGlite', () => openStore({ dataDir: map, sleutel: SLEUTEL }));
