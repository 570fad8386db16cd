import { defineConfig } from 'vitest/config';
import { LONG } from './test/projects.ts';

/** What takes too long for `npm test`: each has a script of its own in package.json. */
export default defineConfig({
  test: { include: [...LONG], testTimeout: 600_000, hookTimeout: 300_000, pool: 'forks', maxWorkers: 1 },
});
