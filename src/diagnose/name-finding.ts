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
 * A report's title in syzbot's convention. If the kind needs a guilty function and none was found, it says `corrupted`,
 * as in syzbot, unless the kind has a default; other absent parts are omitted.
 */
export function reportTitle(kind: ReportKind, { guilty, groups }: TitleParts): string {
  const filled = kind.title.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name: string, otherwise: string | undefined) =>
    name === 'guilty'
      ? (guilty ?? otherwise ?? 'corrupted')
      : (groups[name]?.slice(0, maxPartChars) ?? otherwise ?? ''),
  );
  const title = filled.replace(/ in $/, '').replace(/ {2,}/g, ' ').trim();
  return kind.keepsNumbers === true ? title.slice(0, bounds.findings.titleChars) : withoutNumbers(title);
}

/** Longer than any part of a cut title. */
const maxPartChars = 4 * bounds.findings.titleChars;

/** Replaces addresses and numbers, which differ each time. Digits in names stay. */
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
 * Equal for the same bug in every cell: made of the title and, if modules are on the stack, their top functions.
 * Functions of the kernel itself are left out, because compilers and versions inline them differently. So are stacks of
 * stalls, which were caught anywhere in a loop.
 */
export function fingerprintOf(kind: string, title: string, stack: ReportStack): string {
  const frames = stalls.has(kind)
    ? []
    : stack.traces.flatMap((trace) => (trace.kind === 'own' ? trace.frames : [])).filter(({ reliable }) => reliable);
  const modules = frames.flatMap(({ name, module }) => (module === undefined ? [] : [`${module}:${name}`]));
  const distinct = [...new Set(modules)].slice(0, modulesFrames);
  return `${kind}-${digest([withoutNumbers(title), ...distinct].join('\n'))}`;
}

/** FNV-1a, 52 bits of it in two halves: enough to distinguish the bugs of one project. */
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

/** A finding for a machine that disappeared without a kernel report. Titles follow syzbot. */
export function findingWithoutReport(ending: Ending, consoleText: string): Finding | undefined {
  const line = lastLineOf(consoleText);
  switch (ending.kind) {
    case 'guest-reset':
      return { kind: 'reboot', title: 'unexpected kernel reboot', fingerprint: 'reboot', line, report: '' };
    case 'guest-shutdown':
      return { kind: 'lost', title: 'unexpected power-off', fingerprint: 'lost:power-off', line, report: '' };
    case 'guest-panicked':
      return { kind: 'panic', title: 'kernel panic without a message', fingerprint: 'panic', line, report: '' };
    // QEMU's own end, by whatever signal, is a problem of QEMU or this host. Nothing is known about the driver.
    case 'kvm-failed':
    case 'qemu-exited':
    case 'completed':
    case 'deadline':
    case 'no-power-off':
    case 'boot-deadline':
    case 'image-failed':
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

/** The number of a console's last non-empty line. */
export function lastLineOf(consoleText: string): number {
  const said = consoleText.trimEnd();
  let line = 1;
  for (let at = said.indexOf('\n'); at >= 0; at = said.indexOf('\n', at + 1)) line += 1;
  return line;
}
