import { asObject } from '../bounds/parse-json.ts';
import type { ControlValue } from '../device/definition/control.ts';
import type { BusName } from '../device/definition/model-base.ts';
import type { FaultReport } from '../device/fault/fault-spec.ts';
import type { ModelCrash } from '../device/instance/model-crash.ts';
import type { LogEntry } from '../device/log/access-log.ts';
import type { HardwareCoverage } from '../device/log/hardware-coverage.ts';
import type { TreeFacts } from '../device/tree/tree-facts.ts';
import type { LineRelay } from './line-relay.ts';
import type { CloseReason } from './served-device.ts';

/**
 * Time limits for the process of the models, in milliseconds. Generous: they only tell a busy host from a lost process.
 */
export interface DeviceHostLimits {
  /** From its launch until it is ready. */
  readonly startMs: number;
  /** A model may run in one call without returning. Its machine stands still meanwhile. */
  readonly hangMs: number;
  /** The top level of a model's file may await something. */
  readonly loadMs: number;
  /** Until a device is created, with its model loaded and its relay started. */
  readonly createMs: number;
  /** Until any other answer. More than `hangMs`, so that a model that hangs is named. */
  readonly answerMs: number;
  /** Between two checks that it is alive. */
  readonly pulseMs: number;
}

export const deviceHostLimits: DeviceHostLimits = {
  startMs: 60_000,
  hangMs: 5_000,
  loadMs: 10_000,
  createMs: 30_000,
  answerMs: 15_000,
  pulseMs: 2_000,
};

// The protocol between the runner and the process of the models: one JSON value per line, over a socket that the
// process inherits as descriptor 3. Every request has one answer; events are sent at any time. A model's code shares
// the process, and so the descriptor. Each line from there carries a secret key, so that a model's output is not a
// message.

/**
 * `model`: absolute path of a .ts, .mjs or .js file whose default export is a device. `socket`: where QEMU will
 * connect.
 */
export interface CreateDevice {
  readonly do: 'create';
  readonly device: string;
  readonly model: string;
  readonly socket: string;
  /**
   * Where it is on its bus: the value of `bus=` in `info/devices`. Devices of one place that share a function of QEMU
   * have the same socket.
   */
  readonly place?: string;
  /** Initial values of controls, from `info/devices`. */
  readonly controls: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
  /** Required by a model with an interrupt line. */
  readonly lineRelay?: LineRelay;
}

export type HostRequest =
  | CreateDevice
  /** The properties of a model, without a device. */
  | { readonly do: 'examine'; readonly model: string }
  /** Is it alive? Answered out of turn, whatever else is being done. */
  | { readonly do: 'ping' }
  /** Removes the device with its socket. */
  | { readonly do: 'destroy'; readonly device: string }
  /** `remove`: removes it from its machine. */
  | { readonly do: 'remove' | 'faults' | 'coverage' | 'get-controls'; readonly device: string }
  | { readonly do: 'set-control'; readonly device: string; readonly name: string; readonly value: ControlValue }
  | { readonly do: 'set-fault'; readonly device: string; readonly text: string }
  /** Without an id: all. */
  | { readonly do: 'clear-fault'; readonly device: string; readonly fault?: string }
  | { readonly do: 'clock'; readonly device: string; readonly change: 'stop' | 'resume' | { readonly stepUs: number } }
  /** One page: as many entries as fit into an answer. */
  | { readonly do: 'log'; readonly device: string; readonly from: number };

/** What the guest's kernel must be told of a device on a bus where it cannot find any. */
export interface BusClient {
  /** By which its driver knows it, such as `lm75`. */
  readonly type: string;
  readonly address: number;
}

/** The request was carried out. */
type Done = Readonly<Record<string, never>>;

/** The answer to each request. */
export interface HostAnswers {
  readonly create: { readonly model: string };
  readonly examine: {
    readonly bus: BusName;
    readonly hasLine: boolean;
    /** On a bus where each device has one. */
    readonly address?: number;
    readonly client?: BusClient;
    /**
     * A UART with a line for a serial device. `terminal`: the kernel makes a terminal of it; `serdev`: or a serial
     * device bus, if the device at its far end has a driver of its own.
     */
    readonly uart?: 'terminal' | 'serdev';
    /** A serial device with a driver of its own. */
    readonly isForSerdev?: true;
    /** What a device tree says of it. */
    readonly tree?: TreeFacts;
    /** Nothing but a device tree can name its driver. */
    readonly isForTree?: true;
  };
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
  /** `next`: the start of the next page. `end`: the number of entries so far; more may follow. */
  readonly log: { readonly entries: readonly LogEntry[]; readonly next: number; readonly end: number };
}

/** `stack`: where the model failed, if it did. `isHostShort`: this host lacked memory, processes or open files. */
export interface HostFailure {
  readonly message: string;
  readonly stack?: string;
  readonly isHostShort?: true;
}

export type HostEvent =
  /** It has started; no model's code has run yet. */
  | { readonly event: 'ready' }
  /** A machine has connected to the device. */
  | { readonly event: 'connected'; readonly device: string }
  | { readonly event: 'crashed'; readonly device: string; readonly crash: ModelCrash }
  | { readonly event: 'removed'; readonly device: string }
  | { readonly event: 'disconnected'; readonly device: string; readonly reason: CloseReason }
  /** The process is stuck, as the runner has noticed. It is killed after this. */
  | { readonly event: 'hung'; readonly afterMs: number; readonly stack: string }
  /** An exception that nobody catches, for example in a Node timer. The process ends after this. */
  | { readonly event: 'threw'; readonly message: string; readonly stack: string };

export type HostLine =
  | { readonly id: number; readonly ok: object }
  | { readonly id: number; readonly error: HostFailure }
  | HostEvent;

export const controlDescriptor = 3;

/** Settings in the process's environment, which it removes before it loads a model. */
export const settingNames = {
  key: 'QDT_MODEL_KEY',
  loadLimitMs: 'QDT_MODEL_LOAD_MS',
  /** Absent: no text is kept for later processes. */
  texts: 'QDT_MODEL_TEXTS',
} as const;

/** Undefined: not a message of ours. Whoever knows the key sends what the types say. */
export function readHostLine(value: unknown, key: string): HostLine | undefined {
  const { key: toldKey, ...line } = asObject(value) ?? {};
  return toldKey === key ? (line as HostLine) : undefined;
}
