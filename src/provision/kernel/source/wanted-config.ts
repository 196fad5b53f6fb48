import type { KernelFlavour } from '../../../plan/kernel-flavours.ts';
import { type ConfigWish, readConfigLine } from '../../../plan/config-wish.ts';
import { configLine } from './config-values.ts';
import base from './fragments/base.config?raw';
import dmaDebug from './fragments/dma-debug.config?raw';
import faultInjection from './fragments/fault-injection.config?raw';
import gcov from './fragments/gcov.config?raw';
import kasan from './fragments/kasan.config?raw';
import kcsan from './fragments/kcsan.config?raw';
import kmemleak from './fragments/kmemleak.config?raw';
import lockdep from './fragments/lockdep.config?raw';
import machine from './fragments/machine.config?raw';
import ubsan from './fragments/ubsan.config?raw';
import type { Wanted } from './unmet-wishes.ts';

const fragments: Readonly<Record<KernelFlavour, string>> = {
  kasan,
  kcsan,
  lockdep,
  kmemleak,
  ubsan,
  'dma-debug': dmaDebug,
  'fault-injection': faultInjection,
  gcov,
};

export interface ConfigRequest {
  readonly flavours: readonly KernelFlavour[];
  /** Of `info/kernel-config` of the suites that run on this kernel. */
  readonly wishes: readonly ConfigWish[];
  /** Whether the small configuration is the ground; otherwise the user's own one is. */
  readonly isSmall: boolean;
}

/**
 * Everything that a kernel's configuration should say, each symbol once. What comes later wins: the small
 * configuration, the needs of our machines, flavours, suites.
 */
export function wantedConfig({ flavours, wishes, isSmall }: ConfigRequest): readonly Wanted[] {
  const all = [
    ...(isSmall ? fragment(base, { origin: 'the small configuration', mayLack: 'any' }) : []),
    ...fragment(machine, { origin: 'our machines', mayLack: 'unknown' }),
    ...flavours.flatMap((name) => fragment(fragments[name], { origin: `+${name}`, mayLack: 'never' })),
    ...wishes.map(
      ({ symbol, value, file, line }): Wanted => ({ symbol, value, origin: `${file}:${line}`, mayLack: 'never' }),
    ),
  ];
  return [...new Map(all.map((wanted) => [wanted.symbol, wanted])).values()];
}

/** A wish behind `#?` holds where the kernel knows the symbol. */
function fragment(text: string, { origin, mayLack }: Pick<Wanted, 'origin' | 'mayLack'>): readonly Wanted[] {
  return text.split('\n').flatMap((line): readonly Wanted[] => {
    const isOptional = line.startsWith('#? ');
    const read = readConfigLine(isOptional ? line.slice(3) : line);
    if (read === undefined) return [];
    return [{ ...read, origin, mayLack: isOptional ? 'unknown' : mayLack }];
  });
}

/** The same as a fragment for kbuild. */
export function fragmentText(wanted: readonly Wanted[]): string {
  return wanted.map(({ symbol, value }) => `${configLine(symbol, value)}\n`).join('');
}
