import type { BootProgress, Ending } from '../run/evidence/run-record.ts';
import { describeEnding } from './describe-ending.ts';
import type { Finding } from './finding.ts';

export type BootFailureKind =
  | 'reset-before-first-line'
  | 'too-little-memory'
  | 'panicked'
  /** After its first line, without a panic. */
  | 'reset'
  | 'port-missing'
  | 'deadline'
  /** QEMU, this host or our own code failed. */
  | 'other';

/** Why a boot did not reach the agent. `hint`: the next move. */
export interface BootFailure {
  readonly kind: BootFailureKind;
  readonly message: string;
  readonly hint: string | undefined;
}

/** A boot that did not reach the agent, and what it was of. */
export interface FailedBoot extends BootProgress {
  readonly ending: Ending;
  readonly findings: readonly Pick<Finding, 'kind' | 'title'>[];
  readonly kernel: {
    /** As the user named it. */
    readonly spec: string;
    readonly release: string;
    /** The forms of the kernel that were started, all with the same end. */
    readonly tried: readonly ('vmlinux' | 'bzImage' | 'Image')[];
    readonly modulesDirectory: string | undefined;
    readonly modulesSought: readonly string[];
  };
  readonly memory: {
    readonly givenMiB: number;
    /** What the kernel and its initramfs take before the first instruction; undefined: not known. */
    readonly neededMiB: number | undefined;
  };
  /** Options that change the machine, as they are to be typed. */
  readonly advice: { readonly moreMemory: string; readonly earlyLines: string; readonly longerBoot: string };
}

/** Tells the kinds of failed boots apart. All wording is here. */
export function explainBoot(boot: FailedBoot): BootFailure {
  switch (boot.ending.kind) {
    case 'guest-reset':
    case 'guest-shutdown':
    case 'guest-panicked':
      return explainDeath(boot);
    case 'boot-deadline':
      return {
        kind: 'deadline',
        message: describeEnding(boot.ending),
        hint: lateHint(boot),
      };
    case 'kvm-failed':
    case 'qemu-exited':
    case 'image-failed':
    case 'agent-lost':
    case 'host-failed':
    case 'over-limit':
    case 'deadline':
    case 'no-power-off':
    case 'after-bug':
    case 'model-broke':
    case 'internal-error':
    case 'not-started':
    case 'completed':
    case 'cancelled':
      return { kind: 'other', message: withTitle(boot, describeEnding(boot.ending)), hint: undefined };
  }
}

function explainDeath(boot: FailedBoot): BootFailure {
  return memoryFailure(boot) ?? (boot.phase === 'port-missing' ? portMissing(boot) : explainReset(boot));
}

/** Certain when the kernel says it, or when it does not even fit. */
function memoryFailure({ signs, findings, memory, advice }: FailedBoot): BootFailure | undefined {
  const { givenMiB, neededMiB } = memory;
  const has = `the machine has ${inMiB(givenMiB)}`;
  const hint = `Give the machine more memory: ${advice.moreMemory}`;
  const kind = 'too-little-memory';
  if (neededMiB !== undefined && givenMiB < neededMiB) {
    const need = `the kernel with its initramfs takes ${inMiB(Math.ceil(neededMiB))} when it is loaded`;
    return { kind, message: `too little memory for this kernel: ${has}, and ${need}`, hint };
  }
  const told = findings.find((finding) => finding.kind === 'oom')?.title ?? signs.shortage;
  if (told === undefined) return undefined;
  return { kind, message: `the kernel ran out of memory while booting (${has}): ${told}`, hint };
}

function portMissing({ kernel }: FailedBoot): BootFailure {
  const { spec, release, modulesDirectory, modulesSought } = kernel;
  const start = 'the agent started, but its port to the host is missing: ';
  if (modulesDirectory !== undefined)
    return {
      kind: 'port-missing',
      message: `${start}virtio_pci and virtio_console of ${modulesDirectory} did not bring it up`,
      hint: 'The console says which modules could not be loaded. Modules of another build of the kernel are refused.',
    };
  return {
    kind: 'port-missing',
    message:
      `${start}virtio_pci and virtio_console are not built into this kernel, and no modules of it were found. ` +
      `Looked for: ${modulesSought.join(', ')}`,
    hint:
      `Name their directory: --kernel ${spec},modules=DIR/lib/modules/${release}. Or build both drivers into the ` +
      'kernel: CONFIG_VIRTIO_PCI=y, CONFIG_VIRTIO_CONSOLE=y',
  };
}

function explainReset(boot: FailedBoot): BootFailure {
  const { ending, phase, signs, findings } = boot;
  if (phase === 'kernel-silent') return silentReset(boot);
  const what = ending.kind === 'guest-shutdown' ? 'powered off' : 'reset';
  const where = phase === 'kernel-started' ? 'before the agent started' : 'before the agent was ready';
  const title = findings[0]?.title;
  if (ending.kind === 'guest-panicked' || signs.panic !== undefined || title?.startsWith('kernel panic') === true) {
    const told = title ?? signs.panic;
    return {
      kind: 'panicked',
      message: `the kernel panicked while booting${told === undefined ? '' : `: ${told}`}`,
      hint: scarceHint(boot),
    };
  }
  return {
    kind: 'reset',
    message: withTitle(boot, `the machine ${what} while booting, ${where}`),
    hint: scarceHint(boot),
  };
}

function silentReset(boot: FailedBoot): BootFailure {
  const forms = boot.kernel.tried.map((form) => (form === 'vmlinux' ? 'by its PVH entry' : 'by its bzImage'));
  const what = boot.ending.kind === 'guest-shutdown' ? 'powered off' : 'reset';
  return {
    kind: 'reset-before-first-line',
    message: `the kernel ${what} before its first line, started ${forms.join(' and ')}`,
    hint: silentHint(boot),
  };
}

function lateHint({ phase, advice }: FailedBoot): string {
  const longer = `For a slow kernel or host: ${advice.longerBoot}`;
  return phase === 'kernel-silent' ? `${longer}. ${consoleHint(advice)}` : longer;
}

function silentHint({ kernel: { tried }, memory: { givenMiB }, advice }: FailedBoot): string {
  if (!tried.includes('bzImage'))
    return (
      'Give its bzImage (arch/x86/boot/bzImage) instead of the vmlinux: some kernels, for example some with ' +
      'KASAN, do not start by their PVH entry.'
    );
  return `${inMiB(givenMiB)} may be too little memory, try more: ${advice.moreMemory}. ${consoleHint(advice)}`;
}

function consoleHint({ earlyLines }: FailedBoot['advice']): string {
  return (
    'The kernel needs a serial console (CONFIG_SERIAL_8250_CONSOLE=y); with CONFIG_EARLY_PRINTK=y this shows its ' +
    `first lines: ${earlyLines}`
  );
}

/** With less than twice what the kernel takes when it is loaded, odd failures are likely. */
function scarceHint({ memory: { givenMiB, neededMiB }, advice }: FailedBoot): string | undefined {
  if (neededMiB === undefined || givenMiB >= 2 * neededMiB) return undefined;
  return `${inMiB(givenMiB)} may be too little memory, try more: ${advice.moreMemory}`;
}

function withTitle({ findings }: FailedBoot, message: string): string {
  const title = findings[0]?.title;
  return title === undefined ? message : `${title}; ${message}`;
}

function inMiB(amount: number): string {
  return `${Number(amount.toFixed(1))} MiB`;
}

/** A failed boot as the end of a sentence; the next move is a line of its own. */
export function bootFailureInWords({ message, hint }: Pick<BootFailure, 'message' | 'hint'>): string {
  return hint === undefined ? message : `${message}\n${hint}`;
}
