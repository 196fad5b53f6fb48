import { asObject } from '../bounds/parse-json.ts';
import type { ControlValue } from '../device/definition/control.ts';
import type { FaultReport } from '../device/fault/fault-spec.ts';
import type { ModelCrash } from '../device/instance/model-crash.ts';
import type { LogEntry } from '../device/log/access-log.ts';
import type { HardwareCoverage } from '../device/log/hardware-coverage.ts';
import type { LineRelay } from './line-relay.ts';
import type { CloseReason } from './vfio-user/connection.ts';

/**
 * How long the process of the models may take for what it does, milliseconds. Generous: they only tell a busy host from
 * a process that is lost.
 */
export interface DeviceHostLimits {
  /** From its launch until it is there. */
  readonly startMs: number;
  /** A model may run on in one call: meanwhile its machine stands still. */
  readonly hangMs: number;
  /** The top level of a model's file may await something. */
  readonly loadMs: number;
  /** Until a device is made, its model loaded and its relay started. */
  readonly createMs: number;
  /** Until anything else is answered. More than `hangMs`, so that a model that hangs is named. */
  readonly answerMs: number;
  /** Between two questions whether it is still there. */
  readonly pulseMs: number;
}

export const deviceHostLimits: DeviceHostLimits = {
  startMs: 30_000,
  hangMs: 5_000,
  loadMs: 10_000,
  createMs: 30_000,
  answerMs: 15_000,
  pulseMs: 2_000,
};

// What the runner and the process of the models say to each other: one JSON value per line, over a socket that the process
// inherits as descriptor 3. Every request has one answer; events come by themselves. A model's code shares the process,
// and so the descriptor: each line from there carries a key that models are not told, so that what they write to it is
// no message.

/**
 * `model`: absolute path of a .ts, .mjs or .js file whose default export is a device. `socket`: where QEMU will
 * connect.
 */
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
  /** Is it still there? Answered out of turn, whatever else is being done. */
  | { readonly do: 'ping' }
  /** Gone altogether, with its socket. */
  | { readonly do: 'destroy'; readonly device: string }
  /** `remove`: pulled out of its machine. */
  | { readonly do: 'remove' | 'faults' | 'coverage' | 'get-controls'; readonly device: string }
  | { readonly do: 'set-control'; readonly device: string; readonly name: string; readonly value: ControlValue }
  | { readonly do: 'set-fault'; readonly device: string; readonly text: string }
  /** Absent id: all. */
  | { readonly do: 'clear-fault'; readonly device: string; readonly fault?: string }
  | { readonly do: 'clock'; readonly device: string; readonly change: 'stop' | 'resume' | { readonly stepUs: number } }
  /** A page of it: as many entries as fit into an answer. */
  | { readonly do: 'log'; readonly device: string; readonly from: number };

/** It is done. */
type Done = Readonly<Record<string, never>>;

/** What each request is answered with. */
export interface HostAnswers {
  readonly create: { readonly model: string };
  readonly examine: { readonly hasLine: boolean };
  readonly ping: Done;
  readonly remove: Done;
  readonly destroy: Done;
  readonly faults: { readonly faults: readonly FaultReport[] };
  readonly coverage: { readonly coverage: HardwareCoverage };
  readonly 'get-controls': { readonly controls: Readonly<Record<string, ControlValue>> };
  readonly 'set-control': Done;
  readonly 'set-fault': { readonly fault: string };
  readonly 'clear-fault': Done;
  readonly clock: { readonly nowUs: number };
  /** `next`: where the next page begins. `end`: how many entries there were by now; they go on to come. */
  readonly log: { readonly entries: readonly LogEntry[]; readonly next: number; readonly end: number };
}

/**
 * `stack`: where in the model it went wrong, if it was there. `isHostShort`: this host lacked memory, processes or open
 * files.
 */
export interface HostFailure {
  readonly message: string;
  readonly stack?: string;
  readonly isHostShort?: true;
}

export type HostEvent =
  /** It has started, and no model's code has run yet. */
  | { readonly event: 'ready' }
  /** A machine has found the device. */
  | { readonly event: 'connected'; readonly device: string }
  | { readonly event: 'crashed'; readonly device: string; readonly crash: ModelCrash }
  | { readonly event: 'removed'; readonly device: string }
  | { readonly event: 'disconnected'; readonly device: string; readonly reason: CloseReason }
  /** The process does nothing else any more; it ends after this. */
  | { readonly event: 'hung'; readonly afterMs: number; readonly stack: string }
  /** Something was thrown where nobody catches it, such as in a timer of Node's. The process ends after this. */
  | { readonly event: 'threw'; readonly message: string; readonly stack: string };

export type HostLine =
  | { readonly id: number; readonly ok: object }
  | { readonly id: number; readonly error: HostFailure }
  | HostEvent;

export const controlDescriptor = 3;

/** What the process is told in its environment, and takes out of it before any model is loaded. */
export const settingNames = {
  key: 'QDT_MODEL_KEY',
  hangLimitMs: 'QDT_MODEL_HANG_MS',
  loadLimitMs: 'QDT_MODEL_LOAD_MS',
} as const;

/** Undefined: it is no message of ours. Whoever knows the key means what the types say. */
export function readHostLine(value: unknown, key: string): HostLine | undefined {
  const { key: toldKey, ...line } = asObject(value) ?? {};
  return toldKey === key ? (line as HostLine) : undefined;
}
