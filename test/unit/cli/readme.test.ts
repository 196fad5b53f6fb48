import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { optionUsage } from '../../../src/cli/help.ts';
import { commands } from '../../../src/command/option-table.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

describe('README.md', () => {
  it('has every option of run as the program knows it', () => {
    const options = commands.find(({ name }) => name === 'run')?.options ?? [];
    const rows = options.map((option) => {
      const usage = optionUsage(option).replaceAll('|', '\\|');
      return `| \`${usage}\` | ${option.help}${option.repeatable === true ? ' (repeatable)' : ''} |`;
    });
    const table = /<!-- options:begin[^\n]*-->\n([^]*?)\n<!-- options:end -->/.exec(readme)?.[1];
    expect(table).toBe(['| option | |', '|---|---|', ...rows].join('\n'));
  });

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(5);
    for (const link of links)
      expect(() => readFileSync(join(import.meta.dirname, '../../..', link))).not.toThrow(/ENOENT/);
  });
});
