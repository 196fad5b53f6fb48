import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CloneCost } from '../bench/clone-cost.ts';
import { duration, table, times } from '../bench/markdown.ts';
import type { TrialPlace } from './run-trials.ts';

/** Its name among the trials. It has no verdicts, only figures. */
export const cloneCostName = 'clone-cost';

const rounds = 7;

/** Measures what a trivial test costs in a clone, beside QEMU alone. */
export function measureCloneCost({ accelerator, root, directory, scratch, tell }: TrialPlace): void {
  tell(`${cloneCostName} begins`);
  mkdirSync(scratch, { recursive: true });
  const hook = join(root, 'scripts/bench/bundled-text-hook.mjs');
  const script = join(root, 'scripts/bench/clone-cost.ts');
  const words = [accelerator, String(rounds), scratch, fileIn(directory)];
  const { status, stderr } = spawnSync(process.execPath, ['--import', hook, script, ...words], { encoding: 'utf8' });
  tell(`${cloneCostName} ended with ${status ?? -1}${status === 0 ? '' : `: ${reasonIn(stderr)}`}`);
}

/** In one line, because the console of an emulated machine is read by lines. */
function reasonIn(stderr: string): string {
  return (/^\w*Error: .*$/m.exec(stderr)?.[0] ?? stderr.replaceAll('\n', ' ')).slice(0, 2000);
}

function fileIn(directory: string): string {
  return join(directory, `${cloneCostName}.json`);
}

/** Undefined: it was not measured. */
export function readCloneCost(directory: string): CloneCost | undefined {
  const file = fileIn(directory);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as CloneCost) : undefined;
}

/** A table of both accelerators; empty where nothing was measured. */
export function cloneCostTable(costs: Readonly<Record<'kvm' | 'tcg', CloneCost | undefined>>): string {
  const rows = (['kvm', 'tcg'] as const).flatMap((accelerator) => {
    const cost = costs[accelerator];
    return cost === undefined ? [] : [rowOf(accelerator.toUpperCase(), cost)];
  });
  if (rows.length === 0) return '';
  return table(['', ' boot', ' a clone, launch to end', ' QEMU alone', ' ratio', ' ratio of the minimums'], rows);
}

function rowOf(name: string, { clone, qemuAlone, bootMs }: CloneCost): readonly string[] {
  const spread = ({ median, least }: CloneCost['clone']): string => `${duration(median)} (${duration(least)})`;
  const ratios = [times(clone.median / qemuAlone.median), times(clone.least / qemuAlone.least)];
  return [name, duration(bootMs), spread(clone), spread(qemuAlone), ...ratios];
}
