import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { createTestBus } from 'qemu-driver-test/device';

const root = join(import.meta.dirname, '../../..');

/** The first thing that a reader of these pages copies. */
it.each([
  ['docs/device-models.md', 'examples/thermometer/thermometer.ts'],
  ['docs/usb-models.md', 'examples/usb-scale/scale.ts'],
])('the model in %s does what its test there says', async (page, example) => {
  const text = readFileSync(join(root, page), 'utf8');
  const [source, test] = [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? '');
  expect(source).toBe(readFileSync(join(root, example), 'utf8'));
  const directory = mkdtempSync(join(import.meta.dirname, 'documented-'));
  const name = basename(example, '.ts');
  try {
    writeFileSync(join(directory, `${name}.ts`), source ?? '');
    writeFileSync(
      join(directory, 'body.ts'),
      `import ${name} from './${name}.ts';\nexport default async (createTestBus, expect) => {\n${test ?? ''}\n};\n`,
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
