import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageInfo from '../../../package.json' with { type: 'json' };
import { inputTable as actionInputs } from '../../../src/action/input-table.ts';
import { inputTable, inputVariable } from '../../../src/gitlab/input-table.ts';
import { places } from '../../../src/gitlab/places.ts';
import { root } from '../../step-runner/action-file.ts';
import { readComponent } from './component.ts';

const { text, inputs } = readComponent();
const own = ['cache', 'expire-in', 'tool', 'image', 'tags', 'stage', 'job'];

describe('templates/driver-test.yml', () => {
  it('gives each of its inputs to the program, or uses it itself', () => {
    for (const { name } of inputs) expect(text).toContain(`$[[ inputs.${name} ]]`);
    const given = inputs.filter(({ name }) => !own.includes(name)).map(({ name, type }) => ({ name, type }));
    const read = inputTable.filter(({ name }) => name !== 'merge').map(({ name, type }) => ({ name, type }));
    expect(given.toSorted(byName)).toEqual(read.toSorted(byName));
  });

  it('sets the variables that the program reads, and no others', () => {
    const set = new Set([...text.matchAll(/^ +(QDT_INPUT_\w+):/gm)].map(([, name]) => name));
    expect([...set].sort()).toEqual(inputTable.map(({ name }) => inputVariable(name)).sort());
  });

  it('requires no input, because suite or modules is enough', () => {
    expect(inputs.filter(({ hasDefault }) => !hasDefault)).toEqual([]);
  });

  it('collects the files that the program writes', () => {
    for (const path of Object.values(places)) expect(text).toContain(path);
  });

  it('runs the package of this version', () => {
    expect(text).toContain(`default: ${packageInfo.name}@${packageInfo.version}\n`);
  });

  it('has the inputs of the Action that concern the tests, by the same names and options', () => {
    const options = new Map(inputTable.map((entry) => [entry.name as string, 'option' in entry ? entry.option : '']));
    const elsewhere = ['shard', 'annotations', 'summary', 'upload', 'artifact-name', 'retention-days', 'cache'];
    // In GitLab the self-test is a job of its own: docs/selftest.md.
    const notThere = [...elsewhere, 'kvm-permissions', 'token', 'selftest'];
    for (const entry of actionInputs) {
      if (notThere.includes(entry.name)) continue;
      // In GitLab, `tags` are those of the runners.
      const name = entry.name === 'tags' ? 'test-tags' : entry.name;
      expect([entry.name, options.get(name)]).toEqual([entry.name, 'option' in entry ? entry.option : '']);
    }
  });

  it('is what the documentation says', () => {
    const page = readFileSync(join(root, 'docs/gitlab.md'), 'utf8');
    const table = /<!-- inputs:begin[^\n]*-->\n([^]*?)\n<!-- inputs:end -->/.exec(page)?.[1];
    expect(table).toBe(
      [
        '| input | type | |',
        '|---|---|---|',
        ...inputs.map(
          ({ name, type, description }) => `| \`${name}\` | ${type} | ${description.replaceAll('|', '\\|')} |`,
        ),
      ].join('\n'),
    );
  });
});

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name);
}
