import { basename } from 'node:path';
import { readTextIfThere } from '../../host/files/file-facts.ts';
import type { ConfigWish } from '../../plan/config-wish.ts';
import type { KernelImage } from '../provisioned.ts';
import { ProvisionError } from '../provisioned.ts';
import { isGranted, parseConfig, valueIn } from './source/config-values.ts';

export type Lacking =
  /** `words`: what the kernel's configuration lacks; undefined: nothing. */
  | { readonly kind: 'known'; readonly words: string | undefined }
  /** `reason`: the end of a sentence. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** How many of the lines are named. */
const maxNamed = 5;

/**
 * Compares `info/kernel-config` with the configuration of a kernel. A driver that is wished built in may be a module,
 * because distributions have most of them as modules.
 */
export function lackingConfig({ config, release }: KernelImage, wishes: readonly ConfigWish[]): Lacking {
  if (wishes.length === 0) return { kind: 'known', words: undefined };
  const text = config === undefined ? undefined : readTextIfThere(config);
  if (text === undefined)
    return { kind: 'unknown', reason: `could not be compared with ${release}: its configuration was not found` };
  const values = parseConfig(text);
  const lacking = wishes.filter(({ symbol, value }) => !isGranted(value, valueIn(values, symbol), true));
  if (lacking.length === 0) return { kind: 'known', words: undefined };
  const named = lacking
    .slice(0, maxNamed)
    .map(
      ({ symbol, value, line }) =>
        `info/kernel-config:${line}: expected CONFIG_${symbol}=${value}, found ${valueIn(values, symbol)}`,
    );
  const more = lacking.length > maxNamed ? `, and ${lacking.length - maxNamed} more` : '';
  return { kind: 'known', words: `${named.join('; ')}${more} in ${release}` };
}

/** The wishes of several suites for one kernel. @throws ProvisionError when two of them contradict each other */
export function mergedWishes(suites: readonly (readonly ConfigWish[])[]): readonly ConfigWish[] {
  const merged = new Map<string, ConfigWish>();
  for (const wish of suites.flat()) {
    const other = merged.get(wish.symbol);
    if (other === undefined) merged.set(wish.symbol, wish);
    else if (other.value !== wish.value) throw contradiction(other, wish);
  }
  return [...merged.values()];
}

function contradiction(one: ConfigWish, other: ConfigWish): ProvisionError {
  const place = ({ file, line, value }: ConfigWish): string => `${file}:${line} wants ${value}`;
  return new ProvisionError(
    `Two suites contradict each other in CONFIG_${one.symbol}: ${place(one)}, ${place(other)}.`,
    { hint: `Run them one after the other, or change ${basename(other.file)} of one` },
  );
}
