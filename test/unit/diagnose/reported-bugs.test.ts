import { describe, expect, it } from 'vitest';
import { findBugs, reportedBugs } from '../../../src/diagnose/find-bugs.ts';

const oops = [
  '[    5.100000] BUG: kernel NULL pointer dereference, address: 0000000000000008',
  '[    5.100001] #PF: supervisor write access in kernel mode',
  '[    5.100002] Oops: 0002 [#1] PREEMPT SMP NOPTI',
  '[    5.100003] CPU: 0 PID: 130 Comm: insmod Tainted: G           OE      6.12.0 #1',
  '[    5.100004] RIP: 0010:edu_probe+0x12/0x40 [edu]',
  '[    5.100005] Call Trace:',
  '[    5.100006]  <TASK>',
  '[    5.100007]  platform_probe+0x40/0x90',
].join('\n');

describe('reportedBugs', () => {
  it('names each bug as the verdict will, also of a report that is not complete', () => {
    const title = 'BUG: unable to handle kernel NULL pointer dereference in edu_probe';
    expect(reportedBugs(oops, new Set()).map(({ texts }) => texts[0])).toEqual([title]);
    expect(reportedBugs(oops, new Set())[0]?.texts[1]).toContain('BUG: kernel NULL pointer dereference');
  });

  it('leaves out what the boot of the cell has reported already', () => {
    expect(reportedBugs(oops, new Set(findBugs(oops).map(({ fingerprint }) => fingerprint)))).toEqual([]);
  });
});
