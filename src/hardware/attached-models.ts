import type { HostAnswers, HostRequest } from '../device-host/control-protocol.ts';

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
