import { readFileSync } from 'node:fs';
import { asObject } from '../../bounds/parse-json.ts';
import { deferred, withinTime } from '../deferred.ts';
import { connectDebugger } from './debugger-socket.ts';

// Where a Node process is stuck. SIGUSR1 makes it open its debugger even in an endless loop, and print the address.
// Nothing runs in the process for this until it is asked, so a process that never hangs pays nothing.

/**
 * For a process that may be asked: the debugger then takes a free port of this host only, and its address, which nobody
 * can guess, is printed to standard error and told to nobody else.
 */
export const nodeWithDebugger: readonly string[] = ['--inspect-port=127.0.0.1:0', '--inspect-publish-uid=stderr'];

/** Finds the address of the debugger in what a process prints. */
export class DebuggerNotice {
  readonly #found = deferred<string>();
  #rest = '';

  get url(): Promise<string> {
    return this.#found.promise;
  }

  push(chunk: Buffer): void {
    this.#rest += chunk.toString('latin1');
    const url = /Debugger listening on (ws:\/\/127\.0\.0\.1:\d{1,5}\/[\w-]{36})\n/.exec(this.#rest)?.[1];
    if (url !== undefined) this.#found.resolve(url);
    this.#rest = this.#rest.slice(-longestNotice);
  }
}

const longestNotice = 200;

const askMs = 1000;
const noStack = '(no stack: the call is not in JavaScript)';

/** The main thread's stack. `notice` receives what the process prints from now on. */
export async function stackOfNode(pid: number, notice: DebuggerNotice): Promise<string> {
  try {
    process.kill(pid, 'SIGUSR1');
    const asked = askUrl(notice.url);
    const stack = await withinTime(asked, askMs);
    return stack === 'late' ? noStack : stack;
  } catch (error) {
    return `(no stack: ${error instanceof Error ? error.message : String(error)})`;
  }
}

async function askUrl(told: Promise<string>): Promise<string> {
  const stack = deferred<string>();
  // Frames refer to scripts by number.
  const urls = new Map<unknown, string>();
  using connection = await connectDebugger(await told, (message) => {
    const { method, params } = asObject(message) ?? {};
    const { scriptId, url, callFrames } = asObject(params) ?? {};
    if (method === 'Debugger.scriptParsed') urls.set(scriptId, String(url));
    if (method === 'Debugger.paused') stack.resolve(describeFrames(callFrames, urls));
  });
  connection.send('Debugger.enable');
  connection.send('Debugger.pause');
  return await stack.promise;
}

const maxFrames = 30;

function describeFrames(frames: unknown, urls: ReadonlyMap<unknown, string>): string {
  if (!Array.isArray(frames)) return noStack;
  return frames
    .slice(0, maxFrames)
    .map((frame) => describeFrame(asObject(frame) ?? {}, urls))
    .join('\n');
}

function describeFrame(
  { functionName, location }: Readonly<Record<string, unknown>>,
  urls: ReadonlyMap<unknown, string>,
): string {
  const { scriptId, lineNumber, columnNumber = 0 } = asObject(location) ?? {};
  const name = typeof functionName === 'string' && functionName !== '' ? functionName : '<anonymous>';
  return `    at ${name} (${urls.get(scriptId) ?? '?'}:${Number(lineNumber) + 1}:${Number(columnNumber) + 1})`;
}

/** Whether somebody has stopped it, so that it cannot answer whatever it does. */
export function isStopped(pid: number): boolean {
  const [, state] = /\) (\w) \d+ [^)]*$/.exec(statOf(pid)) ?? [];
  return state === 'T' || state === 't';
}

function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    // It is gone.
    return '';
  }
}
