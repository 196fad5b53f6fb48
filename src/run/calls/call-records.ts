import type { SeenCall } from '../../calls/call-evidence.ts';
import type { MachineCalls } from '../../calls/machine-calls.ts';
import type { CallSite, FaultHit, FaultReport } from '../../device/fault/fault-spec.ts';
import type { DeviceRecord } from '../evidence/device-record.ts';
import type { Timeline } from '../evidence/timeline.ts';

/**
 * Finds the driver's lines of places such as `edu_probe+0x12/0x34 [edu]`: `driver/edu.c:120`. A place without a line is
 * missing.
 */
export type CallLocator = (places: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const nowhere: CallLocator = () => Promise.resolve(new Map());

/** A call that failed, for readers. */
interface FailedCall {
  readonly function: string;
  readonly place: string;
}

/**
 * The faults of calls as records like those of devices, each module being one. Failed calls are added to the timeline,
 * with the driver's lines.
 */
export async function recordCalls(
  calls: MachineCalls,
  timeline: Timeline,
  locate: CallLocator = nowhere,
): Promise<readonly DeviceRecord[]> {
  const records = calls.records();
  const faults = records.flatMap((record) => record.faults);
  const hits = faults.flatMap(({ first, last }) => [first, last]);
  const sites = faults.flatMap((fault) => fault.sites ?? []);
  const places = [
    ...calls.seen,
    ...sites,
    ...hits.flatMap((hit) => (hit === undefined ? [] : [splitAccess(hit.access)])),
  ];
  const lines = await locate([...new Set(places.map(({ place }) => place))]);
  for (const seen of calls.seen) addToTimeline(timeline, calls, { seen, access: accessOf(seen, lines) });
  return records.map(({ owner, faults: own }) => ({
    id: owner,
    model: 'module under test',
    faults: own.map((fault) => withLines(fault, lines)),
  }));
}

/** `kmalloc at driver/edu.c:120 (edu_probe+0x12/0x34 [edu])` */
function accessOf({ function: name, place }: FailedCall, lines: ReadonlyMap<string, string>): string {
  const line = lines.get(place);
  return line === undefined ? `${name} at ${place}` : `${name} at ${line} (${place})`;
}

function splitAccess(access: string): FailedCall {
  const [, name = '', place = ''] = /^(\S*) at (.*)$/.exec(access) ?? [];
  return { function: name, place };
}

function withLines(fault: FaultReport, lines: ReadonlyMap<string, string>): FaultReport {
  const located = (hit: FaultHit): FaultHit => ({ ...hit, access: accessOf(splitAccess(hit.access), lines) });
  return {
    ...fault,
    ...(fault.first === undefined ? {} : { first: located(fault.first) }),
    ...(fault.last === undefined ? {} : { last: located(fault.last) }),
    ...(fault.sites === undefined ? {} : { sites: fault.sites.map((site) => withLine(site, lines)) }),
  };
}

function withLine(site: CallSite, lines: ReadonlyMap<string, string>): CallSite {
  const line = lines.get(site.place);
  return line === undefined ? site : { ...site, line };
}

function addToTimeline(
  timeline: Timeline,
  calls: MachineCalls,
  { seen, access }: { readonly seen: SeenCall; readonly access: string },
): void {
  const owner = calls.ownerOf(seen);
  if (owner === undefined) return;
  timeline.add(
    'device',
    `fault ${owner.id} fired at ${access}`,
    { device: owner.owner, data: { kind: 'fault', id: owner.id, access, call: seen.call } },
    seen.atUs,
  );
}
