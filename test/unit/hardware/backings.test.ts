import { describe, expect, it } from 'vitest';
import { Backings } from '../../../src/hardware/backings.ts';

describe('Backings', () => {
  it('makes each kind once, and sound never, because every machine has it', async () => {
    const asked: unknown[] = [];
    const monitor = {
      execute: (command: string, settings: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
        asked.push([command, settings['qom-type'], settings['id']]);
        return Promise.resolve(undefined);
      },
    };
    const backings = new Backings();
    expect(await backings.provide('memory', monitor)).toBe('qdt.hw.memory');
    expect(await backings.provide('memory', monitor)).toBe('qdt.hw.memory');
    expect(await backings.provide('can', monitor)).toBe('qdt.hw.can');
    expect(await backings.provide('audio', monitor)).toBe('qdt.audio');
    expect(asked).toEqual([
      ['object-add', 'memory-backend-ram', 'qdt.hw.memory'],
      ['object-add', 'can-bus', 'qdt.hw.can'],
    ]);
  });

  it('makes again what could not be made', async () => {
    const answers = [Promise.reject(new Error('no memory')), Promise.resolve(undefined)];
    const monitor = { execute: (): Promise<unknown> => answers.shift() ?? Promise.resolve(undefined) };
    const backings = new Backings();
    await expect(backings.provide('memory', monitor)).rejects.toThrow('no memory');
    await backings.provide('memory', monitor);
    expect(answers).toEqual([]);
  });
});
