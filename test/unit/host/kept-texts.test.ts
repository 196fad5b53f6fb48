import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { KeptTexts } from '../../../src/host/files/kept-texts.ts';

const directory = mkdtempSync(join(tmpdir(), 'qdt-texts-'));

afterAll(() => rmSync(directory, { recursive: true }));

it('finds what was kept for the same text, and nothing for another one', () => {
  const texts = new KeptTexts(directory);
  expect(texts.find('let a: number;')).toBeUndefined();
  texts.keep('let a: number;', 'let a;');
  expect(new KeptTexts(directory).find('let a: number;')).toBe('let a;');
  expect(texts.find('let a: string;')).toBeUndefined();
});

it('keeps nothing without a directory', () => {
  const texts = new KeptTexts(undefined);
  texts.keep('let a: number;', 'let a;');
  expect(texts.find('let a: number;')).toBeUndefined();
});

it('works without room for a text', () => {
  const texts = new KeptTexts(join(directory, 'missing'));
  texts.keep('let a: number;', 'let a;');
  expect(texts.find('let a: number;')).toBeUndefined();
});
