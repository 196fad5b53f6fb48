import type { CommandHost } from '../../../src/command/command-host.ts';
import { commands } from '../../../src/command/option-table.ts';
import { parseArguments } from '../../../src/command/parse-arguments.ts';

/** A host of commands that keeps what they say. */
export interface Command {
  readonly host: CommandHost;
  readonly written: () => string;
  readonly complaints: () => string;
}

export function commandIn(cwd: string): Command {
  let written = '';
  let complained = '';
  const host: CommandHost = {
    installation: {
      version: '0',
      guestDirectory: '/g',
      forkServer: '/fork-server.so',
      smokeDirectory: '/m',
      deviceHostProgram: '/d',
      judgeProgram: '/j',
      selftestDirectory: '/s',
    },
    invocation: ['qemu-driver-test'],
    cwd,
    write: (text) => {
      written += text;
    },
    complain: (text) => {
      complained += text;
    },
    isTty: false,
    color: false,
    columns: () => 100,
    onSignal: () => undefined,
    exit: () => {
      throw new Error('exit');
    },
  };
  return { host, written: () => written, complaints: () => complained };
}

/** Words of a command line, parsed by the command's own table. */
export function wordsOf(name: string, words: readonly string[]): ReturnType<typeof parseArguments> {
  const command = commands.find((entry) => entry.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return parseArguments(command, words);
}
