import { readdirSync, readFileSync } from 'node:fs';

/** Whether a process is there and not a zombie that only waits for its parent. */
export function isAlive(pid: number): boolean {
  return stateOf(pid) !== undefined && stateOf(pid) !== 'Z';
}

/** Living processes with this text in their command line, this one apart; those that were started first come first. */
export function pidsMentioning(text: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b)
    .filter((pid) => pid !== process.pid && commandLineOf(pid).includes(text) && isAlive(pid));
}

/** How often a command line is read that is empty: it is while a process becomes another program, a moment only. */
const mostReads = 1000;

function commandLineOf(pid: number): string {
  for (let reads = 0; reads < mostReads; reads++) {
    const line = readIfThere(`/proc/${pid}/cmdline`);
    if (line !== '' || isKernelThread(pid) || !isAlive(pid)) return line ?? '';
  }
  return '';
}

function isKernelThread(pid: number): boolean {
  return /^PPid:\s+[02]$/m.test(readIfThere(`/proc/${pid}/status`) ?? '');
}

function stateOf(pid: number): string | undefined {
  return /^State:\s+(\S)/m.exec(readIfThere(`/proc/${pid}/status`) ?? '')?.[1];
}

/** A process can be gone between two looks at it. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
