import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { suiteFields, testFields } from '../../../src/suite/info-fields.ts';
import { executable, goodTest, parseSketch, problemsOf, type Sketch } from './memory-tree.ts';

const page = readFileSync(new URL('../../../docs/suite-format.md', import.meta.url), 'utf8');

describe('docs/suite-format.md', () => {
  it('lists exactly the fields that the parser knows', () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (✓?) ?\| (✓?) ?\|/gm)].map(([, field, inSuite, inTest]) => ({
      field,
      inSuite,
      inTest,
    }));
    expect(
      rows
        .filter(({ inSuite }) => inSuite === '✓')
        .map(({ field }) => field)
        .sort(),
    ).toEqual([...suiteFields].sort());
    expect(
      rows
        .filter(({ inTest }) => inTest === '✓')
        .map(({ field }) => field)
        .sort(),
    ).toEqual([...testFields].sort());
  });

  const examples = [...page.matchAll(/^```\n(# tests\/(?:([a-z-]+)\/)?info\/([a-z-]+)\n[^`]*)```$/gm)];

  it('has examples', () => {
    expect(examples.map(([, , test, field]) => `${test ?? ''}/${field ?? ''}`)).toEqual([
      'transfer/each',
      '/modules',
      '/kernel-modules',
      '/kernel-config',
      '/qemu-args',
      'dma-past-mask/qemu-args',
      '/devices',
      'broken-transfer/faults',
      'dma-past-mask/tags',
      'dma-past-mask/expect-console',
      '/leaks',
    ]);
  });

  it.each(examples.map(([, content = '', test, field = '']) => [field, test, content] as const))(
    'has an example of %s that is right',
    (field, test, content) => {
      const info = { [field]: content };
      const suite: Readonly<Record<string, Sketch>> =
        test === undefined ? { info, probe: goodTest } : { [test]: { ...goodTest, info } };
      const parse = parseSketch(
        { ...suite, ...(field === 'devices' ? { models: { 'tdc.ts': '' } } : {}) },
        { driver: { Makefile: '', helper: { Kbuild: '' } } },
      );
      expect(problemsOf(parse)).toEqual([]);
    },
  );

  it('begins with a test that is one', () => {
    const script = /cat > tests\/probe\/run\n(#!.*?)\$ chmod/s.exec(page)?.[1] ?? '';
    expect(script).toContain('#!/bin/sh');
    expect(problemsOf(parseSketch({ probe: { run: executable(script) } }))).toEqual([]);
  });
});
