import { plainText } from './escape-text.ts';

const lastLines = 15;

/** The end of what a machine said, for a person: enough to see what it died of. */
export function lastOfConsole(consoleText: string): readonly string[] {
  const lines = plainText(consoleText)
    .trimEnd()
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.slice(-lastLines).map((line) => `  ${line}`);
}
