import { defineConfig } from 'vitest/config';
import { INTEGRATION, LONG, THOROUGH } from './test/projects.ts';

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Of two cores: many tests wait for a clock or a server, and a third one works meanwhile.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        // They start nothing, and reading the modules took more time than the tests: those of one worker share them.
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...INTEGRATION, ...THOROUGH, ...LONG],
          isolate: false,
        },
      },
      { extends: true, test: { name: 'thorough', include: [...THOROUGH] } },
      { extends: true, test: { name: 'integration', include: [...INTEGRATION] } },
    ],
  },
});
