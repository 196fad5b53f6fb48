import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProgramRun {
  readonly wallMs: number;
  /** Peak memory of the process itself, without its children. */
  readonly peakKiB: number;
}

const pollMs = 50;

/** Runs one of our programs to its end. @throws Error with its output when the exit status is not 0 */
export async function runProgram(args: readonly string[]): Promise<ProgramRun> {
  const begunMs = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  let peakKiB = 0;
  const watching = setInterval(() => (peakKiB = Math.max(peakKiB, peakOf(child.pid))), pollMs);
  const exitStatus = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watching);
  const wallMs = performance.now() - begunMs;
  if (exitStatus !== 0) throw new Error(`${args.join(' ')}: exit status ${exitStatus ?? 'none'}\n${said}`);
  return { wallMs, peakKiB };
}

/**
 * A process that is gone, or not there yet, has no memory. The kernel's own high-water mark misses nothing between two
 * samples.
 */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
