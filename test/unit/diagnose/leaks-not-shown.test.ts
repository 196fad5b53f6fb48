import { describe, expect, it } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { leaksNotShown } from '../../../src/diagnose/leaks-not-shown.ts';

const header = 'qdt-ledger: leak of 64 bytes from kmalloc in edu_open [edu]: 1 times, 64 bytes in all';
const leak = `${header}\nCall Trace:\n edu_open+0x12/0x60 [edu]`;
const onConsole = (first: string): string =>
  [first, 'Call Trace:', ' edu_open+0x12/0x60 [edu]'].map((line) => `[    3.214000] ${line}`).join('\n');

describe('a leak that the ledger told the host', () => {
  it('is not told twice if the console shows it', () => {
    const console = onConsole(header);
    expect(leaksNotShown({ leaks: [leak] }, console, findBugs(console))).toEqual([]);
  });

  it('is a finding if the console lost a part of it', () => {
    const console = onConsole('qdt-ledger: leak of 64 byen [edu]: 1 times, 64 bytes in all');
    expect(leaksNotShown({ leaks: [leak] }, console, findBugs(console))).toMatchObject([
      { kind: 'leak', title: 'leak of 64 bytes from kmalloc in edu_open', line: 3 },
    ]);
  });

  it('is none if there was none', () => {
    expect(leaksNotShown({}, '', [])).toEqual([]);
  });
});
