import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChannelName } from '../../src/machine/machine-spec.ts';
import type { QemuInstall } from '../../src/provision/provisioned.ts';

/**
 * The behaviour of the fake QEMU. By default it is a healthy guest: it boots, carries out each command, runs each stage
 * with exit status 0 and powers off.
 */
export interface Scenario {
  /** Before QEMU's greeting. */
  readonly atStart?: readonly Step[];
  /** `none`: the monitor stays silent; any other text replaces the greeting. */
  readonly greeting?: string;
  /** QMP commands that are refused, with QEMU's error class and description. */
  readonly refusedCommands?: Readonly<Record<string, { readonly class: string; readonly desc: string }>>;
  /** QMP commands that are answered with a value, and their effects, even for a guest that hangs. */
  readonly monitor?: Readonly<Record<string, { readonly return?: unknown; readonly then?: readonly Step[] }>>;
  /** Steps before the answer to a QMP command; after `hang` there is no answer. */
  readonly atMonitor?: Readonly<Record<string, readonly Step[]>>;
  /** Every command of the host is also written to QEMU's own output. */
  readonly tellCommands?: boolean;
  /**
   * From the greeting until the agent is there. Absent: the console of an uneventful boot, then `ready`. Not in a
   * clone.
   */
  readonly boot?: readonly Step[];
  /**
   * What is done at a command of the host, by the command's line or its first words: `stage run`, `finish`.
   * Absent: what the protocol says.
   */
  readonly at?: Readonly<Record<string, readonly Step[]>>;
  /** Differences in a machine that will be saved, and in a restored one. */
  readonly asTemplate?: ScenarioPart;
  readonly asClone?: ScenarioPart;
  /** Differences in a machine whose kernel is a file called `vmlinux`. */
  readonly asVmlinux?: ScenarioPart;
  /** Differences in a machine on KVM, and in a restored one on KVM. */
  readonly asKvm?: ScenarioPart;
  readonly asKvmClone?: ScenarioPart;
}

type ScenarioPart = Omit<Scenario, 'asTemplate' | 'asClone' | 'asVmlinux' | 'asKvm' | 'asKvmClone'>;

export type Step =
  /** Text on a channel; `$TOKEN` is replaced by the session's token, `$MARK` by the end mark of the artifacts, `$REST`
   * by the mark of a guest at rest.
   */
  | { readonly say: ChannelName; readonly text: string }
  /** Bytes on a channel. */
  | { readonly say: ChannelName; readonly base64: string }
  /** This many bytes of text lines on a channel. */
  | { readonly flood: ChannelName; readonly bytes: number }
  /** A line of the agent, with the token before it. */
  | { readonly agent: string }
  | { readonly event: string; readonly data?: Readonly<Record<string, unknown>> }
  /** Starts heartbeats. */
  | { readonly beatEveryMs: number }
  | { readonly sleepMs: number }
  /** Creates a new file in this directory, to count how often this step was reached. */
  | { readonly note: string }
  /** Text on QEMU's own standard error. */
  | { readonly complain: string }
  | { readonly closeChannel: ChannelName }
  /** Sends nothing more on it, but still listens. */
  | { readonly endChannel: ChannelName }
  /** An entry in the test's folder that changes between directory and file as fast as possible. */
  | { readonly flicker: string }
  /** Nested directories in the test's folder, deeper than any path reaches. */
  | { readonly deepen: string }
  /** A file at an absolute path, as QEMU itself writes one. */
  | { readonly writeOutside: string; readonly bytes: number }
  /** A file in the test's folder with these bytes as its name. */
  | { readonly writeNamed: string; readonly bytes: number }
  | { readonly exit: number }
  | { readonly signal: string }
  /** SIGKILL the first times that any machine of the scenario gets here; `counted` is a directory of the test. */
  | { readonly killTimes: number; readonly counted: string }
  /** The guest resets so many times when machines of the scenario get here, `after` so many that did not. */
  | { readonly resetTimes: number; readonly after?: number; readonly counted: string }
  /** Complains and exits with 1 once so many machines of the scenario were here; `counted` is as above. */
  | { readonly refuseAfter: number; readonly counted: string; readonly complain: string }
  /** Does nothing more, answers nothing more, stays alive. */
  | { readonly hang: true }
  /** The behaviour that the protocol prescribes for the current command. */
  | { readonly asUsual: true }
  /** An entry in the test's folder, as a guest leaves it over 9p. */
  | { readonly write: string; readonly content?: string; readonly bytes?: number }
  /** Reads the host's data on a channel in small pieces, with pauses. */
  | { readonly readSlowly: ChannelName; readonly bytes: number; readonly everyMs: number }
  | { readonly makeFifo: string }
  | { readonly remove: string };

/** The fake, ready to be launched as QEMU. `directory`: the place of its scenario. */
export function fakeQemu(scenario: Scenario, directory: string): QemuInstall {
  const scenarioPath = join(directory, 'scenario.json');
  writeFileSync(scenarioPath, JSON.stringify(scenario));
  const program = fileURLToPath(new URL('fake-qemu.mjs', import.meta.url));
  return {
    spec: 'fake',
    version: '11.1.3',
    sha256: '0'.repeat(64),
    command: [process.execPath, program, scenarioPath],
    imgCommand: undefined,
    firmwareArgs: [],
    env: {},
  };
}
