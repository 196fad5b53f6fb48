import { describe, expect, it } from 'vitest';
import {
  assetKey,
  indexKey,
  indexKeyPrefix,
  parseIndex,
  requestOf,
  type CacheIndex,
} from '../../../src/action/cache-index.ts';
import { planOf, suite } from '../plan/plan-request.ts';

const asset = { name: `qemu-${'a'.repeat(64)}`, sha256: 'b'.repeat(64), bytes: 5, key: 'k' };
const index: CacheIndex = {
  schema: 'qemu-driver-test/cache-index/1',
  documents: { 'kernel/x': { resolvedAtMs: 1 }, 'durations/y': 1 },
  assets: [asset],
};

describe('the index of a request', () => {
  it('is read back unchanged', () => expect(parseIndex(JSON.parse(JSON.stringify(index)))).toEqual(index));

  it.each([
    undefined,
    {},
    { ...index, schema: 'qemu-driver-test/cache-index/2' },
    { ...index, documents: [] },
    { ...index, assets: [{ ...asset, name: '../../etc' }] },
    { ...index, assets: [{ ...asset, name: `qemu-${'a'.repeat(63)}/` }] },
    { ...index, assets: [{ ...asset, sha256: 'short' }] },
    { ...index, assets: [{ ...asset, bytes: -1 }] },
    { ...index, assets: [{ ...asset, key: 'a,b' }] },
  ])('is not read when it is %j', (value) => expect(parseIndex(value)).toBeUndefined());

  it('is not read when it is more than any index of ours', () => {
    const many = Array.from({ length: 1001 }, () => asset);
    expect(parseIndex({ ...index, assets: many })).toBeUndefined();
    expect(parseIndex({ ...index, assets: [{ ...asset, bytes: 1e300 }] })).toBeUndefined();
    expect(parseIndex({ ...index, assets: [{ ...asset, bytes: 0.5 }] })).toBeUndefined();
    expect(parseIndex({ ...index, documents: { ['\ud800']: 1 } })).toBeUndefined();
    expect(parseIndex({ ...index, documents: { ['/'.repeat(100)]: 1 } })).toBeUndefined();
    expect(
      parseIndex({
        ...index,
        documents: Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`d${at}`, at])),
      }),
    ).toBeUndefined();
  });

  it('gets another key for another asset or document, and none for how long tests took', () => {
    const key = indexKey('r', index);
    expect(key.startsWith(indexKeyPrefix('r'))).toBe(true);
    expect(indexKey('r', { ...index, documents: { ...index.documents, 'durations/y': 2 } })).toBe(key);
    expect(indexKey('r', { ...index, documents: { ...index.documents, 'kernel/x': { resolvedAtMs: 2 } } })).not.toBe(
      key,
    );
    expect(indexKey('r', { ...index, assets: [{ ...asset, key: 'other' }] })).not.toBe(key);
    expect(indexKey('s', index)).not.toBe(key);
  });

  it('lists keys that the service takes', () => {
    expect(assetKey(asset, '-12345678')).toMatch(/^[\w-]{1,300}$/);
    expect(assetKey(asset)).not.toBe(assetKey(asset, '-12345678'));
  });
});

describe('requestOf', () => {
  it('is the same for the same kernels, QEMU and suites, wherever the checkout lies', () => {
    const own = (directory: string): string =>
      requestOf(planOf([suite(`${directory}/edu`, ['a', 'b'])]), (path) => path.slice(directory.length));
    expect(own('/here')).toBe(own('/there/deep'));
    const other = requestOf(planOf([suite('/here/other', ['a'])]), (path) => path.slice('/here'.length));
    expect(other).not.toBe(own('/here'));
  });
});
