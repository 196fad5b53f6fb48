import type { FaultDescription } from './catalogue/fault-description.ts';
import { commonSettings, faultCatalogue, filterSettings } from './fault-catalogue.ts';
import {
  type FaultFilter,
  type FaultKind,
  type FaultSpec,
  FaultSyntaxError,
  readName,
  readNumber,
  readSettings,
  type Settings,
  wrong,
} from './fault-spec.ts';
import { readTrigger } from './trigger.ts';

const maxFaultLength = 1000;

/**
 * Parses a fault as in a line of `info/faults` or in `hw fault`: `KIND [key=value …]`, such as
 * `dma-fail device=edu every=2`.
 *
 * - Which of the counted accesses it hits: `nth=N` only the N-th, `from=N` that one and all later ones, `every=N`,
 *   `probability=P` with `seed=N`; by default, all. It ends when it is cleared.
 * - Which accesses it counts: `register=NAME`, `bar=N`, `range=FROM-TO` (offsets), `vector=N`, `direction=read|write`
 *   of DMA and `direction=in|out` of all else, `endpoint=NAME`, `request=NAME`,
 *   `command=NAME`, `line=NAME`.
 * - `id=NAME` names it; `device=ID` names its device.
 *
 * @throws FaultSyntaxError
 */
export function parseFault(text: string): FaultSpec {
  const line = text.trim();
  try {
    return parseLine(line);
  } catch (error) {
    if (error instanceof FaultSyntaxError)
      throw new FaultSyntaxError(`fault "${line.slice(0, 200)}": ${error.message}`);
    throw error;
  }
}

function parseLine(line: string): FaultSpec {
  if (line.length > maxFaultLength)
    throw new FaultSyntaxError(`expected at most ${maxFaultLength} characters, found ${line.length}`);
  const [kind = '', ...words] = line.split(/\s+/);
  if (!isFaultKind(kind))
    throw new FaultSyntaxError(`unknown fault "${kind}"; the faults are ${Object.keys(faultCatalogue).join(', ')}`);
  const description = faultCatalogue[kind];
  const settings = readSettings(kind, words, [
    ...description.settings,
    ...new Set(description.targets.flatMap((target) => filterSettings[target])),
    ...commonSettings,
  ]);
  return {
    id: readName(settings, 'id') ?? kind,
    ...optional('device', readName(settings, 'device')),
    effect: description.effect(settings),
    filter: readFilter(settings, description),
    trigger: readTrigger(settings),
    text: line,
  };
}

function isFaultKind(text: string): text is FaultKind {
  return Object.hasOwn(faultCatalogue, text);
}

function readFilter(settings: Settings, { targets }: FaultDescription): FaultFilter {
  return {
    ...optional('register', readName(settings, 'register')),
    ...optional('bar', settings.has('bar') ? readNumber(settings, 'bar', { min: 0, max: 5 }) : undefined),
    ...optional('range', readRange(settings)),
    ...optional('vector', settings.has('vector') ? readNumber(settings, 'vector', { min: 0, max: 2047 }) : undefined),
    ...optional('direction', readDirection(settings, targets.includes('dma') ? ['read', 'write'] : ['in', 'out'])),
    ...optional('endpoint', readName(settings, 'endpoint')),
    ...optional('request', readName(settings, 'request')),
    ...optional('command', readName(settings, 'command')),
    ...optional('line', readName(settings, 'line')),
  };
}

function readRange(settings: Settings): FaultFilter['range'] {
  const text = settings.get('range');
  if (text === undefined) return undefined;
  const [, first = '', last = first] = /^(0x[0-9a-f]{1,8}|\d{1,10})(?:-(0x[0-9a-f]{1,8}|\d{1,10}))?$/i.exec(text) ?? [];
  if (first === '' || Number(last) < Number(first))
    throw wrong('range', 'offsets such as 0x10-0x1f (the lower one first)', text);
  return { from: Number(first), to: Number(last) };
}

type Direction = NonNullable<FaultFilter['direction']>;

function readDirection(settings: Settings, ways: readonly [Direction, Direction]): Direction | undefined {
  const text = settings.get('direction');
  if (text === undefined) return undefined;
  const direction = ways.find((way) => way === text);
  if (direction === undefined) throw wrong('direction', ways.join(' or '), text);
  return direction;
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}
