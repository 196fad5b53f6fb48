import { describe, expect, it } from 'vitest';
import { bootFailureInWords, explainBoot, type FailedBoot } from '../../../src/diagnose/boot-failure.ts';

const moreMemory = "--machine 'small=-m 512M'";
const earlyLines = "--machine 'small=-m 256 -append earlyprintk=ttyS0'";

/** A boot that reset without a word, in a machine that is large enough. */
const silent: FailedBoot = {
  ending: { kind: 'guest-reset' },
  phase: 'kernel-silent',
  signs: { shortage: undefined, panic: undefined },
  findings: [],
  kernel: {
    spec: './bzImage',
    release: '6.9.0',
    tried: ['vmlinux', 'bzImage'],
    modulesDirectory: undefined,
    modulesSought: ['/w/lib/modules/6.9.0', '/w/usr/lib/modules/6.9.0'],
  },
  memory: { givenMiB: 256, neededMiB: 69.4 },
  advice: { moreMemory, earlyLines, longerBoot: '--boot-timeout 360' },
};

type Case = readonly [title: string, changes: Partial<FailedBoot>, kind: string, words: string];

const cases: readonly Case[] = [
  [
    'a reset before the first line, in both forms',
    {},
    'reset-before-first-line',
    'the kernel reset before its first line, started by its PVH entry and by its bzImage\n' +
      `256 MiB may be too little memory, try more: ${moreMemory}. The kernel needs a serial console ` +
      `(CONFIG_SERIAL_8250_CONSOLE=y); with CONFIG_EARLY_PRINTK=y this shows its first lines: ${earlyLines}`,
  ],
  [
    'a reset of a vmlinux of which there is no bzImage',
    { kernel: { ...silent.kernel, tried: ['vmlinux'] } },
    'reset-before-first-line',
    'the kernel reset before its first line, started by its PVH entry\nGive its bzImage (arch/x86/boot/bzImage) ' +
      'instead of the vmlinux: some kernels, for example some with KASAN, do not start by their PVH entry.',
  ],
  [
    'a kernel that does not fit',
    { memory: { givenMiB: 40, neededMiB: 69.4 } },
    'too-little-memory',
    'too little memory for this kernel: the machine has 40 MiB, and the kernel with its initramfs takes 70 MiB when ' +
      `it is loaded\nGive the machine more memory: ${moreMemory}`,
  ],
  [
    'a kernel that panicked because memory ran out',
    { phase: 'kernel-started', findings: [{ kind: 'oom', title: 'kernel panic: System is deadlocked on memory' }] },
    'too-little-memory',
    'the kernel ran out of memory while booting (the machine has 256 MiB): kernel panic: System is deadlocked on ' +
      `memory\nGive the machine more memory: ${moreMemory}`,
  ],
  [
    'an initramfs that did not fit',
    {
      ending: { kind: 'guest-panicked' },
      phase: 'kernel-started',
      signs: { shortage: 'Initramfs unpacking failed: write error', panic: 'Kernel panic - not syncing: VFS: Unable' },
      findings: [{ kind: 'panic', title: 'kernel panic: VFS: Unable to mount root fs' }],
    },
    'too-little-memory',
    'the kernel ran out of memory while booting (the machine has 256 MiB): Initramfs unpacking failed: write error\n' +
      `Give the machine more memory: ${moreMemory}`,
  ],
  [
    'a panic',
    {
      phase: 'kernel-started',
      findings: [{ kind: 'null-deref', title: 'BUG: kernel NULL pointer dereference in foo_init' }],
      signs: { shortage: undefined, panic: 'Kernel panic - not syncing: Attempted to kill init!' },
    },
    'panicked',
    'the kernel panicked while booting: BUG: kernel NULL pointer dereference in foo_init',
  ],
  [
    'a panic in scarce memory',
    { phase: 'kernel-started', ending: { kind: 'guest-panicked' }, memory: { givenMiB: 80, neededMiB: 69.4 } },
    'panicked',
    `the kernel panicked while booting\n80 MiB may be too little memory, try more: ${moreMemory}`,
  ],
  [
    'a reset after a warning, without a panic',
    { phase: 'kernel-started', findings: [{ kind: 'warning', title: 'WARNING in bar' }] },
    'reset',
    'WARNING in bar; the machine reset while booting, before the agent started',
  ],
  [
    'a power-off of a guest whose agent had started',
    { phase: 'init-started', ending: { kind: 'guest-shutdown' } },
    'reset',
    'the machine powered off while booting, before the agent was ready',
  ],
  [
    'a missing port, where no modules were found',
    { phase: 'port-missing', ending: { kind: 'guest-shutdown' } },
    'port-missing',
    'the agent started, but its port to the host is missing: virtio_pci and virtio_console are not built into this ' +
      'kernel, and no modules of it were found. Looked for: /w/lib/modules/6.9.0, /w/usr/lib/modules/6.9.0\n' +
      'Name their directory: --kernel ./bzImage,modules=DIR/lib/modules/6.9.0. Or build both drivers into the ' +
      'kernel: CONFIG_VIRTIO_PCI=y, CONFIG_VIRTIO_CONSOLE=y',
  ],
  [
    'a missing port, where modules were found',
    {
      phase: 'port-missing',
      ending: { kind: 'guest-shutdown' },
      kernel: { ...silent.kernel, modulesDirectory: '/w/lib/modules/6.9.0' },
    },
    'port-missing',
    'the agent started, but its port to the host is missing: virtio_pci and virtio_console of /w/lib/modules/6.9.0 ' +
      'did not bring it up\nThe console says which modules could not be loaded. Modules of another build of the ' +
      'kernel are refused.',
  ],
  [
    'a deadline',
    { phase: 'init-started', ending: { kind: 'boot-deadline', timeoutMs: 180_000, phase: 'init-started' } },
    'deadline',
    'the boot did not reach the test agent within 180 s: the agent started, but its port did not come up\n' +
      'For a slow kernel or host: --boot-timeout 360',
  ],
  [
    'a deadline without a line',
    { ending: { kind: 'boot-deadline', timeoutMs: 180_000, phase: 'kernel-silent' } },
    'deadline',
    'the boot did not reach the test agent within 180 s: the kernel printed nothing on its console\n' +
      'For a slow kernel or host: --boot-timeout 360. The kernel needs a serial console ' +
      `(CONFIG_SERIAL_8250_CONSOLE=y); with CONFIG_EARLY_PRINTK=y this shows its first lines: ${earlyLines}`,
  ],
  [
    'a QEMU that was killed',
    { ending: { kind: 'qemu-exited', exitCode: undefined, signal: 'SIGKILL', lastOutput: '' } },
    'other',
    'QEMU was killed by SIGKILL',
  ],
];

describe('why a machine did not boot', () => {
  it.each(cases)('%s', (_title, changes, kind, words) => {
    const failure = explainBoot({ ...silent, ...changes });
    expect(failure.kind).toBe(kind);
    expect(bootFailureInWords(failure)).toBe(words);
  });
});
