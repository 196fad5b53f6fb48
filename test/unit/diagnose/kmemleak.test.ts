import { expect, it } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { kernelLog } from './kernel-log.ts';

/** As a 6.12 kernel and the agent's scan write it. */
const found = (count: number): readonly string[] => [
  `kmemleak: ${count} new suspected memory leaks (see /sys/kernel/debug/kmemleak)`,
  ...Array.from({ length: count }, (_, index) => [
    `unreferenced object 0xffff888007c2ed0${index} (size 128):`,
    '  comm "insmod", pid 44, jiffies 4294899125',
    '  hex dump (first 32 bytes):',
    '    00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00  ................',
    '  backtrace (crc 0):',
    '    __kmalloc_cache_noprof+0x1f9/0x350',
    '    toy_fill+0x38/0x60 [toy]',
    '    0xffffffffa00070af',
    '    do_one_initcall+0xc0/0x380',
  ]).flat(),
];

it('the leaks of a scan are one finding, named after who allocated the first object', () => {
  const bugs = findBugs(kernelLog(['qdt: scan for leaks begins', ...found(3), 'qdt: scan for leaks ended']));
  expect(bugs.map(({ kind, title }) => [kind, title])).toEqual([['memory-leak', 'memory leak in toy_fill']]);
});

it('a count without objects is a finding, too', () => {
  expect(findBugs(kernelLog(found(0))).map(({ title }) => title)).toEqual(['memory leak']);
});
