import { describe, expect, it } from 'vitest';
import {
  type DiskAccess,
  diskFaultCatalogue,
  DiskFaults,
  parseDiskFault,
} from '../../../src/hardware/disk/disk-fault.ts';

const read = (sector: number, count = 1): DiskAccess => ({ kind: 'read', sector, count });

describe('parseDiskFault', () => {
  it('reads what, where and when', () => {
    expect(parseDiskFault('write-torn sectors=8-15 keep=3 error=EIO nth=2 id=half')).toEqual({
      id: 'half',
      text: 'write-torn sectors=8-15 keep=3 error=EIO nth=2 id=half',
      target: 'write',
      effect: { kind: 'torn', keep: 3, error: 'EIO' },
      sectors: { from: 8, to: 15 },
      trigger: { kind: 'nth', nth: 2 },
    });
    expect(parseDiskFault('read-late by=1.5s')).toMatchObject({
      id: 'read-late',
      effect: { kind: 'late', byMs: 1500 },
      sectors: undefined,
      trigger: { kind: 'always' },
    });
  });

  it.each([
    ['burn', `unknown disk fault "burn"; the faults are ${[...diskFaultCatalogue.keys()].join(', ')}`],
    ['read-fail error=EPERM', 'error: expected EIO or ENOSPC, found "EPERM"'],
    ['read-fail sectors=9-8', 'sectors: expected sectors of 512 bytes such as 8-15 (the lower one first), found "9-8"'],
    [
      'read-fail keep=1',
      'read-fail has no setting "keep"; its settings are error, sectors, id, nth, from, every, ' + 'probability, seed',
    ],
    [
      'flush-fail sectors=1',
      'flush-fail has no setting "sectors"; its settings are error, id, nth, from, every, probability, ' + 'seed',
    ],
    ['read-fail nth=0', 'nth: expected a whole number from 1, found "0"'],
    ['read-late by=1h', 'by: expected a time such as 100us, 5ms or 1s, up to 20s, found "1h"'],
    ['read-fail sectors', 'expected key=value, found "sectors"'],
    ['read-fail id=a/b', 'id: expected letters, digits, ".", "_" and "-", found "a/b"'],
    [`read-fail id=${'x'.repeat(1000)}`, 'expected at most 1000 characters, found 1013'],
  ])('explains what is wrong with %j', (text, message) => {
    expect(() => parseDiskFault(text)).toThrow(message);
  });
});

describe('DiskFaults', () => {
  it('count the accesses of their kind and range alone, and hit the one that was asked for', () => {
    const faults = new DiskFaults();
    expect(faults.add('read-fail sectors=8-15 nth=2')).toBe('read-fail');
    const hits = [
      read(0, 8),
      read(16),
      { kind: 'write', sector: 8, count: 1 } as const,
      read(15),
      read(0, 9),
      read(8),
    ].map((access) => faults.effectsOn(access).length);
    expect(hits).toEqual([0, 0, 0, 0, 1, 0]);
    expect(faults.reports).toMatchObject([
      {
        id: 'read-fail',
        fired: 1,
        counted: 3,
        isCleared: false,
        first: { access: 'read of 9 sectors at sector 0' },
        last: { access: 'read of 9 sectors at sector 0' },
      },
    ]);
  });

  it('are cleared by name or all together, and stay known', () => {
    const faults = new DiskFaults();
    faults.add('read-fail');
    faults.add('flush-fail error=EIO');
    expect(faults.effectsOn({ kind: 'flush', sector: 0, count: 0 })).toEqual([{ kind: 'fail', error: 'EIO' }]);
    faults.clear('read-fail');
    expect(faults.effectsOn(read(0))).toEqual([]);
    faults.clear();
    expect(faults.reports.map(({ id, fired, isCleared }) => [id, fired, isCleared])).toEqual([
      ['read-fail', 0, true],
      ['flush-fail', 1, true],
    ]);
  });

  it('have one name each, and are not without end', () => {
    const faults = new DiskFaults();
    faults.add('read-fail');
    expect(() => faults.add('read-fail')).toThrow(
      'read-fail is already active; clear it, or give this one its own id=',
    );
    expect(() => {
      faults.clear('other');
    }).toThrow('no fault "other"; the faults are read-fail');
    for (let number = 1; number < 100; number++) faults.add(`read-fail id=n${number}`);
    expect(() => faults.add('write-fail')).toThrow('a disk has at most 100 faults');
  });
});
