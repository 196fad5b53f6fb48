import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { node, root } from './cli.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-watch-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function writeTest(suite: string, name: string, run: string): void {
  mkdirSync(join(suite, name), { recursive: true });
  writeFileSync(join(suite, name, 'run'), `#!/bin/sh\n${run}\n`);
  chmodSync(join(suite, name, 'run'), 0o755);
}

/** What was printed since the last call. */
function since({ screen }: Terminal): () => string {
  let read = 0;
  return () => {
    const text = screen().slice(read);
    read += text.length;
    return text;
  };
}

it('a run that watches tests what a change concerns, and obeys keys', async () => {
  const suite = join(scratch, 'quick');
  mkdirSync(join(suite, 'info'), { recursive: true });
  writeFileSync(join(suite, 'info/modules'), 'driver\n');
  cpSync(join(root, 'examples/edu/driver'), join(suite, 'driver'), { recursive: true });
  writeTest(suite, 'loads', 'insmod modules/edu.ko');
  writeTest(suite, 'passes', 'true');
  using terminal = openTerminal(
    [node, join(root, 'dist/cli.mjs'), 'run', suite, '--watch', '--kernel', 'debian:6.1', '--accel', 'tcg'],
    { scratch, env: { NO_COLOR: '1' }, cwd: scratch },
  );
  const news = since(terminal);
  await terminal.shows(/2 of 2 as expected[\s\S]*q quit/);
  news();

  // One test is changed so that it fails.
  writeTest(suite, 'passes', 'exit 7');
  await terminal.shows(/ended with exit status 7[\s\S]*Waiting for changes \(1 failed\)/);
  const failing = news();
  expect(failing).toContain('── quick/passes/run changed: 1 of 2 tests ──');
  expect(failing).not.toContain('kernels');

  // A shell on a machine of the failed test, then watching goes on.
  await terminal.type('s', '/test # ');
  await terminal.type('./run; echo "it was $?"; exit\r', 'it was 7');
  await terminal.shows(/it was 7[\s\S]*q quit/);
  news();

  // A suite that cannot be read is told; the change that mends it runs what is due.
  writeFileSync(join(suite, 'info/timeout'), 'soon\n');
  await terminal.shows(/info\/timeout:1: expected a number of seconds/);
  rmSync(join(suite, 'info/timeout'));
  writeTest(suite, 'passes', 'true');
  await terminal.shows(/info\/timeout[\s\S]*2 of 2 as expected/);

  // The driver is built again, and a typed name chooses.
  await terminal.type('tloads\r', 'tests named loads: 1 of 2 tests');
  await terminal.shows(/tests named loads[\s\S]*1 of 1 as expected/);
  await terminal.type('q', 'ended with 0');
  expect(await terminal.ended()).toContain('keys are as before');
});
