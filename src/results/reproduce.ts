import type { PlannedTest, SweepPoint } from '../plan/plan.ts';
import { shellJoin } from '../text/shell-quote.ts';

/** What was in force besides kernel and machine: only what the user gave, as the user gave it. */
export interface OptionsInForce {
  /** The words that call this program, as the user called it. */
  readonly invocation: readonly string[];
  /** Path of the suite's directory, relative to where the command is to be run. */
  readonly suitePath: string;
  readonly qemu?: string;
  readonly diskImage?: string;
  readonly timeoutSeconds?: number;
  readonly accelerator?: 'kvm' | 'tcg';
  /** For a test that is not the same every time. */
  readonly repeat?: number;
}

/** The command line that runs one test in one cell again, with the options that it needs and no more. */
export function reproduceCommand(planned: PlannedTest, options: OptionsInForce): string {
  if (planned.sweep !== undefined) return sweepCommand(planned, planned.sweep, options);
  const timeout = options.timeoutSeconds === undefined ? [] : ['--timeout', String(options.timeoutSeconds)];
  const repeat = options.repeat === undefined ? [] : ['--repeat', String(options.repeat)];
  return shellJoin([
    ...options.invocation,
    'run',
    notAnOption(options.suitePath),
    '--test',
    planned.id,
    ...machineWords(planned, options),
    ...timeout,
    ...repeat,
  ]);
}

/** The command line that runs one point of a sweep again. */
function sweepCommand(planned: PlannedTest, { test, device, fault, nth }: SweepPoint, options: OptionsInForce): string {
  const point = ['--device', device, '--fault', fault.text, '--point', String(nth)];
  return shellJoin([
    ...options.invocation,
    'sweep',
    notAnOption(`${options.suitePath}/${test}`),
    ...point,
    ...machineWords(planned, options),
  ]);
}

/** The command line that opens a shell on the same machine. */
export function shellCommandLine(planned: PlannedTest, options: OptionsInForce): string {
  return shellJoin([
    ...options.invocation,
    'shell',
    notAnOption(`${options.suitePath}/${planned.sweep?.test ?? planned.test.name}`),
    ...machineWords(planned, options),
  ]);
}

/** What makes the machine, where the suite does not say it itself. */
function machineWords(
  { cell, suite }: PlannedTest,
  { qemu, diskImage, accelerator }: OptionsInForce,
): readonly string[] {
  return [
    ...(cell.kernel.text === suite.kernel ? [] : ['--kernel', cell.kernel.text]),
    ...(cell.machine.args.length === 0 ? [] : ['--machine', `${cell.machine.name}=${shellJoin(cell.machine.args)}`]),
    ...(qemu === undefined ? [] : ['--qemu', qemu]),
    ...(diskImage === undefined ? [] : ['--disk-image', diskImage]),
    ...(accelerator === undefined ? [] : ['--accel', accelerator]),
  ];
}

function notAnOption(path: string): string {
  return path.startsWith('-') ? `./${path}` : path;
}
