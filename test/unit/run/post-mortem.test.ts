import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../../src/run/evidence/run-record.ts';
import { watchLimits, type WatchLimits } from '../../../src/run/watch/watch-limits.ts';
import type { Scenario, Step } from '../../fake-qemu/scenario.ts';
import { rig, type Rig, run, textsOf } from './test-rig.ts';

const registers =
  'CPU#0\r\nRAX=0\r\nRIP=ffffffffc02df0b1 RFL=00000002 [-------] CPL=0 HLT=0\r\nFCW=037f\r\nXMM00=0\r\n';
const stopped = { stop: {}, cont: {}, 'human-monitor-command': { return: registers } };
const answer = (text: string): readonly Step[] => [{ say: 'console', text }];

/** A test whose guest stops after these steps, past a deadline that comes at once. */
async function examine(
  monitor: Scenario['monitor'],
  steps: readonly Step[] = [{ hang: true }],
  limits: Partial<WatchLimits> = {},
): Promise<{ readonly record: RunRecord; readonly place: Rig }> {
  const place = rig({
    changes: { timeoutMs: 200 },
    scenario: {
      at: { 'stage run': [{ agent: 'begin run' }, ...steps] },
      ...(monitor === undefined ? {} : { monitor }),
    },
  });
  return { record: await run(place, { limits: { ...watchLimits, heartbeatGraceMs: 100, ...limits } }), place };
}

describe('a machine that made no end', () => {
  it('is asked for its registers and, by key, for its stacks, before it ends', async () => {
    const { record, place } = await examine({
      ...stopped,
      'chardev-send-break': { then: answer('[ 9.0] sysrq: an answer\n') },
    });
    expect(record.postMortem?.files).toEqual(
      ['registers.txt', 'console.log', 'last-lines.log'].map((name) => `cell/edu/probe/postmortem/${name}`),
    );
    expect(place.read('postmortem/console.log')).toBe('[ 9.0] sysrq: an answer\n[ 9.0] sysrq: an answer\n');
    expect(place.read('postmortem/last-lines.log')).toContain('qdt: agent ready');
    expect(record.ending).toEqual({ kind: 'deadline', timeoutMs: 200, answering: false });
  });

  it('shows no vector registers, and the code of each processor', async () => {
    const { record, place } = await examine({ ...stopped, 'chardev-send-break': { then: answer('yes\n') } });
    expect(textsOf(place, record).postMortem?.registers).toContain('RFL=00000002');
    expect(textsOf(place, record).postMortem?.registers).toContain('code at RIP:');
    expect(textsOf(place, record).postMortem?.registers.split('code at RIP:')[0]).not.toMatch(/XMM|FCW/);
  });

  it("keeps what it provokes out of the test's console", async () => {
    const { record, place } = await examine({
      ...stopped,
      'chardev-send-break': {},
      'inject-nmi': { then: [...answer('Kernel panic - not syncing: NMI: Not continuing\n'), { exit: 0 }] },
    });
    expect(place.read('console.log')).not.toContain('panic');
    expect(textsOf(place, record).postMortem?.console).toContain('NMI: Not continuing');
    expect(record.ending).toEqual({ kind: 'deadline', timeoutMs: 200, answering: false });
  });

  it('is asked by key first: an interrupt that nothing masks comes only when there is no answer', async () => {
    const { record, place } = await examine({
      ...stopped,
      'chardev-send-break': { then: answer('here I am\n') },
      'inject-nmi': { then: answer('NMI\n') },
    });
    expect(textsOf(place, record).postMortem?.console).not.toContain('NMI');
  });

  it('is asked too when the guest still answers', async () => {
    const { record, place } = await examine(
      { ...stopped, 'chardev-send-break': { then: answer('blocked\n') } },
      [{ beatEveryMs: 20 }],
      { heartbeatGraceMs: watchLimits.heartbeatGraceMs },
    );
    expect(record.ending).toEqual({ kind: 'deadline', timeoutMs: 200, answering: true });
    expect(textsOf(place, record).postMortem?.console).toContain('blocked');
  });

  it('that never answers is stopped anyway, with a note', async () => {
    const { record, place } = await examine(
      { ...stopped, 'chardev-send-break': {}, 'inject-nmi': {} },
      [{ hang: true }],
      { postMortemMs: 600 },
    );
    expect(record.notes).toContain('post-mortem: not finished within 0.6 s');
    expect(textsOf(place, record).postMortem?.registers).toContain('CPU#0');
  });

  it('whose QEMU refuses to answer is stopped anyway, with a note', async () => {
    const { record } = await examine(undefined);
    expect(record.notes).toContainEqual(expect.stringMatching(/^post-mortem: QEMU refused stop/));
  });

  it('that floods its console is heard to a bound', async () => {
    const { record, place } = await examine({
      ...stopped,
      'chardev-send-break': { then: [{ flood: 'console', bytes: 3 * 1024 * 1024 }] },
    });
    expect(Buffer.byteLength(textsOf(place, record).postMortem?.console ?? '')).toBe(1024 * 1024);
  });
});

describe('a machine that came to an end of its own', () => {
  it('is not asked', async () => {
    const record = await run(rig());
    expect(record.ending).toEqual({ kind: 'completed' });
    expect(record.postMortem).toBeUndefined();
  });
});
