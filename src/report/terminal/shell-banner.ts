import type { Cell, PlannedTest } from '../../plan/plan.ts';
import { formatDuration } from '../../text/duration.ts';
import { plainLine, plainText } from '../../text/escape-text.ts';
import { shellJoin, shellQuote } from '../../text/shell-quote.ts';

const lastLines = 15;

/** The last lines of a machine's console: enough to see why it died. */
export function lastOfConsole(consoleText: string): readonly string[] {
  const lines = plainText(consoleText)
    .trimEnd()
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.slice(-lastLines).map((line) => `  ${line}`);
}

export interface BannerFacts {
  readonly version: string;
  readonly cell: Cell;
  readonly planned: PlannedTest;
  readonly hasTest: boolean;
  /** The guest's `uname -r`. */
  readonly release: string;
  readonly accelerator: 'kvm' | 'tcg';
  readonly start: 'clone' | 'cold';
  readonly readyMs: number;
  /** The kernel's image as passed to QEMU. */
  readonly bootImage: string;
  readonly bootFormat: 'vmlinux' | 'bzImage' | 'Image';
  /** The guest has this host's architecture. */
  readonly isOfHost: boolean;
  /** The built modules with their debug information, as absolute paths. */
  readonly modules: readonly string[];
  readonly debuggerSocket: string | undefined;
}

/** The welcome: where the shell is, what to run, how to leave, and how to attach a debugger. */
export function shellBanner(facts: BannerFacts): {
  readonly welcome: readonly string[];
  readonly debugger: readonly string[];
} {
  const { cell, planned, release, accelerator, start, readyMs, version } = facts;
  const args = [...cell.machine.args, ...planned.suite.qemuArgs, ...planned.test.qemuArgs];
  const run = stagesToRun(facts);
  return {
    welcome: [
      `qemu-driver-test ${version}   ${plainLine(planned.id)}`,
      labelled('kernel', `${plainLine(release)} (${cell.kernel.text})`),
      labelled('machine', `${cell.machine.name}: ${plainLine(shellJoin(args))}`),
      labelled(
        'started',
        `${start === 'clone' ? 'as a clone' : 'by a boot'} in ${formatDuration(readyMs)}, on ` +
          accelerator.toUpperCase(),
      ),
      ...(run === '' ? [] : [labelled('try', run)]),
      labelled('leave', 'exit, or Ctrl-] to stop the machine at once'),
    ],
    debugger: facts.debuggerSocket === undefined ? [] : debuggerLines(facts, facts.debuggerSocket),
  };
}

/** Nothing has run yet: the user decides. */
function stagesToRun({ planned: { suite, test }, hasTest }: BannerFacts): string {
  const forward = [
    ...(suite.setup === undefined ? [] : ['./suite-setup']),
    ...(test.setup === undefined ? [] : ['./setup']),
    ...(hasTest ? ['./run'] : []),
  ];
  return forward.join(' && ');
}

function debuggerLines(facts: BannerFacts, socket: string): readonly string[] {
  const { bootFormat, isOfHost, modules } = facts;
  const module = modules[0];
  return [
    'The guest is paused until a debugger continues it. In another terminal:',
    '',
    `  ${debuggerOf(facts)} -ex 'target remote ${socket}'`,
    '',
    ...(isOfHost
      ? ['then: continue. With your own vmlinux with debug information in its place, gdb shows names and lines.']
      : [
          'then: continue. It is in the package gdb-multiarch; the gdb of this host knows no other architecture. With',
          'your own vmlinux with debug information as its first argument, it shows names and lines.',
        ]),
    ...(bootFormat === 'vmlinux'
      ? []
      : ['This kernel has KASLR: its addresses match only with -append nokaslr in --machine.']),
    ...(module === undefined
      ? []
      : [
          `Once the module is loaded: add-symbol-file ${module} ADDRESS. The guest shows ADDRESS in ` +
            `/sys/module/${moduleName(module)}/sections/.text`,
        ]),
  ];
}

/** For another architecture it needs no file: QEMU says which one it is, and no gdb reads an `Image`. */
function debuggerOf({ bootImage, isOfHost }: BannerFacts): string {
  return isOfHost ? `gdb ${shellQuote(bootImage)}` : 'gdb-multiarch';
}

/** The kernel names a module after its file, with underscores. */
function moduleName(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.ko$/, '')
    .replaceAll('-', '_');
}

function labelled(label: string, value: string): string {
  return `  ${label.padEnd(9)}${value}`;
}
