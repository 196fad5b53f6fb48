#!/usr/bin/env node
// The command line's entry: finds the command, loads only what it needs, sets the exit status.
import packageInfo from '../package.json' with { type: 'json' };
import { commandHelp, generalHelp } from './cli/help.ts';
import type { CommandHost } from './command/command-host.ts';
import { type CommandEntry, commands } from './command/option-table.ts';
import { parseArguments, UsageError } from './command/parse-arguments.ts';

// A closed pipe (`| head`) ends the program and its machines, as with any program.
const brokenPipeStatus = 141;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EIO') return;
  if (error.code !== 'EPIPE') throw error;
  process.exit(brokenPipeStatus);
});
// A closed terminal sends SIGHUP, and results are still written then. So a failed write to it (EIO) must not end the
// program.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EIO' && error.code !== 'EPIPE') throw error;
});

const given = process.argv.slice(2);
process.exitCode = await main(given).catch((error: unknown) => explainFailure(error, given));

async function main(words: readonly string[]): Promise<number> {
  const [name = '--help', ...rest] = words;
  if (name === '--help' || name === '-h' || name === 'help') return print(generalHelp(packageInfo.version));
  if (name === '--version') return print(`${packageInfo.version}\n`);
  const command = commands.find((entry) => entry.name === name);
  if (command !== undefined) return runCommand(command, rest);
  throw new UsageError(
    `There is no command ${name}. The commands are: ${commands.map((entry) => entry.name).join(', ')}.`,
    [],
  );
}

async function runCommand(command: CommandEntry, words: readonly string[]): Promise<number> {
  const args = parseArguments(command, words);
  if (args.flag('help')) return print(commandHelp(command));
  const { commandHost } = await import('./command/command-host.ts');
  const host: CommandHost = commandHost({
    version: packageInfo.version,
    guestDirectory: new URL('../guest', import.meta.url).pathname,
    forkServer: new URL('../fork-server/fork-server-x86_64.so', import.meta.url).pathname,
    smokeDirectory: new URL('../smoke', import.meta.url).pathname,
    deviceHostProgram: new URL('device-host.mjs', import.meta.url).pathname,
    judgeProgram: new URL('judge-worker.mjs', import.meta.url).pathname,
    selftestDirectory: new URL('../selftest', import.meta.url).pathname,
  });
  switch (command.name) {
    case 'run':
      return (await import('./cli/run-command.ts')).runCommand(args, host);
    case 'smoke':
      return (await import('./cli/smoke-command.ts')).smokeCommand(args, host);
    case 'init':
      return (await import('./cli/init-command.ts')).initCommand(args, host);
    case 'check':
      return (await import('./cli/check-command.ts')).checkCommand(args, host);
    case 'list':
      return (await import('./cli/list-command.ts')).listCommand(args, host);
    case 'shell':
      return (await import('./cli/shell-command.ts')).shellCommand(args, host);
    case 'sweep':
      return (await import('./cli/sweep-command.ts')).sweepCommand(args, host);
    case 'bisect':
      return (await import('./cli/bisect-command.ts')).bisectCommand(args, host);
    case 'diagnose':
      return (await import('./cli/diagnose-command.ts')).diagnoseCommand(args, host);
    case 'tap':
      return (await import('./cli/tap-command.ts')).tapCommand(args, host);
    case 'merge':
      return (await import('./cli/merge-command.ts')).mergeCommand(args, host);
    case 'report':
      return (await import('./cli/report-command.ts')).reportCommand(args, host);
    case 'history':
      return (await import('./cli/history-command.ts')).historyCommand(args, host);
    case 'gitlab':
      return (await import('./gitlab/gitlab-command.ts')).gitlabCommand(args, host);
    case 'selftest':
      return (await import('./cli/selftest-command.ts')).selftestCommand(args, host);
    case 'doctor':
      return (await import('./cli/doctor-command.ts')).doctorCommand(host);
    default:
      throw new Error(`Internal error: ${command.name} is in the table of commands, but nothing runs it`);
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

async function explainFailure(error: unknown, words: readonly string[]): Promise<number> {
  const { explain, statusForGit } = await import('./command/explain-failure.ts');
  const { message, exitStatus } = explain(error);
  process.stderr.write(`${message}\n`);
  return words[0] === 'bisect' && words.includes('--step') ? statusForGit(exitStatus) : exitStatus;
}
