/**
 * Tests that start processes, threads or servers. All others are unit tests: they start nothing and are done in seconds.
 * `test/house/projects.test.ts` holds the difference.
 */
export const INTEGRATION: readonly string[] = [
  'test/conformance/**/*.test.ts',
  'test/gateway/**/*.test.ts',
  'test/judging/**/*.test.ts',
  'test/lanes/lanes.test.ts',
  'test/queue/**/*.test.ts',
  'test/regios/**/*.test.ts',
  'test/reliability/**/*.test.ts',
  'test/requests-flow/**/*.test.ts',
  'test/samples/**/*.test.ts',
  'test/store/**/*.test.ts',
  'test/cli/opdrachten.test.ts',
  'test/standard/generated.test.ts',
  'test/verdict/besluit.property.test.ts',
  'test/verdict/determinism.test.ts',
];
