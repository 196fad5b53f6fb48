import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadSegmentType, readElfSegments } from '../../src/binary/elf-segments.ts';
import { bytesOf } from '../../src/binary/read-bytes.ts';
import { provideKernel } from '../../src/provision/kernel/kernel.ts';
import { createProvisionContext } from '../../src/provision/provision-context.ts';
import { kernel } from '../unit/plan/plan-request.ts';
import { runSuite } from './cli.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-forms-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The kernel's code where QEMU enters it becomes a triple fault: an empty table of interrupts, and an interrupt. */
function breakEntry(vmlinux: Buffer): void {
  const note = vmlinux.indexOf('\x12\0\0\0Xen\0', 0, 'latin1');
  const entry = vmlinux.readUInt32LE(note + 8);
  const segment = readElfSegments(bytesOf(vmlinux)).find(
    ({ type, physicalAddress, sizeBytes }) =>
      type === loadSegmentType && entry >= physicalAddress && entry < physicalAddress + sizeBytes,
  );
  if (note < 0 || segment === undefined) throw new Error('expected a kernel with a PVH entry');
  const code = Buffer.alloc(24);
  // lidt [entry + 16]; ud2
  code.write('0f011d', 0, 'hex');
  code.writeUInt32LE(entry + 16, 3);
  code.write('0f0b', 7, 'hex');
  code.copy(vmlinux, segment.offset + entry - segment.physicalAddress);
}

/** `vmlinux` and `arch/x86/boot/bzImage`, as a kernel's build leaves them. */
async function buildTree(): Promise<string> {
  const context = createProvisionContext({ progress: () => undefined, signal: new AbortController().signal });
  const { bootImage, packedImage } = await provideKernel(kernel('debian:6.12'), context);
  if (packedImage === undefined) throw new Error('expected a kernel in both forms');
  const vmlinux = readFileSync(bootImage);
  breakEntry(vmlinux);
  mkdirSync(join(scratch, 'arch/x86/boot'), { recursive: true });
  cpSync(packedImage, join(scratch, 'arch/x86/boot/bzImage'));
  // What an earlier test has taught the store is of another kernel.
  writeFileSync(join(scratch, 'vmlinux'), Buffer.concat([vmlinux, randomBytes(16)]));
  return join(scratch, 'vmlinux');
}

it('a kernel that resets at its PVH entry runs its tests by its bzImage; one that has no room says so', async () => {
  const path = await buildTree();
  const machines = ['--machine', 'big=-m 256', '--machine', 'small=-m 40'];
  const suite = join(scratch, 'suite');
  mkdirSync(join(suite, 'pass'), { recursive: true });
  writeFileSync(join(suite, 'pass/run'), '#!/bin/sh\n', { mode: 0o755 });
  using run = await runSuite([suite, '--kernel', path, ...machines]);
  expect(run.results.cells.map(({ boot }) => [boot.outcome, boot.image, boot.failure?.kind])).toEqual([
    ['ok', 'bzImage', undefined],
    ['failed', 'bzImage', 'too-little-memory'],
  ]);
  // The terminal wraps it.
  expect(run.stdout.replaceAll(/\s+/g, ' ')).toContain('started by its PVH entry, this kernel resets before its first');
  expect(run.results.tests.map(({ outcome }) => outcome)).toEqual(['pass', 'error']);
  expect(run.results.tests[1]?.reason).toMatch(
    /^the cell did not boot: too little memory for this kernel: .* 40 MiB, .*\nGive .*: --machine 'small=-m 256M'$/,
  );
});
