import type { CallSite, FaultHit, FaultReport } from '../device/fault/fault-spec.ts';
import type { CallFault } from './call-fault.ts';
import type { CallLine, HelperFault, HelperHit, HelperReport } from './helper-answers.ts';

/** A failed call as it was seen on the console. */
export interface SeenCall extends CallLine {
  /** On the host's monotonic clock. */
  readonly atUs: number;
}

/** More than a test could want; a hostile console cannot make it grow. */
const maxSeen = 2000;

/**
 * What is known of the failed calls of a machine. The helper's own count is the evidence. The console only helps out
 * when a machine ends before the helper is asked; anything in the guest can write there.
 */
export class CallEvidence {
  readonly #seen: SeenCall[] = [];
  readonly #sites = new Map<string, readonly CallSite[]>();
  #report: { readonly report: HelperReport; readonly atUs: number } | undefined;

  /** Failed calls in the order in which the console showed them. */
  get seen(): readonly SeenCall[] {
    return this.#seen;
  }

  /** The last word of the helper: asked for when all stages are done. */
  takeReport(report: HelperReport, atUs: number): void {
    this.#report = { report, atUs };
  }

  /** Where a fault that only counts did so. */
  takeSites(helperId: string, sites: readonly CallSite[]): void {
    this.#sites.set(
      helperId,
      sites.toSorted((a, b) => a.first - b.first),
    );
  }

  /** A failed call on the console; undefined: there were too many. */
  hear(call: CallLine, atUs: number): SeenCall | undefined {
    if (this.#seen.length >= maxSeen) return undefined;
    const seen = { ...call, atUs };
    this.#seen.push(seen);
    return seen;
  }

  /** What a reader of the figures must know. */
  notes(): readonly string[] {
    if (this.#report === undefined)
      return ['the helper for calls was not asked at the end: its faults are counted as far as the console shows them'];
    const { missed, refused } = this.#report.report;
    return [
      ...(missed === 0 ? [] : [`${missed} calls were not counted: they came from a non-maskable interrupt`]),
      ...(refused === 0 ? [] : [`${refused} calls cannot be made to fail: the kernel allows no probe there`]),
    ];
  }

  reportOf(helperId: string, { id, text }: CallFault): FaultReport {
    const told = this.#report?.report.faults.find((fault) => fault.id === helperId);
    const sites = this.#sites.get(helperId);
    return {
      id,
      text,
      ...(told === undefined ? this.#asSeen(helperId) : this.#asTold(told, helperId)),
      ...(sites === undefined ? {} : { sites }),
    };
  }

  #asTold(
    { fired, counted, isCleared, refusals, first, last }: HelperFault,
    helperId: string,
  ): Omit<FaultReport, 'id' | 'text'> {
    const hits = {
      ...(first === undefined ? {} : { first: this.#hostHit(first, helperId) }),
      ...(last === undefined ? {} : { last: this.#hostHit(last, helperId) }),
    };
    return { fired, counted, ...hits, isCleared, ...(refusals === undefined ? {} : { refusals }) };
  }

  /** The answer has been on its way for a while. If the console showed the call before, that was when it was. */
  #hostHit({ atUs, call, function: name, place }: HelperHit, helperId: string): FaultHit {
    const { report, atUs: toldUs } = this.#report ?? { report: { nowUs: atUs }, atUs };
    const seen = this.#seen.find((candidate) => candidate.id === helperId && candidate.call === call);
    const atMostUs = toldUs - (report.nowUs - atUs);
    return { atUs: Math.min(atMostUs, seen?.atUs ?? atMostUs), access: `${name} at ${place}` };
  }

  #asSeen(helperId: string): Omit<FaultReport, 'id' | 'text'> {
    const seen = this.#seen.filter(({ id }) => id === helperId);
    const [first, last] = [seen[0], seen.at(-1)];
    const hit = ({ atUs, function: name, place }: SeenCall): FaultHit => ({ atUs, access: `${name} at ${place}` });
    return {
      fired: seen.length,
      counted: Math.max(0, ...seen.map(({ call }) => call)),
      ...(first === undefined ? {} : { first: hit(first) }),
      ...(last === undefined ? {} : { last: hit(last) }),
      isCleared: false,
    };
  }
}
