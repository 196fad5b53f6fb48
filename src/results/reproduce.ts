import type { PlannedTest, SweepPoint } from '../plan/plan.ts';
import { shellJoin } from '../text/shell-quote.ts';

/** Options besides kernel and machine: only those that the user gave, in the user's words. */
export interface OptionsInForce {
  /** The words that call this program, as the user typed them. */
  readonly invocation: readonly string[];
  /** Path of the suite's directory, relative to where the command will run. */
  readonly suitePath: string;
  readonly qemu?: string;
  readonly diskImage?: string;
  readonly compiler?: string;
  readonly timeoutSeconds?: number;
  readonly bootTimeoutSeconds?: number;
  readonly accelerator?: 'kvm' | 'tcg';
  /** For a test with varying results. */
  readonly repeat?: number;
}

/** The command line that runs one test in one cell again, with only the necessary options. */
export function reproduceCommand(planned: PlannedTest, options: OptionsInForce): string {
  if (planned.sweep !== undefined) return sweepCommand(planned, planned.sweep, options);
  const timeout = options.timeoutSeconds === undefined ? [] : ['--timeout', String(options.timeoutSeconds)];
  const repeat = options.repeat === undefined ? [] : ['--repeat', String(options.repeat)];
  const { smokeOf } = planned.suite;
  return shellJoin([
    ...options.invocation,
    ...(smokeOf === undefined ? ['run', notAnOption(options.suitePath)] : ['smoke', ...smokeOf.map(notAnOption)]),
    '--test',
    planned.id,
    ...machineWords(planned, options),
    ...timeout,
    ...repeat,
  ]);
}

/** The command line that runs one point of a sweep again. */
function sweepCommand(
  planned: PlannedTest,
  { test, device, fault, nth, call }: SweepPoint,
  options: OptionsInForce,
): string {
  const number = call?.time === undefined ? `${nth}` : `${nth}.${call.time}`;
  const point = [...(device === undefined ? [] : ['--device', device]), '--fault', fault.text, '--point', number];
  return shellJoin([
    ...options.invocation,
    'sweep',
    notAnOption(`${options.suitePath}/${test}`),
    ...point,
    ...machineWords(planned, options),
  ]);
}

/** The command line that opens a shell on the same machine; at a point of a sweep, with its fault. */
export function shellCommandLine(planned: PlannedTest, options: OptionsInForce): string {
  const { smokeOf } = planned.suite;
  return shellJoin([
    ...options.invocation,
    'shell',
    ...(smokeOf === undefined
      ? [notAnOption(`${options.suitePath}/${planned.sweep?.test ?? planned.test.name}`)]
      : [planned.id, ...smokeOf.map((directory) => `--smoke=${directory}`)]),
    ...(planned.sweep === undefined ? [] : ['--fault', planned.sweep.line]),
    ...machineWords(planned, options),
  ]);
}

/** The options that define the machine, unless the suite does. */
function machineWords(
  { cell, suite }: PlannedTest,
  { qemu, diskImage, compiler, accelerator, bootTimeoutSeconds }: OptionsInForce,
): readonly string[] {
  return [
    ...(cell.kernel.text === suite.kernel ? [] : ['--kernel', cell.kernel.text]),
    ...(cell.machine.args.length === 0 ? [] : ['--machine', `${cell.machine.name}=${shellJoin(cell.machine.args)}`]),
    ...(qemu === undefined ? [] : ['--qemu', qemu]),
    ...(diskImage === undefined ? [] : ['--disk-image', diskImage]),
    ...(compiler === undefined ? [] : ['--compiler', compiler]),
    ...(accelerator === undefined ? [] : ['--accel', accelerator]),
    ...(bootTimeoutSeconds === undefined ? [] : ['--boot-timeout', String(bootTimeoutSeconds)]),
  ];
}

function notAnOption(path: string): string {
  return path.startsWith('-') ? `./${path}` : path;
}
