import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProgramRun {
  readonly wallMs: number;
  /** Peak memory of the process itself, without its children. */
  readonly peakKiB: number;
  /** Processor time of the process and of all that it started and waited for. */
  readonly cpuMs: number;
}

const pollMs = 50;

/** Runs one of our programs to its end. @throws Error with its output when the exit status is not 0 */
export async function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramRun> {
  const begunMs = performance.now();
  const begunCpuMs = childrenCpuMs();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  let peakKiB = 0;
  const watching = setInterval(() => (peakKiB = Math.max(peakKiB, peakOf(child.pid))), pollMs);
  const exitStatus = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearInterval(watching);
  const wallMs = performance.now() - begunMs;
  if (exitStatus !== 0) throw new Error(`${args.join(' ')}: exit status ${exitStatus ?? 'none'}\n${said}`);
  return { wallMs, peakKiB, cpuMs: childrenCpuMs() - begunCpuMs };
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

/** The kernel counts hundredths of a second. */
const msPerTick = 10;

/** Processor time of all children of this process that have ended, with theirs. */
export function childrenCpuMs(): number {
  const [, fields = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(13, 15).map(Number);
  return ((user ?? 0) + (system ?? 0)) * msPerTick;
}
