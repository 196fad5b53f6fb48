import { secretToken } from '../host/clock.ts';
import { keepGroup, letGroupGo } from '../host/process/process-keeper.ts';
import { DebuggerNotice, nodeWithDebugger } from '../host/process/stack-of-node.ts';
import { type ProcessExit, startSupervised, type SupervisedProcess } from '../host/process/supervised-process.ts';
import {
  deviceHostLimits,
  type DeviceHostLimits,
  type HostAnswers,
  type HostEvent,
  type HostRequest,
  settingNames,
} from './control-protocol.ts';
import { HostConnection } from './host-connection.ts';
import type { ModelTrouble } from './model-trouble.ts';

/** The process of the models, as the runner sees it. Disposing kills it. */
export interface DeviceHostProcess extends Disposable {
  readonly pid: number | undefined;
  /**
   * Sends a request and waits for the answer, up to a time limit, after which the process is killed.
   * @throws DeviceHostError when the request fails or the process is gone
   */
  readonly ask: <R extends HostRequest>(request: R) => Promise<HostAnswers[R['do']]>;
  /**
   * Resolves when it becomes unusable: it has ended, or violated the protocol and was killed. Its devices then read all
   * ones.
   */
  readonly broken: Promise<ModelTrouble>;
  readonly exited: Promise<ProcessExit>;
  /** Resolves when all of its output has arrived. */
  readonly outputEnded: Promise<void>;
}

export interface DeviceHostLaunch {
  /** `device-host.mjs` of our distribution. */
  readonly program: string;
  /** Absent: our version of Node. */
  readonly node?: string;
  /** Receives the output of models. */
  readonly onOutput: (chunk: Buffer) => void;
  readonly onEvent: (event: HostEvent) => void;
  readonly limits?: Partial<DeviceHostLimits>;
  /** Where the processes of a run keep the texts of models without types for each other. */
  readonly texts?: string;
}

/**
 * Starts the process. A process that cannot be started counts as one that breaks at once. @throws SystemError when this
 * process may not open enough files
 */
export function startDeviceHost({
  program,
  node = process.execPath,
  onOutput,
  onEvent,
  limits: given = {},
  texts,
}: DeviceHostLaunch): DeviceHostProcess {
  const limits = { ...deviceHostLimits, ...given };
  const key = secretToken();
  let printed = '';
  const notice = new DebuggerNotice();
  const child = startSupervised({
    argv: [node, ...nodeWithDebugger, program],
    env: {
      [settingNames.key]: key,
      [settingNames.loadLimitMs]: String(limits.loadMs),
      ...(texts === undefined ? {} : { [settingNames.texts]: texts }),
    },
    channelCount: 1,
    onOutput: (chunk) => {
      printed = `${printed}${chunk.subarray(-keptOutputBytes).toString('utf8')}`.slice(-keptOutputBytes);
      notice.push(chunk);
      onOutput(chunk);
    },
  });
  keepUntilExit(child);
  const [control] = child.channels;
  if (control === undefined)
    throw new Error('Internal error: the process of the models was started without its channel');
  const connection = new HostConnection({ child, control, key, limits, onEvent, notice, printed: () => printed });
  return {
    pid: child.pid,
    // The protocol defines the type of the answer to each request.
    ask: connection.ask as DeviceHostProcess['ask'],
    broken: connection.broken,
    exited: child.exited,
    outputEnded: child.outputEnded,
    [Symbol.dispose]: () =>
      connection.giveUp({ kind: 'model', detail: 'its process was stopped, because it is no longer needed' }),
  };
}

/** A process that is stuck does not notice that we are gone. */
function keepUntilExit({ pid, exited }: SupervisedProcess): void {
  if (pid === undefined) return;
  keepGroup(pid);
  void exited.then(() => letGroupGo(pid));
}

/** For the reason of its end. */
const keptOutputBytes = 8 * 1024;
