import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';

// Logs as people keep them, with what must be said of them, beside the repository as the corpus is.
const logs = fileURLToPath(new URL('../../../../shared/field/logs/', import.meta.url));
const present = existsSync(logs);
if (!present) console.log(`SKIPPED: the field's logs are not at ${logs}`);

interface FieldRow {
  readonly file: string;
  /** The first finding's title, or a pattern of it; empty: no finding. */
  readonly titles: readonly string[];
}

function rows(): readonly FieldRow[] {
  return readFileSync(`${logs}expected.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FieldRow);
}

describe.skipIf(!present)("the field's logs", () => {
  test.each(present ? rows() : [])('$file', ({ file, titles }) => {
    const [first] = findBugs(readFileSync(`${logs}${file}`, 'utf8'));
    if (titles.length === 0) expect(first).toBeUndefined();
    for (const title of titles) expect(first?.title).toMatch(title === first?.title ? title : new RegExp(title));
  });
});
