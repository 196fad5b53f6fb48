import type { ControlValue } from '../device/definition/control.ts';
import type { FaultReport } from '../device/fault/fault-spec.ts';
import type { ModelCrash } from '../device/instance/model-crash.ts';
import type { LogEntry } from '../device/log/access-log.ts';
import type { HardwareCoverage } from '../device/log/hardware-coverage.ts';
import type { LineRelay } from './line-relay.ts';
import type { CloseReason } from './vfio-user/connection.ts';

// What the runner and the process of the models say to each other: a line of JSON each, over a socket that the process inherits as
// descriptor 3. Every request has one answer; events come by themselves.

/** `model`: absolute path of a .ts, .mjs or .js file whose default export is a device. `socket`: where QEMU will connect. */
export interface CreateDevice {
  readonly do: 'create';
  readonly device: string;
  readonly model: string;
  readonly socket: string;
  /** First values of controls, as `info/devices` has them. */
  readonly controls: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
  /** Needed by a model that has a line. */
  readonly lineRelay?: LineRelay;
}

export type HostRequest =
  | CreateDevice
  /** What can be known of a model before there is a device. */
  | { readonly do: 'examine'; readonly model: string }
  /** Gone altogether, with its socket. */
  | { readonly do: 'destroy'; readonly device: string }
  /** `remove`: pulled out of its machine. */
  | { readonly do: 'remove' | 'faults' | 'coverage' | 'get-controls'; readonly device: string }
  | { readonly do: 'set-control'; readonly device: string; readonly name: string; readonly value: ControlValue }
  | { readonly do: 'set-fault'; readonly device: string; readonly text: string }
  /** Absent id: all. */
  | { readonly do: 'clear-fault'; readonly device: string; readonly fault?: string }
  | { readonly do: 'clock'; readonly device: string; readonly change: 'stop' | 'resume' | { readonly stepUs: number } }
  | { readonly do: 'log'; readonly device: string; readonly from: number; readonly limit: number };

/** It is done. */
type Done = Readonly<Record<string, never>>;

/** What each request is answered with. */
export interface HostAnswers {
  readonly create: { readonly model: string };
  readonly examine: { readonly hasLine: boolean };
  readonly remove: Done;
  readonly destroy: Done;
  readonly faults: { readonly faults: readonly FaultReport[] };
  readonly coverage: { readonly coverage: HardwareCoverage };
  readonly 'get-controls': { readonly controls: Readonly<Record<string, ControlValue>> };
  readonly 'set-control': Done;
  readonly 'set-fault': { readonly fault: string };
  readonly 'clear-fault': Done;
  readonly clock: { readonly nowUs: number };
  readonly log: { readonly entries: readonly LogEntry[]; readonly next: number };
}

/** `stack`: where in the model it went wrong, if it was there. */
export interface HostFailure {
  readonly message: string;
  readonly stack?: string;
}

export type HostEvent =
  | { readonly event: 'crashed'; readonly device: string; readonly crash: ModelCrash }
  | { readonly event: 'removed'; readonly device: string }
  | { readonly event: 'disconnected'; readonly device: string; readonly reason: CloseReason }
  /** The process does nothing else any more; it ends after this. */
  | { readonly event: 'hung'; readonly afterMs: number; readonly stack: string };

export type HostLine = { readonly id: number; readonly ok: object } | { readonly id: number; readonly error: HostFailure } | HostEvent;

/** A log of 10,000 entries is the longest line there is. */
export const maxLineBytes = 16 * 1024 * 1024;
export const controlDescriptor = 3;
