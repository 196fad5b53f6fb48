import type { Duplex } from 'node:stream';
import { bounds } from '../../bounds/bounds.ts';
import { splitLines } from '../../bounds/line-splitter.ts';
import { type StageName, stageNames } from '../evidence/run-record.ts';

export const protocolVersion = 1;

/** The agent is gone, or violates the protocol. */
export class AgentLost extends Error {
  override readonly name = 'AgentLost';
}

/** The agent reports that it could not do what it was asked to. */
export class AgentRefusal extends Error {
  override readonly name = 'AgentRefusal';
}

/** The agent's first line. guest/PROTOCOL.md describes all lines. */
export interface AgentReady {
  readonly protocol: number;
  readonly release: string;
}

/** The disk image did not come up, or has no root for the stages, as the agent tells. */
export class ImageFailed extends AgentLost {}

/** Of what the agent tells of an image: enough for the last lines of a journal. */
export const imageReasonChars = 1000;

/** Programs that the agent starts on command; it reports when they end. */
export type ProgramName = StageName | 'shell';

/** A parsed line of a session. */
export type AgentMessage =
  | { readonly kind: 'ok'; readonly command: string }
  | { readonly kind: 'failed'; readonly command: string; readonly reason: string }
  | { readonly kind: 'begin'; readonly program: ProgramName }
  | { readonly kind: 'beat' }
  /** A line of the answer to `tell`. */
  | { readonly kind: 'told'; readonly text: string }
  | { readonly kind: 'end'; readonly program: ProgramName; readonly exitStatus: number }
  /** `written`: the bytes of each stage's output that are on their way to the host or there. */
  | { readonly kind: 'done'; readonly written: WrittenBytes };

export type WrittenBytes = ReadonlyMap<StageName, number>;

/** The agent's first line where nothing can be run: why. */
function parseUnready(line: string): string | undefined {
  return /^unready (.{1,2000})$/.exec(line)?.[1];
}

/** Parses the only line without a token. */
export function parseReady(line: string): AgentReady | undefined {
  const match = /^ready (\d{1,4}) (\S{1,200})$/.exec(line);
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { protocol: Number(match[1]), release: match[2] };
}

/** What a guest says before it takes commands. `lost`: it will take none. */
export type Greeting =
  | { readonly kind: 'ready'; readonly release: string }
  | { readonly kind: 'lost'; readonly error: AgentLost };

/** Undefined: the line is not the agent's. */
export function readGreeting(line: string): Greeting | undefined {
  const unready = parseUnready(line);
  if (unready !== undefined) return { kind: 'lost', error: new ImageFailed(printable(unready, imageReasonChars)) };
  const ready = parseReady(line);
  if (ready === undefined) return undefined;
  return ready.protocol === protocolVersion
    ? { kind: 'ready', release: ready.release }
    : {
        kind: 'lost',
        error: new AgentLost(`the guest speaks protocol ${ready.protocol}, we speak ${protocolVersion}`),
      };
}

/**
 * Parses a line of a session. `foreign`: the session's token is missing, so it is not from the agent. `nonsense`: it is
 * from the agent, but not in the protocol.
 */
export function parseAgentMessage(line: string, token: string): AgentMessage | 'foreign' | 'nonsense' {
  if (!line.startsWith(`${token} `)) return 'foreign';
  const [verb = '', subject = '', ...rest] = line.slice(token.length + 1).split(' ');
  switch (verb) {
    case 'ok':
      return { kind: 'ok', command: subject };
    case 'failed':
      return { kind: 'failed', command: subject, reason: rest.join(' ') };
    case 'beat':
      return { kind: 'beat' };
    case 'told':
      return { kind: 'told', text: [subject, ...rest].join(' ') };
    case 'done':
      return parseDone(subject === '' ? [] : [subject, ...rest]);
    case 'begin':
      return isProgramName(subject) ? { kind: 'begin', program: subject } : 'nonsense';
    case 'end':
      return parseEnd(subject, rest[0] ?? '');
    default:
      return 'nonsense';
  }
}

function parseEnd(program: string, status: string): AgentMessage | 'nonsense' {
  return isProgramName(program) && /^\d{1,3}$/.test(status)
    ? { kind: 'end', program, exitStatus: Number(status) }
    : 'nonsense';
}

/** `setup=17 run=123` */
function parseDone(counts: readonly string[]): AgentMessage | 'nonsense' {
  const written = new Map<StageName, number>();
  for (const count of counts) {
    const [, name, bytes] = /^([a-z-]+)=(\d{1,15})$/.exec(count) ?? [];
    const stage = stageNames.find((known) => known === name);
    if (stage === undefined) return 'nonsense';
    written.set(stage, Number(bytes));
  }
  return { kind: 'done', written };
}

function isProgramName(name: string): name is ProgramName {
  return name === 'shell' || stageNames.some((known) => known === name);
}

/** Words of the agent for our own messages. */
export function printable(text: string, mostChars = 200): string {
  return text.slice(0, mostChars).replaceAll(/[^\x20-\x7e]/g, '?');
}

const windowMs = 1000;

/**
 * Passes on the lines of the agent's port. When a guest sends too many, lines beyond the rate are read later: only the
 * guest waits, and not the rest of this process.
 */
export function readControlLines(control: Duplex, onLine: (line: string) => void): void {
  const { lineBytes, linesPerSecond } = bounds.control;
  let windowStartMs = performance.now();
  let lines = 0;
  let timer: NodeJS.Timeout | undefined;
  const count = (): void => {
    const sinceMs = performance.now() - windowStartMs;
    if (sinceMs >= windowMs) {
      windowStartMs += sinceMs;
      lines = 0;
    }
    if (++lines !== linesPerSecond) return;
    control.pause();
    timer = setTimeout(() => control.resume(), Math.max(0, windowMs - sinceMs));
  };
  control.on('close', () => clearTimeout(timer));
  splitLines(control, {
    maxLength: lineBytes,
    onLine: (line) => {
      count();
      onLine(line.toString('latin1'));
    },
  });
}
