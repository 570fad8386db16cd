import type { Logger } from '../../src/log/logger.ts';

/** Says nothing; for tests that look at something else. */
export const stilleLogger: Logger = { error() {}, warn() {}, info() {}, debug() {} };
