import type { SpiCommand } from './spi-definition.ts';

/** The name of an exchange whose first byte is no command of the model. */
export const otherExchange = 'other';

/** What exchanges are called, by their first byte. */
export interface CommandNames {
  readonly all: readonly string[];
  /** Undefined: no command of the model. */
  readonly find: (sent: Buffer) => string | undefined;
}

export function commandNames(commands: Readonly<Record<string, SpiCommand>>): CommandNames {
  const specs = Object.entries(commands).map(([name, spec]) => {
    const { code, mask = 0xff } = typeof spec === 'number' ? { code: spec } : spec;
    return { name, code: code & mask, mask };
  });
  return {
    all: [...specs.map(({ name }) => name), otherExchange],
    find: ([first]) =>
      first === undefined ? undefined : specs.find(({ code, mask }) => (first & mask) === code)?.name,
  };
}
