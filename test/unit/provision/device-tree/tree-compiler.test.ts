import { expect, it } from 'vitest';
import { parseFragments } from '../../../../src/provision/device-tree/tree-compiler.ts';
import { overlaySource } from '../../../../src/provision/device-tree/tree-source.ts';

const fragments = [{ file: '/tests/info/device-tree', text: '&thermo0 { gain = <7>; };' }];

it('fragments alone are an overlay, with their own files and lines', () => {
  expect(overlaySource(fragments)).toBe(
    '/dts-v1/;\n/plugin/;\n# 1 "/tests/info/device-tree"\n&thermo0 { gain = <7>; };\n',
  );
});

it('only errors of their syntax count: what they refer to is not there yet', async () => {
  const said = [
    'Error: /tests/info/device-tree:3.15-32 Label or path /pl061@9030000 not found',
    '/tests/info/device-tree:4.1-5: Warning (unit_address_vs_reg): /foo@1: node has a unit name, but no reg',
    'Error: /tests/info/device-tree:8.40-41 syntax error',
    'FATAL ERROR: Unable to parse input tree',
  ];
  const dtc = ['/bin/sh', '-c', `printf '%s\\n' ${said.map((line) => `'${line}'`).join(' ')} >&2; exit 1`] as const;
  expect(await parseFragments(dtc, fragments, new AbortController().signal)).toEqual([
    { kind: 'error', file: '/tests/info/device-tree', line: 8, message: 'syntax error' },
  ]);
});
