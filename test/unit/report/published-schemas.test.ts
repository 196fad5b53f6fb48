import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { publishedSchemas } from '../../../scripts/published-schemas.ts';

const directory = new URL('../../../schema/', import.meta.url);
const made = publishedSchemas();

it('there is a schema of each format, and no other', () => {
  expect(readdirSync(directory).sort()).toEqual(Object.keys(made).sort());
});

it.each(Object.entries(made))('%s is what the formats make; if not: npm run schemas', (name, text) => {
  expect(readFileSync(new URL(name, directory), 'utf8')).toBe(text);
});
