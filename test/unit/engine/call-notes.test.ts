import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { callNotes, exportedSymbols } from '../../../src/engine/call-notes.ts';
import { suite } from '../plan/plan-request.ts';

const modules = [{ name: 'edu', imports: new Set(['__kmalloc_cache_noprof', 'my_alloc']) }];
const lineOf = (text: string, index: number): { text: string; file: string; line: number } => ({
  text,
  file: '/s/edu/info/failable',
  line: index + 1,
});
const edu = suite('/s/edu', ['a'], { failable: ['my_alloc NULL', 'misc_register EBUSY', 'my_aloc NULL'].map(lineOf) });

it('name the lines of functions that neither the modules nor the kernel have', () => {
  const kernelSymbols = new Set(['misc_register']);
  expect(callNotes({ suite: edu, faults: [], modules, kernelSymbols })).toEqual([
    '/s/edu/info/failable:3: no module of edu calls my_aloc, and this kernel does not have it',
  ]);
  expect(callNotes({ suite: edu, faults: [], modules, kernelSymbols: undefined })).toEqual([]);
});

it('name faults that can hit no call in this kernel, and kernels that have the function', () => {
  const faults = [
    { text: 'call-fail function=kzalloc', file: 'f', line: 1 },
    { text: 'call-fail function=kmalloc_trace nth=2', file: 'f', line: 2 },
    { text: 'irq-drop', file: 'f', line: 3 },
    { text: 'call-fail group=rtc id=x', file: 'f', line: 0 },
  ];
  expect(callNotes({ suite: suite('/s/edu', []), faults, modules, kernelSymbols: undefined })).toEqual([
    'f:2: the modules of edu call nothing of function=kmalloc_trace in this kernel; kmalloc_trace is in 6.1 to 6.9',
    '--fault: the modules of edu call nothing of group=rtc in this kernel',
  ]);
});

it('know the symbols of a kernel from its headers, if these have them', () => {
  const directory = mkdtempSync(join(tmpdir(), 'qdt-symbols-'));
  try {
    expect(exportedSymbols({ makeArgs: ['-C', directory, '-f', 'x'] })).toBeUndefined();
    writeFileSync(
      join(directory, 'Module.symvers'),
      '0x12\tmisc_register\tvmlinux\tEXPORT_SYMBOL\t\n0x13\tkfree\tvmlinux\tEXPORT_SYMBOL\t\n',
    );
    expect(exportedSymbols({ makeArgs: ['-C', directory] })).toEqual(new Set(['misc_register', 'kfree']));
    expect(exportedSymbols({ makeArgs: [] })).toBeUndefined();
  } finally {
    rmSync(directory, { recursive: true });
  }
});
