import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runActionStep } from '../step-runner/step-runner.ts';
import { createWorkspace } from './action-workspace.ts';
import { node } from './cli.ts';

describe('a job with wrong inputs', () => {
  it('names the input', async () => {
    using place = createWorkspace('action');
    const step = await runActionStep(place.job(process.execPath, {}), {
      inputs: { suite: 'tests', kernel: 'debian:6.1' },
    });
    expect(step.main.exitStatus).toBe(2);
    expect(step.main.log.annotations.map(({ title, message }) => `${title ?? ''}: ${message}`)).toEqual([
      expect.stringMatching(/^Invalid input: Input kernel: unknown input; did you mean kernels\?/),
    ]);
    expect(step.outputs).toEqual({ outcome: 'invalid' });
    expect(step.post).toMatchObject({ exitStatus: 0, output: '' });
  });

  it('shows the file and line of an invalid suite', async () => {
    using broken = createWorkspace('action');
    writeFileSync(join(broken.path, 'work/tests/fails/info-typo'), '');
    writeFileSync(join(broken.path, 'work/tests/info/timeout'), 'soon\n');
    const step = await runActionStep(broken.job(node, {}), { inputs: { suite: 'tests' } });
    expect(step.main.exitStatus).toBe(2);
    expect(step.outputs).toEqual({ outcome: 'invalid' });
    expect(step.main.log.annotations).toContainEqual(
      expect.objectContaining({ level: 'error', file: 'tests/info/timeout', line: 1, title: 'Invalid suite' }),
    );
  });
});
