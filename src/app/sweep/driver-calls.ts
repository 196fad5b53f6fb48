import { parseCallFault } from '../../calls/call-fault.ts';
import type { CallSite, FaultReport } from '../../device/fault/fault-spec.ts';
import type { CodeFunction } from '../../engine/coverage-supplies.ts';
import type { SweepFault, SweptCall } from '../../plan/plan.ts';
import { countingId, countingTest } from '../../plan/sweep-plan.ts';
import type { SweepTarget, SweptPlace } from './sweep-target.ts';

export interface CallSweep {
  readonly faults: readonly SweepFault[];
  /** Whether each time counts that a place is reached; else its first time stands for all. */
  readonly all: boolean;
}

/** The calls of the modules under test to functions of the kernel. A point is a place in the driver that calls. */
export function driverCalls({ faults, all }: CallSweep): SweepTarget {
  const texts = faults.map(({ text }) => text).join(' or ');
  return {
    device: undefined,
    faults,
    counted: ({ fault, counted, callers = [] }) =>
      `${amountOf(counted, 'call')} from ${amountOf(callers.length, 'place')} for ${fault.text}`,
    whyNothing: `In this test the driver makes no call that ${texts} can make fail.`,
    countingTest: (planned) => countingTest(planned, faults, ''),
    countIn: ({ devices }) => {
      const reports = devices.flatMap((device) => device.faults);
      return faults.map((fault) => {
        const report = reports.find(({ id }) => id === countingId(fault));
        return { fault, ...placesIn(fault, report, all) };
      });
    },
  };
}

function amountOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

interface CountedPlaces {
  readonly counted: number;
  readonly callers: readonly CodeFunction[];
  readonly places: readonly SweptPlace[];
}

function placesIn(fault: SweepFault, report: FaultReport | undefined, all: boolean): CountedPlaces {
  const sites = report?.sites ?? [];
  const areOfOneModule = new Set(sites.map(({ place }) => moduleOf(place))).size <= 1;
  const places = sites.flatMap((site, index) => {
    const name = nameOf(site);
    const settings = settingsOf(site, fault, areOfOneModule);
    const point = (time: number | undefined): SweptPlace => {
      const call: SweptCall = { name, reached: site.reached, time };
      return { nth: index + 1, call, settings: [...settings, `nth=${time ?? 1}`].join(' ') };
    };
    return all || isShared(site, sites)
      ? Array.from({ length: site.reached }, (_, before) => point(before + 1))
      : [point(undefined)];
  });
  const callers = sites.map(({ place }) => ({ module: moduleOf(place), name: callerOf(place) }));
  return { counted: report?.counted ?? 0, callers, places };
}

/**
 * A function of the kernel's headers that the compiler did not inline has no line of the driver, and several lines of
 * the driver may lead to it. So each time counts. Without any lines nothing is known.
 */
function isShared({ line }: CallSite, sites: readonly CallSite[]): boolean {
  return line === undefined && sites.some((other) => other.line !== undefined);
}

/** `misc_register in edu_probe (driver/edu.c:120)` */
function nameOf({ function: name, place, line }: CallSite): string {
  return `${name} in ${callerOf(place)}${line === undefined ? '' : ` (${line})`}`;
}

/** The place is known by its offset. The function is for readers, unless the user chose functions. */
function settingsOf(
  { function: name, place }: CallSite,
  { text }: SweepFault,
  areOfOneModule: boolean,
): readonly string[] {
  const { functionGlob, module } = parseCallFault(text);
  const [offset = place] = place.split(' ', 1);
  return [
    ...(functionGlob === undefined ? [`function=${name}`] : []),
    ...(areOfOneModule || module !== undefined ? [] : [`module=${moduleOf(place)}`]),
    `at=${offset}`,
  ];
}

function callerOf(place: string): string {
  return place.split('+', 1)[0] ?? place;
}

function moduleOf(place: string): string {
  return /\[([\w-]+)\]$/.exec(place)?.[1] ?? '';
}
