/**
 * Three sets of tests, and one beside them. Unit tests start nothing and are done in seconds; they are whatever is not named below.
 * `test/house/projects.test.ts` holds the difference.
 */

/** Start nothing either, but go through thousands of cases. */
export const THOROUGH: readonly string[] = [
  'test/api/buiten-de-routes.test.ts',
  'test/cli/generate-rules.test.ts',
  'test/house/large-commentaar.test.ts',
  'test/house/regular-expressions.test.ts',
  'test/model/**/*.test.ts',
  'test/reports/afscherming.test.ts',
  'test/rules/alone.test.ts',
  'test/rules/findings.test.ts',
  'test/rules/matrix/**/*.test.ts',
  'test/rules/version.test.ts',
  'test/signaalbudget/totalen.test.ts',
  'test/signaalbudget/volume.test.ts',
  'test/standard/leaf-verdict.test.ts',
  'test/verdict/declaratie/willekeurig.test.ts',
  'test/xml/kanarie.test.ts',
  'test/xml/write.test.ts',
];

/** Take many minutes; each has an npm script of its own, and none is part of `npm test`. */
export const LONG: readonly string[] = [
  'test/crash/long/**/*.test.ts',
  'test/machines/**/*.test.ts',
  'test/walk/**/*.test.ts',
];

/** Start processes, threads or servers. */
export const INTEGRATION: readonly string[] = [
  'test/access/others.test.ts',
  'test/api/door.test.ts',
  'test/browser/**/*.test.ts',
  'test/api/live.test.ts',
  'test/api/tls.test.ts',
  'test/client/**/*.test.ts',
  'test/crash/*.test.ts',
  'test/bounds/**/*.test.ts',
  'test/fuzz/**/*.test.ts',
  'test/hostile/**/*.test.ts',
  'test/conformance/**/*.test.ts',
  'test/deploy/monitoring.test.ts',
  'test/deploy/sbom.test.ts',
  'test/connectors/**/*.test.ts',
  'test/gateway/**/*.test.ts',
  'test/judging/**/*.test.ts',
  'test/lanes/lanes.test.ts',
  'test/notices/**/*.test.ts',
  'test/queue/**/*.test.ts',
  'test/regions/**/*.test.ts',
  'test/reliability/**/*.test.ts',
  'test/flows/**/*.test.ts',
  'test/samples/**/*.test.ts',
  'test/servers/ends-with-us.test.ts',
  'test/services/queues.test.ts',
  'test/store/**/*.test.ts',
  'test/cli/generate-accepted.test.ts',
  'test/cli/opdrachten.test.ts',
  'test/cli/processes.test.ts',
  'test/standard/generated.test.ts',
  'test/standard/new-message-type.test.ts',
  'test/verdict/besluit.property.test.ts',
  'test/verdict/determinism.test.ts',
];
