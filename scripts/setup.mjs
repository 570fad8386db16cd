#!/usr/bin/env node
/**
 * npm run setup: what the tests and measurements need of the system, and nothing else. Installs it where it may (root on
 * Debian), else says what to install. `npm test` does the same before it begins.
 */
import { ensureSystem, FOR_TESTING } from './lib/system.mjs';

if (!(await ensureSystem(FOR_TESTING))) process.exit(1);
console.log('Everything that the tests need of the system is there.');
