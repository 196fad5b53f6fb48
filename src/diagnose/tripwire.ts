import { bounds } from '../bounds/bounds.ts';
import { hasStamp, parseConsoleLine } from './console-line.ts';
import { matchHeader, mayHoldHeader } from './report-header.ts';

/**
 * Decides for each console line, as it arrives, whether the kernel starts to report a bug. If kernel lines have
 * timestamps, a line without one is a program's.
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
    // The finder will look at the same pieces of an overlong line.
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
