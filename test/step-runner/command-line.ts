/** A line that the runner parses as a command: actions/runner, src/Runner.Common/ActionCommand.cs. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const registered = [
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'echo',
  'set-output',
  'save-state',
  'set-env',
  'add-path',
  'stop-commands',
];

/**
 * Parses a line like the runner: `::name …::data` after white space, or the older `##[name …]data` anywhere in a line.
 */
export function parseCommand(line: string, stopToken: string | undefined): RunnerCommand | undefined {
  const known = stopToken === undefined ? registered : [...registered, stopToken];
  const current = /^\s*::([^\s:]+)(?:\s+([^]*?))?::([^]*)$/.exec(line);
  if (current !== null && known.includes(current[1] ?? ''))
    return {
      name: current[1] ?? '',
      properties: propertiesOf(current[2] ?? '', ','),
      data: unescape(current[3] ?? ''),
    };
  const legacy = /##\[([^\s\]]+)(?:\s+([^\]]*))?\]([^]*)$/.exec(line);
  if (legacy !== null && known.includes(legacy[1] ?? ''))
    return { name: legacy[1] ?? '', properties: propertiesOf(legacy[2] ?? '', ';'), data: unescape(legacy[3] ?? '') };
  return undefined;
}

function propertiesOf(text: string, separator: string): Readonly<Record<string, string>> {
  const pairs = text
    .split(separator)
    .map((pair) => pair.trim())
    .filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1))]),
  );
}

function unescape(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
