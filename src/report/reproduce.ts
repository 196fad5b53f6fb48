import type { PlannedTest } from '../plan/plan.ts';
import { shellJoin, shellQuote } from './shell-quote.ts';

/** What was in force besides kernel and machine: only what the user gave, as the user gave it. */
export interface OptionsInForce {
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
export function reproduceCommand({ id, cell, suite }: PlannedTest, options: OptionsInForce): string {
  const words = ['qemu-driver-test', 'run', notAnOption(options.suitePath), '--test', id];
  if (cell.kernel.text !== suite.kernel) words.push('--kernel', cell.kernel.text);
  if (cell.machine.args.length > 0) words.push('--machine', `${cell.machine.name}=${shellJoin(cell.machine.args)}`);
  if (options.qemu !== undefined) words.push('--qemu', options.qemu);
  if (options.diskImage !== undefined) words.push('--disk-image', options.diskImage);
  if (options.timeoutSeconds !== undefined) words.push('--timeout', String(options.timeoutSeconds));
  if (options.accelerator !== undefined) words.push('--accel', options.accelerator);
  if (options.repeat !== undefined) words.push('--repeat', String(options.repeat));
  return words.map(shellQuote).join(' ');
}

function notAnOption(path: string): string {
  return path.startsWith('-') ? `./${path}` : path;
}
