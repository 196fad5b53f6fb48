import { expect, it } from 'vitest';
import { listenForSigns } from '../../../src/run/watch/boot-signs.ts';

function signsOf(...lines: readonly string[]): ReturnType<ReturnType<typeof listenForSigns>['signs']> {
  const listener = listenForSigns();
  for (const line of lines) listener.hear(Buffer.from(line, 'latin1'));
  return listener.signs();
}

it('the first line counts that says that memory ran out, and the first panic', () => {
  expect(
    signsOf(
      '[    0.000000] Linux version 6.9',
      '[    1.897000][    T1] Initramfs unpacking failed: write error\r',
      '[    1.898342] Out of memory and no killable processes...',
      '[    1.898651] Kernel panic - not syncing: System is deadlocked on memory\r',
      '[    1.899000] Kernel panic - not syncing: another',
    ),
  ).toEqual({
    shortage: 'Initramfs unpacking failed: write error',
    panic: 'Kernel panic - not syncing: System is deadlocked on memory',
  });
});

it.each([
  '[    0.1] Kernel panic - not syncing: sparse_init_nid: Failed to allocate 67108864 bytes align=0x200000',
  '[    0.2] swapper/0: page allocation failure: order:5, mode:0xcc0(GFP_KERNEL)',
  '[    3.1] Out of memory: Killed process 68 (modprobe) total-vm:2260kB',
])('memory ran out: %s', (line) => {
  expect(signsOf(line).shortage).toBe(line.replace(/^\[[^\]]*\] /, ''));
});

it('an ordinary boot has none; long and strange lines stay short', () => {
  expect(signsOf('[    0.0] Memory: 213000K/261688K available', '[    0.1] Freeing initrd memory')).toEqual({
    shortage: undefined,
    panic: undefined,
  });
  const { panic } = signsOf(`Kernel panic - not syncing: \x1b[31m${'x'.repeat(100_000)}`);
  expect(panic).toMatch(/^Kernel panic - not syncing: {1,2}\[31mx+$/);
  expect(panic?.length).toBe(200);
});
