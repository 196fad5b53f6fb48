/** A line of `info/kernel-config`: what the kernel's configuration must say. */
export interface ConfigWish {
  /** Without `CONFIG_`. */
  readonly symbol: string;
  /** `y`, `m`, `n`, a number, or a text in its quotes. */
  readonly value: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The meaning of a line of a configuration; undefined: it has none. */
export function parseConfigLine(text: string): Pick<ConfigWish, 'symbol' | 'value'> | 'comment' | undefined {
  const line = text.trim();
  const [, unset] = /^#\s*CONFIG_(\w+) is not set$/.exec(line) ?? [];
  if (unset !== undefined) return { symbol: unset, value: 'n' };
  if (line === '' || line.startsWith('#')) return 'comment';
  const [, symbol, value] = /^CONFIG_(\w+)=([ymn]|-?\d+|0x[\da-fA-F]+|"(?:[^"\\]|\\.)*")(?:\s+#.*)?$/.exec(line) ?? [];
  return symbol === undefined || value === undefined ? undefined : { symbol, value };
}
