import { bounds } from '../../bounds/bounds.ts';

/** Where a guest records what runs: physical memory. */
export interface CoveragePlace {
  readonly address: number;
  readonly bytes: number;
}

export interface PlaceListener {
  readonly hear: (line: Buffer) => void;
  readonly place: () => CoveragePlace | undefined;
}

const maxChars = 200;
const needle = 'qdt-coverage: ';

/**
 * Listens to a console for the line of the recorder (guest/coverage/coverage.c). The first one counts: it comes while
 * the machine boots, before anything of a test runs.
 */
export function listenForPlace(): PlaceListener {
  let found: CoveragePlace | undefined;
  return {
    hear: (bytes) => {
      if (found !== undefined) return;
      const line = bytes.toString('latin1', 0, maxChars);
      if (line.includes(needle)) found = placeIn(line);
    },
    place: () => found,
  };
}

function placeIn(line: string): CoveragePlace | undefined {
  const [, size, at] = /qdt-coverage: (\d{1,8}) bytes at 0x([\da-f]{1,12})\b/.exec(line) ?? [];
  const [bytes, address] = [Number(size), Number.parseInt(at ?? '', 16)];
  return bytes > 0 && bytes <= bounds.coverage.memoryBytes && address > 0 ? { address, bytes } : undefined;
}
