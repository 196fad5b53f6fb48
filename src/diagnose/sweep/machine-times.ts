import { bounds } from '../../bounds/bounds.ts';
import { parseJson } from '../../bounds/parse-json.ts';

/** A line of the console, and when it was seen. Milliseconds since the launch. */
export interface TimedLine {
  readonly atMs: number;
  readonly text: string;
}

/** What a timeline says about when things happened. */
export interface MachineTimes {
  /** The launch on the host's monotonic clock, in microseconds; undefined: the timeline does not say. */
  readonly launchUs: number | undefined;
  readonly console: readonly TimedLine[];
  /** A console that said too much is not whole. */
  readonly isConsoleWhole: boolean;
  /** When a stage ended, by its name. */
  readonly stageEnds: ReadonlyMap<string, number>;
}

/** Reads the few facts of `timeline.jsonl` that are needed here. Lines that are no entries are skipped. */
export function readTimes(text: string): MachineTimes {
  const console: TimedLine[] = [];
  const stageEnds = new Map<string, number>();
  let launchUs: number | undefined;
  let isConsoleWhole = true;
  for (const line of text.split('\n')) {
    const entry = line.includes(deviceMark) ? undefined : entryOf(line);
    if (entry === undefined) continue;
    const { source, atMs, said, data } = entry;
    if (source === 'console') {
      if (leftOut.test(said)) isConsoleWhole = false;
      else console.push({ atMs, text: said });
    }
    const [, stage] = source === 'stage' ? (/^([a-z-]{1,20}) ended with /.exec(said) ?? []) : [];
    if (stage !== undefined) stageEnds.set(stage, atMs);
    if (source === 'machine' && typeof data?.['clockUs'] === 'number') launchUs ??= data['clockUs'];
  }
  return { launchUs, console, isConsoleWhole, stageEnds };
}

/** Most entries are of devices, and none of them is needed. */
const deviceMark = '"source":"device"';
const leftOut = /^\d{1,12} entries of this source were left out here$/;

interface Entry {
  readonly source: string;
  readonly atMs: number;
  readonly said: string;
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

function entryOf(line: string): Entry | undefined {
  const parsed = line === '' ? undefined : parseJson(line, bounds.json);
  if (parsed?.kind !== 'value' || !isObject(parsed.value)) return undefined;
  const { source, atMs, text: said, data } = parsed.value;
  if (typeof source !== 'string' || typeof atMs !== 'number' || typeof said !== 'string') return undefined;
  return { source, atMs, said, data: isObject(data) ? data : undefined };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
