// Runs every test and ends with one plain line: N passed, N failed. Unit tests run beside the others, which wait for their machines half of
// the time; what they say comes first. A run in which no kernel was booted is a failed one, however green.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-tests-'));
try {
  const unitFirst = runProject('unit').then((unit) => {
    process.stdout.write(unit.output);
    return unit;
  });
  const [unit, integration] = await Promise.all([unitFirst, runProject('integration', unitFirst)]);
  if (integration.passed === 0) console.error('No integration test ran: no kernel was booted, so nothing is proven.');
  console.log(`${unit.passed + integration.passed} passed, ${unit.failed + integration.failed} failed`);
  process.exitCode = unit.isGreen && integration.isGreen && integration.passed > 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** `before`: whose output comes first; from then on this one's is written as it comes. */
async function runProject(name, before) {
  const report = join(scratch, `${name}.json`);
  // npx puts its own Node into npm_node_execpath: the one that users have is that of the npm which runs this script.
  const env = { ...process.env, QDT_TEST_NODE: process.env.npm_node_execpath ?? process.execPath };
  const child = spawn('npx', ['vitest', 'run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { stdio: ['ignore', 'pipe', 'pipe'], env });
  let output = '';
  let isOpen = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      if (isOpen) process.stdout.write(text);
      else output += text;
    });
  }
  void before?.then(() => {
    isOpen = true;
    process.stdout.write(output);
  });
  const status = await new Promise((resolve) => child.once('close', resolve));
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = readReport(report);
  return { passed, failed, isGreen: status === 0, output };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return {}; // The runner died before it could write: its exit status says so.
  }
}
