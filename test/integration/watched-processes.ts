import { readdirSync, readFileSync } from 'node:fs';

/** What the processes of a run have taken from the host. */
export interface Taken {
  /** Of QEMU and the process of the models, the most that one has. */
  readonly openFiles: number;
  readonly modelsMiB: number;
  readonly processes: number;
}

export interface Watched extends Disposable {
  /** The most of each third of what was seen. */
  readonly thirds: () => readonly [first: Taken, second: Taken, last: Taken];
}

const everyMs = 250;

/** Looks at the descendants of a process, from time to time. */
export function watchProcesses(pid: number): Watched {
  const seen: Taken[] = [];
  const timer = setInterval(() => {
    const taken = takenBy(descendantsOf(pid));
    // Not while it prepares.
    if (taken.processes > 0) seen.push(taken);
  }, everyMs);
  return {
    thirds: () => {
      const third = Math.ceil(seen.length / 3);
      const [first, second, last] = [0, 1, 2].map((part) => most(seen.slice(part * third, (part + 1) * third)));
      if (first === undefined || second === undefined || last === undefined) throw new Error('nothing was seen');
      return [first, second, last];
    },
    [Symbol.dispose]: () => clearInterval(timer),
  };
}

function most(seen: readonly Taken[]): Taken {
  return {
    openFiles: Math.max(...seen.map(({ openFiles }) => openFiles)),
    modelsMiB: Math.max(...seen.map(({ modelsMiB }) => modelsMiB)),
    processes: Math.max(...seen.map(({ processes }) => processes)),
  };
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly words: string;
}

function takenBy(processes: readonly Process[]): Taken {
  const models = processes.filter(({ words }) => words.includes('device-host.mjs'));
  const all = [...models, ...processes.filter(({ words }) => words.includes('qemu-system-'))];
  return {
    openFiles: Math.max(0, ...all.map(({ pid }) => ifThere(() => readdirSync(`/proc/${pid}/fd`).length))),
    modelsMiB: Math.max(0, ...models.map(({ pid }) => ifThere(() => residentMiB(pid)))),
    processes: all.length,
  };
}

function residentMiB(pid: number): number {
  const kib = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kib ?? 0) / 1024);
}

/** A process may end at any time. */
function ifThere(read: () => number): number {
  try {
    return read();
  } catch {
    return 0;
  }
}

function descendantsOf(pid: number): readonly Process[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? processOf(Number(name)) : []));
  const below = (parent: number): readonly Process[] =>
    all.filter((entry) => entry.parent === parent).flatMap((entry) => [entry, ...below(entry.pid)]);
  return below(pid);
}

function processOf(pid: number): readonly Process[] {
  try {
    // The name of the program, in parentheses, may have any characters.
    const [, parent] = /\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return [{ pid, parent: Number(parent), words: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }];
  } catch {
    return [];
  }
}
