import { readdirSync, readFileSync } from 'node:fs';

/** Whether a process is there and not a zombie that only waits for its parent. */
export function isAlive(pid: number): boolean {
  return stateOf(pid) !== undefined && stateOf(pid) !== 'Z';
}

/** Living processes with this text in their command line, this one apart. */
export function pidsMentioning(text: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter(
      (pid) => pid !== process.pid && (readIfThere(`/proc/${pid}/cmdline`)?.includes(text) ?? false) && isAlive(pid),
    );
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
