import { type CommandEntry, commands, type OptionEntry } from '../command/option-table.ts';

/** What `qemu-driver-test --help` prints. */
export function generalHelp(version: string): string {
  const width = Math.max(...commands.map((command) => usage(command).length));
  return [
    `qemu-driver-test ${version}: a pristine kernel for every driver test`,
    '',
    'Usage: qemu-driver-test COMMAND …',
    '',
    ...commands.map((command) => `  ${usage(command).padEnd(width)}   ${command.summary}`),
    '',
    'Each command has --help. --version prints the version.',
    '',
    'Exit status: 0 every test as expected · 1 a test was not · 2 wrong usage or invalid suite · 69 nothing ' +
      'could be concluded',
    '',
  ].join('\n');
}

/** What `qemu-driver-test COMMAND --help` prints. */
export function commandHelp(command: CommandEntry): string {
  const width = Math.max(...command.options.map((option) => optionUsage(option).length));
  return [
    `Usage: qemu-driver-test ${command.name} [OPTIONS] ${command.operands}`.trimEnd(),
    '',
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    '',
    ...command.options.map(
      (option) =>
        `  ${optionUsage(option).padEnd(width)}   ${option.help}${option.repeatable === true ? ' (repeatable)' : ''}`,
    ),
    '',
  ].join('\n');
}

function usage({ name, operands }: CommandEntry): string {
  return `${name} ${operands}`.trimEnd();
}

/** `--jobs N`, `--shuffle[=SEED]`. */
export function optionUsage({ name, value, isValueOptional }: OptionEntry): string {
  if (isValueOptional === true) return `--${name}[=${value ?? ''}]`;
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
