import { parseExactJson } from './exact-json.ts';

/** What QEMU sends over QMP, told apart once at the edge. Source: QEMU's docs/interop/qmp-spec. */
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

/**
 * Parses one line. What a command returns has bigints where a number is too large for ours. Undefined: not a QMP
 * message.
 */
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
    // Not JSON at all is one of the answers a caller must expect, and says so itself.
    return undefined;
  }
}

export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function greetingVersion(greeting: unknown): string {
  const qemu = asObject(asObject(asObject(greeting)?.['version'])?.['qemu']);
  return [qemu?.['major'], qemu?.['minor'], qemu?.['micro']].map(String).join('.');
}
