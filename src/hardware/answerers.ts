import type { QmpClient } from '../machine/qmp/client.ts';
import type { HostAnswers, HostRequest } from '../device-host/control-protocol.ts';
import type { AttachedLayout } from './attach/attached-device.ts';

/** The request was not carried out: it is forbidden, or it failed. The message is for the test's author. */
export class HwRefusal extends Error {
  override readonly name = 'HwRefusal';
}

/** The request is malformed. */
export class HwUsage extends Error {
  override readonly name = 'HwUsage';
}

/**
 * The device models of one machine, as the run sees them. Ids are those of `info/devices`, because a process of the
 * models serves one machine at a time.
 */
export interface AttachedModels {
  readonly ids: readonly string[];
  /** What QEMU has for them. */
  readonly layout: AttachedLayout;
  /**
   * Sends a request to the process of the models and waits for the answer. @throws DeviceHostError when it fails or the
   * process is gone
   */
  readonly ask: <R extends HostRequest>(request: R) => Promise<HostAnswers[R['do']]>;
}

/** The part of QEMU's monitor that requests need. */
export type HwMonitor = Pick<QmpClient, 'execute'>;

/** The parties that requests are passed on to. */
export interface Answerers {
  readonly monitor: HwMonitor;
  readonly models: AttachedModels;
}
