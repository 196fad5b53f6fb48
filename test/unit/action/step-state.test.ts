import { describe, expect, it } from 'vitest';
import { formatState, parseState, type StepState } from '../../../src/action/step-state.ts';

const asset = { name: `qemu-${'a'.repeat(64)}`, sha256: 'b'.repeat(64), bytes: 12, key: 'k' };
const full: StepState = {
  cache: {
    request: 'c'.repeat(32),
    assets: [asset.name],
    documents: ['kernel/debian:6.12'],
    known: { indexKey: 'i', assets: [asset], discarded: [] },
  },
  upload: { directory: '/tmp/out', name: 'drivers', retentionDays: 3 },
  unreported: '/tmp/out',
};

function parsed(text: string | undefined): {
  readonly state: StepState | undefined;
  readonly warnings: readonly string[];
} {
  const warnings: string[] = [];
  return { state: parseState(text, (message) => warnings.push(message)), warnings };
}

describe('what main leaves to post', () => {
  it.each([
    full,
    { cache: undefined, upload: undefined, unreported: undefined },
    {
      cache: { request: 'c', assets: [], documents: [], known: { indexKey: undefined, assets: [], discarded: [] } },
      upload: { directory: '/a', name: 'b', retentionDays: undefined },
      unreported: undefined,
    },
  ] satisfies readonly StepState[])('is read back unchanged: %j', (state) => {
    expect(parsed(formatState(state))).toEqual({ state, warnings: [] });
  });

  it.each([undefined, ''])('is nothing when main wrote nothing: %j', (text) =>
    expect(parsed(text)).toEqual({ state: undefined, warnings: [] }),
  );

  it.each([
    ['{', /expected JSON/],
    ['['.repeat(200_000), /at most 100 levels/],
    ['null', /expected an object, found null/],
    [JSON.stringify({ unreported: 'relative' }), /state: unreported: expected an absolute path/],
    [
      JSON.stringify({ upload: { directory: '../relative', name: 'x' } }),
      /state: upload\.directory: expected an absolute path/,
    ],
    [
      JSON.stringify({ upload: { directory: '/a', name: 'x', retentionDays: -1 } }),
      /retentionDays: expected a whole number/,
    ],
    [JSON.stringify({ cache: { ...full.cache, request: '../../x' } }), /cache\.request: expected a request/],
    [
      JSON.stringify({ cache: { ...full.cache, known: { assets: [{ ...asset, name: '../x' }], discarded: [] } } }),
      /cache\.known\.assets\[0\]\.name/,
    ],
    [JSON.stringify({ ...full, more: 1 }), /more: expected no such field/],
  ])('is not used when it is something else: %.60j', (text, reason) => {
    const { state, warnings } = parsed(text);
    expect(state).toBeUndefined();
    expect(warnings).toEqual([expect.stringMatching(reason)]);
  });
});
