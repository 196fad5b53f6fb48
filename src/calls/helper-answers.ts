import type { CallSite, Refusals } from '../device/fault/fault-spec.ts';

/** What the helper says of a fault. All of it comes from the guest. */
export interface HelperFault {
  readonly id: string;
  readonly fired: number;
  readonly counted: number;
  readonly isCleared: boolean;
  readonly refusals?: Refusals;
  readonly first?: HelperHit;
  readonly last?: HelperHit;
}

export interface HelperHit {
  /** On the guest's monotonic clock. */
  readonly atUs: number;
  readonly call: number;
  readonly function: string;
  /** `edu_probe+0x12/0x34 [edu]` */
  readonly place: string;
}

export interface HelperReport {
  /** The guest's monotonic clock when it reported. */
  readonly nowUs: number;
  readonly faults: readonly HelperFault[];
  /** Calls that were not counted, because a non-maskable interrupt made them inside another one's handler. */
  readonly missed: number;
  /** Calls that cannot be made to fail, because the kernel forbids a probe there. */
  readonly refused: number;
}

/** The helper could not do it, or did not say anything that it says. */
export interface HelperRefusal {
  readonly refusal: string;
}

const maxLines = 500;

/** Parses the helper's answer to requests. */
export function parseHelperAnswer(lines: readonly string[]): HelperReport | HelperRefusal {
  const [first = '', ...rest] = lines;
  if (first !== 'ok') {
    const [, reason] = /^failed (.{1,300})$/.exec(first) ?? [];
    return { refusal: reason ?? 'the helper for calls did not answer' };
  }
  return rest.slice(0, maxLines).reduce(withLine, { nowUs: 0, faults: [], missed: 0, refused: 0 });
}

const count = String.raw`(\d{1,15})`;
const faultLine = new RegExp(String.raw`^fault (\S{1,127}) ${count} ${count} (active|cleared)$`);
const hitLine = new RegExp(String.raw`^(first|last) ${count} ${count} (\S{1,127}) (.{1,127})$`);
const refusedLine = new RegExp(`^refused ${count} ${count}$`);
const moduleLine = new RegExp(String.raw`^module \S{1,64} ${count} ${count} ${count}$`);

function withLine(report: HelperReport, line: string): HelperReport {
  const [, now] = new RegExp(`^now ${count}$`).exec(line) ?? [];
  if (now !== undefined) return { ...report, nowUs: Number(now) };
  const [, id, fired, counted, state] = faultLine.exec(line) ?? [];
  if (id !== undefined) {
    const fault = { id, fired: Number(fired), counted: Number(counted), isCleared: state === 'cleared' };
    return { ...report, faults: [...report.faults, fault] };
  }
  const [, loads, probes] = refusedLine.exec(line) ?? [];
  if (loads !== undefined) return withLast(report, { refusals: { loads: Number(loads), probes: Number(probes) } });
  const [, which, atUs, call, name = '', place = ''] = hitLine.exec(line) ?? [];
  if (which !== undefined)
    return withLast(report, { [which]: { atUs: Number(atUs), call: Number(call), function: name, place } });
  const [, sites, refused, missed] = moduleLine.exec(line) ?? [];
  return sites === undefined
    ? report
    : { ...report, refused: report.refused + Number(refused), missed: report.missed + Number(missed) };
}

function withLast(report: HelperReport, more: Partial<HelperFault>): HelperReport {
  const last = report.faults.at(-1);
  if (last === undefined) return report;
  return { ...report, faults: [...report.faults.slice(0, -1), { ...last, ...more }] };
}

/** The places at which a fault counted, in pieces. */
export interface HelperPlaces {
  readonly places: readonly Omit<CallSite, 'line'>[];
  /** Where the next piece begins; undefined: this was the last. */
  readonly next: number | undefined;
}

const placeLine = new RegExp(String.raw`^place ${count} ${count} (\S{1,127}) (.{1,127})$`);

/** Parses the helper's answer to a question for places. */
export function parseHelperPlaces(lines: readonly string[]): HelperPlaces | HelperRefusal {
  const answer = parseHelperAnswer(lines.slice(0, 1));
  if ('refusal' in answer) return answer;
  const places = lines.slice(1).flatMap((line) => {
    const [, first, reached, name = '', place = ''] = placeLine.exec(line) ?? [];
    return first === undefined ? [] : [{ function: name, place, first: Number(first), reached: Number(reached) }];
  });
  const [, next] = /^more (\d{1,6})$/.exec(lines.at(-1) ?? '') ?? [];
  return { places, next: next === undefined ? undefined : Number(next) };
}

/** A failed call in the kernel's log: `qdt-calls: edu:call-fail: call 2 of kmalloc at … fails`. */
export interface CallLine {
  readonly id: string;
  readonly call: number;
  readonly function: string;
  readonly place: string;
}

const consoleLine = /\bqdt-calls: (\S{1,127}): call (\d{1,15}) of (\S{1,127}) at (\S{1,120}(?: \[\w{1,64}\])?) fails\b/;

/** Undefined: the line is another one. */
export function parseCallLine(line: string): CallLine | undefined {
  const [, id, call, name, place] = consoleLine.exec(line) ?? [];
  if (id === undefined || call === undefined || name === undefined || place === undefined) return undefined;
  return { id, call: Number(call), function: name, place };
}
