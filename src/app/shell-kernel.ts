import { type BootFailure, explainBoot } from '../diagnose/boot-failure.ts';
import { findBugs } from '../diagnose/find-bugs.ts';
import { type Booted, exceedsMemory, factsOfBoot } from '../engine/boot-facts.ts';
import type { RunListener } from '../event/event.ts';
import { asPacked, entryFails, rememberPacked } from '../provision/kernel/boot-form.ts';
import type { KernelImage } from '../provision/provisioned.ts';
import type { AssetStore } from '../provision/store/store.ts';
import type { ShellOutcome } from '../run/shell/shell-session.ts';

/** How a shell ended. `failure`: the machine did not boot. */
export type OpenedShell = ShellOutcome & { readonly failure?: BootFailure };

/** How a shell ended, and the form of the kernel of its machine. */
export interface ShellOfKernel extends Pick<Booted, 'kernel' | 'tried'> {
  readonly outcome: ShellOutcome;
}

export interface ShellOpening {
  readonly kernel: KernelImage;
  readonly open: (kernel: KernelImage) => Promise<ShellOutcome>;
  readonly listener: RunListener;
  readonly store: AssetStore;
  readonly signal: AbortSignal;
  readonly place: BootPlace;
}

export type BootPlace = Omit<Booted, 'kernel' | 'tried'>;

/** As in a run: a kernel that resets before its first line is started once more, by its bzImage. */
export async function openInAnyForm({
  kernel,
  open,
  listener,
  store,
  signal,
  place,
}: ShellOpening): Promise<ShellOfKernel> {
  const outcome = await open(kernel);
  const asIs = { outcome, kernel, tried: [kernel.bootFormat] };
  if (!isSilentReset(outcome) || signal.aborted || exceedsMemory(kernel, place.initramfs, place.machine)) return asIs;
  const packed = asPacked(kernel);
  if (packed === undefined) return asIs;
  listener({ kind: 'warning', message: `${kernel.spec}: ${entryFails}. Its bzImage is tried.` });
  const second = await open(packed);
  if (isSilentReset(second)) return { outcome: second, kernel, tried: [kernel.bootFormat, packed.bootFormat] };
  rememberPacked(kernel, store);
  return { outcome: second, kernel: packed, tried: [packed.bootFormat] };
}

function isSilentReset(outcome: ShellOutcome): boolean {
  if (outcome.kind !== 'lost' || outcome.hadBegun || outcome.phase !== 'kernel-silent') return false;
  return outcome.ending.kind === 'guest-reset' || outcome.ending.kind === 'guest-shutdown';
}

/** A machine that was lost before anybody could type did not boot. */
export function explainShell({ outcome, kernel, tried }: ShellOfKernel, place: BootPlace): OpenedShell {
  if (outcome.kind !== 'lost' || outcome.hadBegun || !isOfBoot(outcome.ending)) return outcome;
  const facts = factsOfBoot({ kernel, tried, ...place });
  return { ...outcome, failure: explainBoot({ ...outcome, ...facts, findings: findBugs(outcome.consoleText) }) };
}

function isOfBoot({ kind }: Extract<ShellOutcome, { kind: 'lost' }>['ending']): boolean {
  return kind === 'boot-deadline' || kind.startsWith('guest-');
}
