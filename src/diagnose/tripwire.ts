import { bounds } from '../bounds/bounds.ts';
import { hasStamp, parseConsoleLine } from './console-line.ts';
import { matchHeader, mayHoldHeader } from './report-header.ts';

/**
 * Says of each console line, as it comes, whether the kernel begins to report a bug there.
 * Where its lines begin with their time, a line without is some program's.
 */
export function createTripwire(): (line: string) => boolean {
  let stampsInUse = false;
  const fires = (line: string): boolean => {
    stampsInUse ||= hasStamp(line);
    if (!mayHoldHeader(line)) return false;
    return parseConsoleLine(line).some(({ text, stamped }) => (stamped || !stampsInUse) && beginsReport(text, stamped));
  };
  return (line) => {
    if (line.length <= bounds.lines.chars) return fires(line);
    // The same pieces of an overlong line as the finder looks at later.
    for (let from = 0; from < line.length; from += bounds.lines.chars)
      if (fires(line.slice(from, from + bounds.lines.chars))) return true;
    return false;
  };
}

function beginsReport(text: string, stamped: boolean): boolean {
  const header = matchHeader(text);
  if (header === undefined || header.kind.proof === 'stack') return false;
  return header.kind.proof === undefined || stamped;
}
