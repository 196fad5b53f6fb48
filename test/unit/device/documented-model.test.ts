import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTestBus } from 'qemu-driver-test/device';

/** The first thing that a reader of docs/device-models.md copies. */
it('the model in the documentation does what its test in the documentation says', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/device-models.md'), 'utf8');
  const [source, test] = [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? '');
  expect(source).toBe(readFileSync(join(import.meta.dirname, '../../../examples/thermometer/thermometer.ts'), 'utf8'));
  const directory = mkdtempSync(join(import.meta.dirname, 'documented-'));
  try {
    writeFileSync(join(directory, 'thermometer.ts'), source ?? '');
    writeFileSync(
      join(directory, 'body.ts'),
      `import thermometer from './thermometer.ts';\nexport default async (createTestBus, expect) => ` +
        `{\n${test ?? ''}\n};\n`,
    );
    const { default: body } = (await import(join(directory, 'body.ts'))) as {
      default: (bus: typeof createTestBus, assert: typeof expect) => Promise<void>;
    };
    await body(createTestBus, expect);
    expect(expect.getState().assertionCalls).toBe(3);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
