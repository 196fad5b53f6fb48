import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Template } from '../../src/run/template.ts';
import { fileDigest } from './file-digest.ts';
import { inScope } from './scope.ts';
import { type RigRun, templateRig, type TemplateRig } from './template-rig.ts';

describe('a template', () => {
  let rig: TemplateRig;
  let template: Template;

  beforeAll(async () => {
    rig = await templateRig({ suite: 'contract' });
    template = await rig.make();
  });
  afterAll(() => {
    template[Symbol.dispose]();
    rig[Symbol.dispose]();
  });

  it('is never changed by its clones, however they end', async () => {
    const before = await fileDigest(template.ramPath);
    const { records, losses } = await rig.run(['pass', 'crash', 'reboot', 'plugged-device'], template);
    expect(records.map(({ record }) => [record.start, record.ending.kind])).toEqual([
      ['clone', 'completed'],
      ['clone', 'guest-panicked'],
      ['clone', 'guest-reset'],
      ['clone', 'completed'],
    ]);
    expect(losses).toEqual([]);
    expect(await fileDigest(template.ramPath)).toBe(before);
  });

  it('that is truncated is detected once, and all its tests boot cold', async () => {
    const { records, losses } = await rig.run(['pass', 'fail'], {
      ...template,
      state: template.state.subarray(0, template.state.length / 2),
    });
    expect(records.map(({ record, startReason }) => [record.start, record.stages[0]?.exitStatus, startReason])).toEqual(
      [
        ['cold', 0, "its clone was dead: the notes of the cell's boot say why"],
        ['cold', 7, "no template to clone: the notes of the cell's boot say why"],
      ],
    );
    expect(losses).toEqual([expect.stringMatching(/^a clone was dead: QEMU ended by itself/)]);
  });

  it.each(inScope([40], [0]))('whose state differs from byte %i on is detected', async (at) => {
    const state = Buffer.from(template.state);
    for (let index = at; index < at + 16; index++) state.writeUInt8(0xff ^ state.readUInt8(index), index);
    expectCold(await rig.run(['pass'], { ...template, state }), /^a clone was dead: QEMU ended by itself/);
  });

  it('whose memory is gone is detected', async () => {
    expectCold(
      await rig.run(['pass'], { ...template, ramPath: '/proc/self/fd/9999' }),
      /^a clone was dead: QEMU ended by itself with exit status 1: .*9999/,
    );
  });

  it('whose guest is dead is detected', async () => {
    // Zeros instead of the kernel: the processor makes no progress.
    expectCold(await rig.run(['pass'], { ...template, ramPath: '/dev/zero' }), /^a clone was dead: /);
  });

  it('of one QEMU is not restored by another', async () => {
    using older = await templateRig({ suite: 'contract', qemu: 'debian:bookworm' });
    expectCold(await older.run(['pass'], template), /^a clone was dead: QEMU ended by itself/);
  });
});

/** The test still gets its verdict. */
function expectCold({ records, losses }: RigRun, loss: RegExp): void {
  expect(records.map(({ record }) => [record.start, record.ending.kind, record.stages[0]?.exitStatus])).toEqual([
    ['cold', 'completed', 0],
  ]);
  expect(losses).toEqual([expect.stringMatching(loss)]);
}
