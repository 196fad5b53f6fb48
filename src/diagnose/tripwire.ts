import { hasStamp, parseConsoleLine } from './console-line.ts';
import { matchHeader, mayHoldHeader } from './report-header.ts';

/**
 * Says of each console line, as it comes, whether the kernel begins to report a bug there.
 * Where its lines begin with their time, a line without is some program's.
 */
export function createTripwire(): (line: string) => boolean {
  let stampsInUse = false;
  return (line) => {
    stampsInUse ||= hasStamp(line);
    if (!mayHoldHeader(line)) return false;
    return parseConsoleLine(line).some(({ text, stamped }) => (stamped || !stampsInUse) && beginsReport(text, stamped));
  };
}

function beginsReport(text: string, stamped: boolean): boolean {
  const proof = matchHeader(text)?.kind.proof;
  if (proof === 'stack') return false;
  return proof === undefined ? matchHeader(text) !== undefined : stamped;
}
