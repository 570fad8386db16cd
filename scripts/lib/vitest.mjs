import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT, run, runTool } from './run.mjs';

/** Runs the tests: how many passed, and the names of what failed and what was skipped. */
export async function runVitest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'ijw-vitest-'));
  const file = join(folder, 'results.json');
  const begun = join(folder, 'begun');
  // Where that fails there is a test that says why; here each gateway makes its own.
  const made = (await run('node', [join(ROOT, 'scripts/lib/begun-store.mjs'), begun])) === 0;
  const options = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool('vitest', [...options, ...args], made ? { IJW_PROEF_BEGIN: begun } : {});
  const results = read(file);
  rmSync(folder, { recursive: true, force: true });
  const failed = results.failed;
  // An error outside any test, or a run that ended before it could tell.
  if (code !== 0 && failed.length === 0) failed.push(`vitest ended with code ${code}`);
  return { ...results, failed };
}

function read(file) {
  const found = { passed: 0, failed: [], skipped: [] };
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { ...found, failed: ['vitest gave no results'] };
  }
  for (const suite of report.testResults) {
    const name = relative(ROOT, suite.name);
    // A file that cannot be loaded has no tests, and is a failure all the same.
    if (suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'))
      found.failed.push(name);
    for (const test of suite.assertionResults) {
      const full = `${name}: ${test.fullName}`;
      if (test.status === 'passed') found.passed++;
      else if (test.status === 'failed') found.failed.push(full);
      else found.skipped.push(full);
    }
  }
  return found;
}
