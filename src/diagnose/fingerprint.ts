import type { ReportStack } from './stack/report-stack.ts';

const stalls: ReadonlySet<string> = new Set(['rcu-stall', 'soft-lockup', 'hard-lockup', 'hung-task']);
const modulesFrames = 3;

/**
 * The same for the same bug in every cell: built of the title and, where modules are on the stack, of their top
 * functions. Functions of the kernel itself are left out, since compilers and versions inline them differently; so are
 * the stacks of stalls, which were caught anywhere in a loop.
 */
export function fingerprintOf(kind: string, title: string, stack: ReportStack): string {
  const frames = stalls.has(kind)
    ? []
    : stack.traces.flatMap((trace) => (trace.kind === 'own' ? trace.frames : [])).filter(({ reliable }) => reliable);
  const modules = frames.flatMap(({ name, module }) => (module === undefined ? [] : [`${module}:${name}`]));
  const distinct = [...new Set(modules)].slice(0, modulesFrames);
  return `${kind}-${digest([title, ...distinct].join('\n'))}`;
}

/** FNV-1a, 52 bits of it in two halves: enough to tell the bugs of one project apart. */
function digest(text: string): string {
  return [0x811c9dc5, 0x01000193]
    .map((seed) => half(text, seed).toString(16).padStart(8, '0'))
    .join('')
    .slice(0, 12);
}

function half(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}
