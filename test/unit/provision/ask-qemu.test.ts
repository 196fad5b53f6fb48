import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProvisionError, type QemuInstall } from '../../../src/provision/provisioned.ts';
import { provideStatefulDevices, takesModels } from '../../../src/provision/qemu/qemu-abilities.ts';
import { askQemu } from '../../../src/provision/qemu/qemu-version.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { testContext, type TestContext } from './provision-context.ts';

/** A QEMU that does what a shell script says; `rewrite` makes it another. */
function scriptedQemu(script: string): { readonly qemu: QemuInstall; readonly rewrite: (script: string) => void } {
  const path = join(temporaryDirectory(), 'qemu');
  const rewrite = (text: string): void => {
    writeFileSync(path, `#!/bin/sh\n${text}\n`);
    chmodSync(path, 0o755);
  };
  rewrite(script);
  return {
    qemu: {
      spec: 'fake',
      version: '11.1.3',
      sha256: 'b'.repeat(64),
      command: [path],
      imgCommand: undefined,
      firmwareArgs: [],
      env: {},
    },
    rewrite,
  };
}

const yes = 'echo "vfio-user-pci options:"';
const remembered = ({ store }: TestContext): readonly string[] => readdirSync(join(store.root, 'assets'));

async function complaint(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ProvisionError);
  return (error as ProvisionError).message;
}

describe('whether a QEMU takes device models', () => {
  it.each([
    [yes, true],
    [`echo "Device 'vfio-user-pci' not found" >&2`, false],
    [`echo "qemu: -device vfio-user-pci,help: 'vfio-user-pci' is not a valid device model name" >&2; exit 1`, false],
  ])('is its own answer, which is remembered: %s', async (script, expected) => {
    const context = testContext();
    const { qemu, rewrite } = scriptedQemu(script);
    expect(await takesModels(qemu, context)).toBe(expected);
    rewrite('exit 9');
    expect(await takesModels(qemu, context)).toBe(expected);
  });

  it.each([
    [
      'it was killed',
      'kill -9 $$',
      'QEMU 11.1.3 (fake) did not say whether it takes device models: it was killed by SIGKILL',
    ],
    ['it was killed in the middle of a yes', `${yes}; kill -9 $$`, 'it was killed by SIGKILL:\nvfio-user-pci options:'],
    [
      'it says something else',
      'echo "error while loading shared libraries: libx.so"; exit 127',
      'its answer is unknown:\nerror while loading',
    ],
    [
      'the host has no memory',
      'echo "qemu: cannot set up guest memory: Cannot allocate memory" >&2; exit 1',
      'This host has no memory left while asking QEMU 11.1.3 whether it takes device models.',
    ],
  ])(
    'is not known when %s: nothing is remembered, and the next one that asks is answered',
    async (_why, script, message) => {
      const context = testContext();
      const { qemu, rewrite } = scriptedQemu(script);
      expect(await complaint(takesModels(qemu, context))).toContain(message);
      expect(remembered(context)).toEqual([]);
      rewrite(yes);
      expect(await takesModels(qemu, context)).toBe(true);
    },
  );

  it('is not known when it cannot be started', async () => {
    const { qemu } = scriptedQemu('');
    expect(await complaint(takesModels({ ...qemu, command: ['/no/such/qemu'] }, testContext()))).toContain(
      '/no/such/qemu could not be started',
    );
  });
});

describe('which devices a QEMU saves', () => {
  const dump = (content: string): string => `for path; do :; done; printf '%s' '${content}' >"$path"`;

  it('is its own list', async () => {
    expect(await provideStatefulDevices(scriptedQemu(dump('{"edu":{},"e1000":{}}')).qemu, testContext())).toEqual(
      new Set(['edu', 'e1000']),
    );
  });

  it.each([
    ['a list that was cut off', dump('{"edu":{')],
    ['no list', ':'],
    ['an empty list', dump('{}')],
    ['a list of one that was killed', `${dump('{"edu":{}}')}; kill -9 $$`],
    ['a list of one that failed', `${dump('{"edu":{}}')}; exit 1`],
  ])('is not known by %s, and nothing is remembered', async (_what, script) => {
    const context = testContext();
    expect(await complaint(provideStatefulDevices(scriptedQemu(script).qemu, context))).toContain(
      'QEMU 11.1.3 (fake) did not say which devices can be saved',
    );
    expect(remembered(context)).toEqual([]);
  });

  it('is reported as damaged when the stored answer was changed', async () => {
    const context = testContext();
    const { qemu } = scriptedQemu(dump('{"edu":{}}'));
    await provideStatefulDevices(qemu, context);
    writeFileSync(join(context.store.root, 'assets', remembered(context)[0] ?? '', 'vmstate.json'), '{"edu"');
    expect(await complaint(provideStatefulDevices(qemu, context))).toMatch(/is damaged\.$/);
  });
});

it('a QEMU that does not answer is ended, and that is said', async () => {
  const { qemu } = scriptedQemu('exec sleep 1000');
  expect(await complaint(askQemu(qemu, { what: 'its name', args: [], deadlineMs: 300 }, testContext()))).toBe(
    'QEMU 11.1.3 (fake) did not say its name: it did not answer within 0.3 s',
  );
});
