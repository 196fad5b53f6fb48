import type { QmpClient } from '../machine/qmp/client.ts';
import type { HostAnswers, HostRequest } from '../device-host/control-protocol.ts';

/** What was asked for is not done: it is forbidden, or could not be. The message is for the test's author. */
export class HwRefusal extends Error {
  override readonly name = 'HwRefusal';
}

/** It was not asked for as it has to be. */
export class HwUsage extends Error {
  override readonly name = 'HwUsage';
}

/**
 * The device models of one machine, as its run sees them. Ids are those of `info/devices`: the process of the models
 * serves one machine at a time.
 */
export interface AttachedModels {
  readonly ids: readonly string[];
  /**
   * Asks the process of the models, and waits for the answer.
   * @throws DeviceHostError when it cannot be done, or the process is gone.
   */
  readonly ask: <R extends HostRequest>(request: R) => Promise<HostAnswers[R['do']]>;
}

/** QEMU's monitor, as far as requests need it. */
export type HwMonitor = Pick<QmpClient, 'execute'>;

/** Who is asked for what a request needs. */
export interface Answerers {
  readonly monitor: HwMonitor;
  readonly models: AttachedModels;
}
