import { nearestName } from '../text/nearest-name.ts';
import { type PlanProblem, type SpecParse, specProblem } from './plan-problem.ts';

/** What a kernel that is built from source can have on top of the small test configuration. */
export const kernelFlavours = [
  'kasan',
  'kcsan',
  'lockdep',
  'kmemleak',
  'ubsan',
  'dma-debug',
  'fault-injection',
  'gcov',
] as const;
export type KernelFlavour = (typeof kernelFlavours)[number];

/** Names that stand for several flavours; `plain` stands for none of them. */
const sets: Readonly<Record<string, readonly KernelFlavour[]>> = {
  plain: [],
  debug: ['kasan', 'lockdep', 'kmemleak', 'ubsan', 'dma-debug', 'fault-injection'],
};

/** All words behind a `+`, for messages. */
const flavourNames: readonly string[] = [...kernelFlavours, ...Object.keys(sets)];

/**
 * The memory in MiB that a machine with such a kernel needs, and that it gets when nobody says `-m`. KASAN keeps a byte
 * for eight of the memory and what was freed lately; kmemleak an entry for each allocation.
 */
const memoryMiB: Readonly<Partial<Record<KernelFlavour, number>>> = { kasan: 512, kmemleak: 512, kcsan: 512 };

/** Flavours that Kconfig does not allow together. */
const exclusive: readonly (readonly [KernelFlavour, KernelFlavour])[] = [['kasan', 'kcsan']];

/** The memory that a kernel of these flavours needs; undefined: no more than any other. */
export function memoryOfFlavours(flavours: readonly KernelFlavour[]): number | undefined {
  const needs = flavours.flatMap((flavour) => memoryMiB[flavour] ?? []);
  return needs.length === 0 ? undefined : Math.max(...needs);
}

/** A short name for flavours, valid in a file name: `kasan-lockdep`, `plain`, `debug`. */
export function labelOfFlavours(flavours: readonly KernelFlavour[]): string {
  const same = Object.entries(sets).find(
    ([, members]) => members.length === flavours.length && members.every((member) => flavours.includes(member)),
  );
  return same?.[0] ?? flavours.join('-');
}

/** The flavours of `+kasan+lockdep`, each once and in a fixed order. `text`: the whole spec, for messages. */
export function parseFlavours(text: string, words: string): SpecParse<readonly KernelFlavour[]> {
  const names = words.split('+').slice(1);
  const unknown = names.find((name) => !flavourNames.includes(name));
  if (unknown !== undefined) return { kind: 'problem', problem: unknownFlavour(text, unknown) };
  const wanted = new Set(names.flatMap((name) => sets[name] ?? kernelFlavours.filter((known) => known === name)));
  const clash = exclusive.find((pair) => pair.every((flavour) => wanted.has(flavour)));
  if (clash !== undefined)
    return specProblem(
      `${text}: a kernel has either ${clash[0]} or ${clash[1]}, not both`,
      'Test with two kernels: give --kernel twice.',
    );
  return { kind: 'spec', spec: kernelFlavours.filter((flavour) => wanted.has(flavour)) };
}

function unknownFlavour(text: string, name: string): PlanProblem {
  const nearest = nearestName(name, flavourNames);
  const all = `The flavours are ${flavourNames.join(', ')}.`;
  return {
    message: `${text}: expected a flavour after +, found ${name === '' ? 'nothing' : JSON.stringify(name)}`,
    hint: nearest === undefined ? all : `Did you mean +${nearest}? ${all}`,
  };
}
