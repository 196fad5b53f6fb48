import { execFileSync } from 'node:child_process';
import { afterEach, expect, it, vi } from 'vitest';
import { provideHostProgram } from '../../../src/provision/host-program.ts';
import { testContext } from './provision-context.ts';

afterEach(() => vi.unstubAllEnvs());

const greeter = {
  name: 'greeter',
  source: '#include <stdio.h>\nint main(void)\n{\n\tputs("hello");\n\treturn 0;\n}\n',
};

it('is built once, and found again where there is no compiler', async () => {
  const context = testContext();
  const built = await provideHostProgram(greeter, context);
  expect(built.kind === 'ready' && execFileSync(built.program, { encoding: 'utf8' })).toBe('hello\n');
  expect(context.reported).toMatchObject([
    { kind: 'begin', what: 'greeter', activity: 'building' },
    { kind: 'end', what: 'greeter' },
  ]);
  vi.stubEnv('PATH', '');
  expect(await provideHostProgram(greeter, context)).toEqual(built);
  expect(context.reported).toHaveLength(2);
});

it('is another one when its source is another', async () => {
  const context = testContext();
  const [first, second] = [
    await provideHostProgram(greeter, context),
    await provideHostProgram({ ...greeter, source: greeter.source.replace('hello', 'bye') }, context),
  ];
  expect(second.kind).toBe('ready');
  expect(second).not.toEqual(first);
});

it('is absent without a compiler, with what to install', async () => {
  vi.stubEnv('PATH', '');
  expect(await provideHostProgram(greeter, testContext())).toEqual({
    kind: 'absent',
    reason: 'greeter needs gcc, which was not found; to install it: sudo apt-get install gcc libc6-dev',
  });
});

it('is absent where it does not compile, with the compiler’s words', async () => {
  const broken = await provideHostProgram({ name: 'broken', source: '#include <no-such-header.h>\n' }, testContext());
  expect(broken).toEqual({
    kind: 'absent',
    reason:
      'gcc did not build broken (broken.c:1:10: fatal error: no-such-header.h: No such file or directory); ' +
      'to install what it needs: sudo apt-get install gcc libc6-dev',
  });
});
