import { asObject } from '../../bounds/parse-json.ts';

// QEMU's JSON has 64-bit whole numbers; a JavaScript number is exact only up to 2^53.

/**
 * Encodes a value as JSON; a bigint becomes a whole number of any length. Undefined fields are omitted, as in
 * JSON.stringify.
 */
export function encodeExactJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(encodeExactJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${encodeExactJson(field)}`).join(',')}}`;
}

/** A string, which may contain digits, or a whole number that may not fit. QEMU's have at most 20 digits. */
const stringOrLongNumber = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,20}(?![\d.eE])/g;

/** Marks a number that was turned into a string. QEMU's strings contain no NUL. */
const mark = '\0';

/** Parses JSON; whole numbers beyond 2^53 become bigints. @throws SyntaxError */
export function parseExactJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!/\d{16}/.test(text) || text.includes('\\u0000')) return value;
  const markNumber = (found: string): string => (found.startsWith('"') ? found : JSON.stringify(`${mark}${found}`));
  return JSON.parse(text.replace(stringOrLongNumber, markNumber), (_name, field: unknown) => {
    return typeof field === 'string' && /^\0-?\d{16,20}$/.test(field) ? wholeNumber(field.slice(1)) : field;
  });
}

function wholeNumber(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}

/**
 * The phase in which communication with QEMU's monitor failed: `greeting` no valid greeting · `negotiation`
 * capabilities refused · `execute` QEMU answered with an error · `interrupted` the connection ended before the answer.
 */
export type QmpPhase = 'greeting' | 'negotiation' | 'execute' | 'interrupted';

export class QmpError extends Error {
  override readonly name = 'QmpError';
  readonly phase: QmpPhase;
  /** QEMU's error class, for example `CommandNotFound`; undefined except in `execute`. */
  readonly errorClass: string | undefined;

  constructor(phase: QmpPhase, message: string, errorClass?: string) {
    super(message);
    this.phase = phase;
    this.errorClass = errorClass;
  }
}

/** QEMU's messages over QMP. Source: QEMU's docs/interop/qmp-spec. */
export type QmpMessage =
  | { readonly kind: 'greeting'; readonly version: string }
  | { readonly kind: 'event'; readonly event: QmpEvent }
  | { readonly kind: 'return'; readonly id: number | undefined; readonly value: unknown }
  | {
      readonly kind: 'error';
      readonly id: number | undefined;
      readonly errorClass: string;
      readonly description: string;
    };

/** An asynchronous event, for example `SHUTDOWN` with `{guest: true, reason: 'guest-shutdown'}`. */
export interface QmpEvent {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Parses one line. Whole numbers that are too large in a return value become bigints. Undefined: not a QMP message. */
export function parseQmpMessage(line: string): QmpMessage | undefined {
  const message = parseObject(line);
  if (message === undefined) return undefined;
  if ('QMP' in message) return { kind: 'greeting', version: greetingVersion(message['QMP']) };
  if (typeof message['event'] === 'string') {
    return { kind: 'event', event: { name: message['event'], data: asObject(message['data']) ?? {} } };
  }
  const id = typeof message['id'] === 'number' ? message['id'] : undefined;
  if ('return' in message) return { kind: 'return', id, value: asObject(parseExactJson(line))?.['return'] };
  const error = asObject(message['error']);
  if (error === undefined) return undefined;
  return { kind: 'error', id, errorClass: asText(error['class']), description: asText(error['desc']) };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(line));
  } catch {
    // A line that is not JSON is expected; the caller reports it.
    return undefined;
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function greetingVersion(greeting: unknown): string {
  const qemu = asObject(asObject(asObject(greeting)?.['version'])?.['qemu']);
  return [qemu?.['major'], qemu?.['minor'], qemu?.['micro']].map(String).join('.');
}
