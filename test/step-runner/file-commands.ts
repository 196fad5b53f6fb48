/**
 * What a step wrote to GITHUB_OUTPUT or GITHUB_STATE: actions/runner, FileCommandManager.cs (`name=value` and
 * `name<<END`).
 */
export function readKeyValues(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    if (heredoc === null) {
      const equals = line.indexOf('=');
      if (equals <= 0) throw new Error(`the runner refuses the line ${JSON.stringify(line)}`);
      values[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    const end = lines.indexOf(heredoc[2] ?? '', at + 1);
    if (end < 0) throw new Error(`the runner finds no end of ${JSON.stringify(heredoc[1])}`);
    values[heredoc[1] ?? ''] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return values;
}

const maxSummaryBytes = 1024 * 1024;

/** A summary that is too large is dropped as a whole. */
export function keptSummary(text: string): string | undefined {
  return Buffer.byteLength(text) > maxSummaryBytes ? undefined : text;
}
