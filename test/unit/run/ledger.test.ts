import { describe, expect, it } from 'vitest';
import { AgentLost, AgentRefusal } from '../../../src/run/agent/agent-message.ts';
import { parseLedgerAnswer } from '../../../src/run/ledger/ledger-answer.ts';
import { MachineLedger } from '../../../src/run/ledger/machine-ledger.ts';

describe("the ledger's answer", () => {
  it('has counts', () => {
    expect(parseLedgerAnswer(['ok', 'left 2', 'lost 3', 'module edu 12', 'refused 1'])).toEqual({
      lost: 3,
      refused: 1,
      leaks: [],
    });
  });

  it('has what was left behind as the console has it', () => {
    const leak = 'leak of 64 bytes from kmalloc in edu_open [edu]: 2 times, 128 bytes in all';
    const place = 'edu_open+0x12/0x60 [edu]';
    expect(parseLedgerAnswer(['ok', 'left 1', 'lost 0', leak, `at ${place}`, 'refused 0'])).toMatchObject({
      leaks: [`qdt-ledger: ${leak}\nCall Trace:\n ${place}`],
    });
  });

  it.each([
    ['leak of 64 bytes from kmalloc in edu_open [edu]: 2 times, 128 bytes in all'],
    ['leak of \u001b[2J bytes from kmalloc in edu_open [edu]: 2 times, 1 bytes in all', 'at edu_open+0x1/0x2 [edu]'],
    ['leak of 64 bytes from kmalloc in edu_open [edu]: 2 times, 1 bytes in all', 'at somewhere'],
    ['at edu_open+0x1/0x2 [edu]'],
  ])('has no leak without both of its lines: %j', (...lines) => {
    expect(parseLedgerAnswer(['ok', ...lines])).toMatchObject({ leaks: [] });
  });

  it.each([
    [[], 'it did not answer'],
    [['failed unknown request'], 'unknown request'],
    [['failed '], 'it did not answer'],
    [[`failed ${'x'.repeat(301)}`], 'it did not answer'],
    [['okay'], 'it did not answer'],
  ])('%j is a refusal', (lines, refusal) => {
    expect(parseLedgerAnswer(lines)).toEqual({ refusal });
  });

  it.each([
    ['lost', 'lost x', 'lost -1', 'lost 1 2', 'lost 1e9', `lost ${'9'.repeat(400)}`, `${'lost '.repeat(1000)}1`],
    Array.from({ length: 100_000 }, () => 'left 1'),
  ])('takes nothing else from a guest', (...lines) => {
    expect(parseLedgerAnswer(['ok', ...lines])).toEqual({ lost: 0, refused: 0, leaks: [] });
  });
});

/** An agent that answers each text with what `answers` says of it. */
function agent(answers: (text: string) => readonly string[]): {
  readonly told: string[];
  readonly tell: (path: string, text: string) => Promise<readonly string[]>;
} {
  const told: string[] = [];
  return {
    told,
    tell: async (path, text) => {
      told.push(`${path} ${text}`);
      return await Promise.resolve().then(() => answers(text));
    },
  };
}

describe('the ledger of a machine', () => {
  it('is told the modules before the first stage, and asked after the last', async () => {
    const session = agent(() => ['ok']);
    const ledger = new MachineLedger(['edu', 'tdc']);
    await ledger.watch(session);
    await ledger.report(session);
    expect(session.told).toEqual(['/proc/qdt-ledger watch edu tdc', '/proc/qdt-ledger report']);
    expect(ledger.notes()).toEqual([]);
  });

  it('is told many modules in lines that the agent can read', async () => {
    const session = agent(() => ['ok']);
    const names = Array.from({ length: 500 }, (_, index) => `module_number_${index}`);
    await new MachineLedger(names).watch(session);
    expect(session.told.every((line) => line.length < 4000)).toBe(true);
    expect(session.told.flatMap((line) => line.split(' ').slice(2))).toEqual(names);
  });

  it('that does not answer is a note, and no error', async () => {
    const session = agent(() => {
      throw new AgentRefusal('tell: no such file');
    });
    const ledger = new MachineLedger(['edu']);
    await ledger.watch(session);
    await ledger.report(session);
    expect(session.told).toHaveLength(1);
    expect(ledger.notes()).toEqual(['what the modules left behind is not known: the ledger: tell: no such file']);
  });

  it('says what it missed', async () => {
    const ledger = new MachineLedger(['edu']);
    await ledger.report(agent(() => ['ok', 'lost 7', 'refused 2']));
    expect(ledger.notes()).toEqual([
      'the ledger was full: 7 acquisitions were not recorded',
      'the ledger does not watch 2 calls: there are too many, or they are too far away',
    ]);
  });

  it('ends with the agent', async () => {
    const session = agent(() => {
      throw new AgentLost('the control port closed');
    });
    await expect(new MachineLedger(['edu']).report(session)).rejects.toThrow(AgentLost);
  });
});
