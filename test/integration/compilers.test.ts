import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { releases } from '../../src/provision/apt/releases.ts';
import { createProvisionContext } from '../../src/provision/provision-context.ts';
import { provideToolchain } from '../../src/provision/toolchain/toolchain.ts';
import { root, runSuite } from './cli.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-compilers-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const edu = join(root, 'examples/edu');
const quick = ['--test', 'edu/factorial', '--accel', 'tcg'];

it('a host without gcc, make and binutils builds modules with what it fetches', async () => {
  const bin = join(scratch, 'bin');
  mkdirSync(bin);
  const builder = /^(.*-)?(gcc|cc|cpp|make|ld|as|ar|nm|strip|objcopy|objdump|readelf)([-.].*)?$/;
  for (const name of readdirSync('/usr/bin'))
    if (!builder.test(name)) symlinkSync(join('/usr/bin', name), join(bin, name));
  using run = await runSuite([edu, '--kernel', 'debian:6.1', ...quick], { env: { PATH: bin } });
  expect([run.exitStatus, run.results.cells[0]?.compiler]).toEqual([0, expect.stringMatching(/^gcc-12 \(Debian/)]);
});

it('a kernel of sid gets the compiler of sid, and the libraries that its build programs need', async () => {
  using run = await runSuite([edu, '--kernel', 'debian:sid', ...quick]);
  expect(run.exitStatus).toBe(0);
  expect(run.results.cells[0]?.compiler).toMatch(/^gcc-\d+ \(Debian/);
});

it.each(['debian:6.1', 'debian:6.12', 'debian:sid'])('clang makes modules that run, for %s', async (kernel) => {
  const signal = new AbortController().signal;
  const context = createProvisionContext({ progress: () => undefined, signal });
  const packages = ['clang-19', 'lld-19', 'llvm-19'];
  const wish = { release: releases[0], suites: ['trixie', 'trixie-security'], packages, title: 'clang' };
  const { bin } = await provideToolchain(context, wish);
  using run = await runSuite([edu, '--kernel', kernel, ...quick, '--compiler', join(bin, 'clang-19')]);
  expect([run.exitStatus, run.results.cells[0]?.compiler]).toEqual([0, expect.stringContaining('clang version 19')]);
});
