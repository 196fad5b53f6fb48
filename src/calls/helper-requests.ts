import type { FaultTrigger } from '../device/fault/fault-spec.ts';
import { neverNth } from '../device/fault/trigger.ts';
import type { SelectedCall } from './select-calls.ts';

/** Where the helper (guest/calls) takes requests. */
export const helperPath = '/proc/qdt-calls';

/** A line of the agent's protocol has 4,096 bytes. */
const maxTextChars = 3500;
/** The helper takes 64 words a request. */
const maxFunctions = 50;

export interface ArmedFault {
  /** Unique in the machine. */
  readonly id: string;
  /** Undefined: all modules under test. */
  readonly module: string | undefined;
  readonly trigger: FaultTrigger;
  /** Undefined: everywhere. */
  readonly place: string | undefined;
  readonly calls: readonly SelectedCall[];
}

/** The requests that set a fault. The last one arms it. */
export function armRequests({ id, module, trigger, place, calls }: ArmedFault): readonly string[] {
  const alike = new Map<string, string[]>();
  for (const { function: called, outcome } of calls) {
    const how = `${outcome.kind} ${outcome.value}`;
    alike.set(how, [...(alike.get(how) ?? []), called.symbol]);
  }
  return [
    ['fault', id, module ?? '-', triggerWords(trigger), ...(place === undefined ? [] : [place])].join(' '),
    ...[...alike].flatMap(([how, symbols]) =>
      inPieces(symbols, maxFunctions).map((piece) => `call ${id} ${how} ${piece.join(' ')}`),
    ),
    `arm ${id}`,
  ];
}

/** The question where a fault counted that only counts. `from`: the first place of the answer. */
export function placesText(id: string, from: number): string {
  return `places ${id} ${from}`;
}

/** In as few texts as a line of the agent allows. */
export function requestTexts(requests: readonly string[]): readonly string[] {
  const texts: string[] = [];
  for (const request of requests) {
    const last = texts.at(-1);
    if (last === undefined || last.length + request.length >= maxTextChars) texts.push(request);
    else texts[texts.length - 1] = `${last};${request}`;
  }
  return texts;
}

/** The probability is a number of 2^53 parts, as the helper compares it. */
function triggerWords(trigger: FaultTrigger): string {
  switch (trigger.kind) {
    case 'always':
      return 'always 0 0';
    case 'nth':
      return trigger.nth === neverNth ? 'count 0 0' : `nth ${trigger.nth} 0`;
    case 'from':
      return `${trigger.kind} ${trigger.nth} 0`;
    case 'every':
      return `every ${trigger.period} 0`;
    case 'probability':
      return `probability ${BigInt(Math.ceil(trigger.probability * 2 ** 53))} ${trigger.seed}`;
  }
}

function inPieces(words: readonly string[], size: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(words.length / size) }, (_, index) =>
    words.slice(index * size, (index + 1) * size),
  );
}
