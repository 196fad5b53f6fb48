// Runs all tests, unit then integration, and ends with one plain line: N passed, N failed. A run fails if no kernel was
// booted, or if a test that boots one was skipped.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-tests-'));
try {
  const unit = runProjects('unit');
  const integration = runProjects('integration*');
  if (integration.passed === 0) console.error('No integration test ran: no kernel was booted, so nothing is proven.');
  if (integration.skipped.length > 0)
    console.error(`Skipped, so not proven:\n${integration.skipped.map((name) => `  ${name}\n`).join('')}`);
  // Repeated at the end, because readers of a long log look there.
  for (const { name, message } of [...unit.failures, ...integration.failures])
    console.error(`Failed: ${name}\n${message.replaceAll(/^/gm, '  ')}\n`);
  console.log(`${unit.passed + integration.passed} passed, ${unit.failed + integration.failed} failed`);
  process.exitCode =
    unit.isGreen && integration.isGreen && integration.passed > 0 && integration.skipped.length === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function runProjects(names) {
  const report = join(scratch, 'report.json');
  rmSync(report, { force: true });
  // npx sets npm_node_execpath to its own Node. Users have the Node of the npm that runs this script.
  const env = { ...process.env, QDT_TEST_NODE: process.env.npm_node_execpath ?? process.execPath };
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', names, ...reporters], { stdio: 'inherit', env });
  const { numPassedTests: passed = 0, numFailedTests: failed = 0, testResults = [] } = readReport(report);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const skipped = tests
    .filter(({ status }) => status !== 'passed' && status !== 'failed')
    .map(({ fullName }) => fullName);
  return { passed, failed, skipped, failures: failuresOf(testResults), isGreen: status === 0 };
}

function failuresOf(files) {
  return files.flatMap(({ name: file, status, message, assertionResults }) => {
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => ({
        name: `${relative('.', file)}: ${test.fullName}`,
        message: test.failureMessages.join('\n').slice(0, 4000),
      }));
    const isWhole = status === 'failed' && tests.length === 0;
    return isWhole ? [{ name: `${relative('.', file)}, the file itself`, message: message.slice(0, 4000) }] : tests;
  });
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {}; // The runner died before it could write. Its exit status says so.
  }
}
