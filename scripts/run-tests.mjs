// Runs every test, unit then integration, and ends with one plain line: N passed, N failed.
// A run in which no kernel was booted is a failed one, however green.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-tests-'));
try {
  const unit = runProject('unit');
  const integration = runProject('integration');
  if (integration.passed === 0) console.error('No integration test ran: no kernel was booted, so nothing is proven.');
  console.log(`${unit.passed + integration.passed} passed, ${unit.failed + integration.failed} failed`);
  process.exitCode = unit.isGreen && integration.isGreen && integration.passed > 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function runProject(name) {
  const report = join(scratch, `${name}.json`);
  // npx puts its own Node into npm_node_execpath: the one that users have is that of the npm which runs this script.
  const env = { ...process.env, QDT_TEST_NODE: process.env.npm_node_execpath ?? process.execPath };
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { stdio: 'inherit', env });
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = readReport(report);
  return { passed, failed, isGreen: status === 0 };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {}; // The runner died before it could write: its exit status says so.
  }
}
