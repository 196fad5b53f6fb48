import { type ConfigWish, parseConfigLine } from '../suite/config-line.ts';

export type { ConfigWish };

/** The values of a kernel's configuration by symbol, without `CONFIG_`. What it does not name is `n`. */
export type ConfigValues = ReadonlyMap<string, string>;

/** A line of a configuration; undefined: it says nothing about a symbol. */
export function readConfigLine(text: string): Pick<ConfigWish, 'symbol' | 'value'> | undefined {
  const read = parseConfigLine(text);
  return read === 'comment' ? undefined : read;
}
