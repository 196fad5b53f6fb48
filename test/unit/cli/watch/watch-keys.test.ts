import { describe, expect, it } from 'vitest';
import { type KeyCommand, readKeys } from '../../../../src/cli/watch/watch-keys.ts';

/** The commands and the prompts that these pieces of input lead to. */
function typed(...pieces: readonly string[]): {
  readonly commands: readonly KeyCommand[];
  readonly prompts: unknown[];
} {
  const commands: KeyCommand[] = [];
  const prompts: unknown[] = [];
  const receive = readKeys({
    onCommand: (command) => commands.push(command),
    onPrompt: (pattern) => prompts.push(pattern),
  });
  for (const piece of pieces) receive(piece);
  return { commands, prompts };
}

describe('keys', () => {
  it('are commands, also several in one piece; others mean nothing', () => {
    expect(typed('a', 'fx', '\x1b[A', 's\r').commands).toEqual([
      { kind: 'all' },
      { kind: 'failed' },
      { kind: 'shell' },
      { kind: 'all' },
    ]);
  });

  it.each(['q', '\x03', '\x04', 't\x03', 'tab\x04'])('%j quits', (keys) => {
    expect(typed(keys).commands).toEqual([{ kind: 'quit' }]);
  });

  it('after t are a pattern, which can be corrected and is shown as it grows', () => {
    expect(typed('t', 'ax', '\x7f', 'é q\r')).toEqual({
      commands: [{ kind: 'name', pattern: 'aé q' }],
      prompts: ['', 'a', 'ax', 'a', 'aé', 'aé ', 'aé q', undefined],
    });
  });

  it('after an escape are commands again', () => {
    expect(typed('tab', '\x1b', 'a')).toEqual({ commands: [{ kind: 'all' }], prompts: ['', 'a', 'ab', undefined] });
  });

  it('cannot make a pattern of any length', () => {
    const { prompts } = typed(`t${'x'.repeat(10_000)}`);
    expect(prompts.at(-1)).toHaveLength(200);
  });
});
