import { bounds } from '../bounds/bounds.ts';
import type { Ending } from '../run/evidence/run-record.ts';
import type { ReportKind } from './catalogue/report-kind.ts';
import type { Finding } from './finding.ts';
import type { ReportStack } from './stack/report-stack.ts';

export interface TitleParts {
  readonly guilty: string | undefined;
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/**
 * A report's title in syzbot's convention. Where the kind has a guilty function and none was found, that place says
 * `corrupted`, as syzbot does; other parts that are absent are left out.
 */
export function reportTitle(kind: ReportKind, { guilty, groups }: TitleParts): string {
  const filled = kind.title.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name: string, otherwise: string | undefined) =>
    name === 'guilty' ? (guilty ?? 'corrupted') : (groups[name]?.slice(0, maxPartChars) ?? otherwise ?? ''),
  );
  return withoutNumbers(filled.replace(/ in $/, '').replace(/ {2,}/g, ' ').trim());
}

/** More than is left of it when the title is cut. */
const maxPartChars = 4 * bounds.findings.titleChars;

/** Addresses and numbers differ each time; the title must not. Digits that belong to a name stay. */
function withoutNumbers(title: string): string {
  return title
    .replace(/\b0x[\da-f]+\b/gi, 'ADDR')
    .replace(/\b(?=[\da-f]*\d)[\da-f]{8,}\b/gi, 'ADDR')
    .replace(/(?<![\w.])-?\d+(?![\w.])/g, 'NUM')
    .slice(0, bounds.findings.titleChars);
}

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

/** What can be said of a machine that went away without a word from its kernel. Titles as syzbot has them. */
export function findingWithoutReport(ending: Ending, consoleText: string): Finding | undefined {
  const line = lastLineOf(consoleText);
  switch (ending.kind) {
    case 'guest-reset':
      return { kind: 'reboot', title: 'unexpected kernel reboot', fingerprint: 'reboot', line, report: '' };
    case 'guest-shutdown':
      return { kind: 'lost', title: 'unexpected power-off', fingerprint: 'lost:power-off', line, report: '' };
    case 'guest-panicked':
      return { kind: 'panic', title: 'kernel panic without a message', fingerprint: 'panic', line, report: '' };
    // QEMU's own end, by whatever signal, is its own trouble or this host's: nothing is known of the driver.
    case 'qemu-exited':
    case 'completed':
    case 'deadline':
    case 'no-power-off':
    case 'boot-deadline':
    case 'agent-lost':
    case 'after-bug':
    case 'model-broke':
    case 'over-limit':
    case 'host-failed':
    case 'internal-error':
    case 'not-started':
    case 'cancelled':
      return undefined;
  }
}

/** The number of a console's last line that says something. */
export function lastLineOf(consoleText: string): number {
  const said = consoleText.trimEnd();
  let line = 1;
  for (let at = said.indexOf('\n'); at >= 0; at = said.indexOf('\n', at + 1)) line += 1;
  return line;
}
