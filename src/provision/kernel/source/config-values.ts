import { type ConfigValues, readConfigLine } from '../../../plan/config-wish.ts';

/** Reads a `.config`. Lines that are none of a configuration are passed over. */
export function parseConfig(text: string): ConfigValues {
  const values = new Map<string, string>();
  for (const line of text.split('\n')) {
    const read = readConfigLine(line);
    if (read !== undefined) values.set(read.symbol, read.value);
  }
  return values;
}

export function valueIn(values: ConfigValues, symbol: string): string {
  return values.get(symbol) ?? 'n';
}

/** A line of a configuration as kbuild writes it. */
export function configLine(symbol: string, value: string): string {
  return value === 'n' ? `# CONFIG_${symbol} is not set` : `CONFIG_${symbol}=${value}`;
}

/**
 * Whether a configuration has what is wished. A driver that is wished as a module may be built in; with `either`, one
 * that is wished built in may be a module, too.
 */
export function isGranted(wished: string, found: string, either = false): boolean {
  if (wished === found) return true;
  if (wished === 'm') return found === 'y';
  if (wished === 'y') return either && found === 'm';
  // An empty text is what kbuild writes for a text that nobody set.
  if (wished === 'n') return found === '""';
  return false;
}
