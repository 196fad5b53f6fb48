import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ChannelName } from '../../src/machine/machine-spec.ts';
import type { QemuInstall } from '../../src/provision/provisioned.ts';

/**
 * What the fake QEMU does, told by a test. Without anything said it is a guest in which all goes well: it boots, does
 * each command, runs each stage with exit status 0 and powers off.
 */
export interface Scenario {
  /** Before QEMU's greeting. */
  readonly atStart?: readonly Step[];
  /** `none`: the monitor stays silent; any other text is said instead of the greeting. */
  readonly greeting?: string;
  /** QMP commands that are refused, with QEMU's error class and description. */
  readonly refusedCommands?: Readonly<Record<string, { readonly class: string; readonly desc: string }>>;
  /** QMP commands that are answered with a value, and what happens then, also to a guest that hangs. */
  readonly monitor?: Readonly<Record<string, { readonly return?: unknown; readonly then?: readonly Step[] }>>;
  /** What is done when a QMP command comes, before it is answered; after `hang` it is not. */
  readonly atMonitor?: Readonly<Record<string, readonly Step[]>>;
  /** Every command of the host is written to QEMU's own output, too. */
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
  /** What is different in a machine that is to be saved, and in one that is restored. */
  readonly asTemplate?: Omit<Scenario, 'asTemplate' | 'asClone'>;
  readonly asClone?: Omit<Scenario, 'asTemplate' | 'asClone'>;
}

export type Step =
  /** Text on a channel; `$TOKEN` becomes the session's token, `$MARK` the end mark of the artifacts. */
  | { readonly say: ChannelName; readonly text: string }
  /** Bytes on a channel. */
  | { readonly say: ChannelName; readonly base64: string }
  /** So many bytes of text lines on a channel. */
  | { readonly flood: ChannelName; readonly bytes: number }
  /** A line of the agent, with the token before it. */
  | { readonly agent: string }
  | { readonly event: string; readonly data?: Readonly<Record<string, unknown>> }
  /** Heartbeats from now on. */
  | { readonly beatEveryMs: number }
  | { readonly sleepMs: number }
  /** A file of its own in this directory: so many are there, so often it came to this. */
  | { readonly note: string }
  /** Text on QEMU's own standard error. */
  | { readonly complain: string }
  | { readonly closeChannel: ChannelName }
  /** Says nothing more on it, and still listens. */
  | { readonly endChannel: ChannelName }
  /** Something in the test's folder that is a directory, a file, a directory … from now on, as fast as it goes. */
  | { readonly flicker: string }
  /** Directories one in the other in the test's folder, deeper than any path reaches. */
  | { readonly deepen: string }
  /** A file at an absolute path, as QEMU itself writes one. */
  | { readonly writeOutside: string; readonly bytes: number }
  /** A file in the test's folder with these bytes for a name. */
  | { readonly writeNamed: string; readonly bytes: number }
  | { readonly exit: number }
  | { readonly signal: string }
  /** SIGKILL, the first times that any machine of the scenario comes here; `counted` is a directory of the test's. */
  | { readonly killTimes: number; readonly counted: string }
  /** Does nothing more, answers nothing more, lives on. */
  | { readonly hang: true }
  /** What the protocol says of the command at hand. */
  | { readonly asUsual: true }
  /** Something in the test's folder, as a guest leaves it there by way of 9p. */
  | { readonly write: string; readonly content?: string; readonly bytes?: number }
  /** Reads what the host sends on a channel in small pieces, with pauses. */
  | { readonly readSlowly: ChannelName; readonly bytes: number; readonly everyMs: number }
  | { readonly makeFifo: string }
  | { readonly remove: string };

/** The fake, ready to be launched in QEMU's place. `directory`: where its scenario is written. */
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
