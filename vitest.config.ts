import { defineConfig } from 'vitest/config';
import { INTEGRATION, LONG, THOROUGH } from './test/projects.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...INTEGRATION, ...THOROUGH, ...LONG] },
      },
      { extends: true, test: { name: 'thorough', include: [...THOROUGH] } },
      { extends: true, test: { name: 'integration', include: [...INTEGRATION] } },
    ],
  },
});
