import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTestBus } from 'qemu-driver-test/device';

type Body = (bus: typeof createTestBus, assert: typeof expect) => Promise<void>;

const page = readFileSync(join(import.meta.dirname, '../../../docs/line-and-link-models.md'), 'utf8');
const code = [...page.matchAll(/```ts\n(.*?)```/gs)].map(([, text]) => text ?? '');

it.each([
  ['gps', code[0], code[1], 3],
  ['mirror', code[2], code[3], 1],
])('the model %s in the documentation does what its test there says', async (name, source, test, assertions) => {
  const directory = mkdtempSync(join(import.meta.dirname, 'documented-'));
  try {
    writeFileSync(join(directory, 'model.ts'), source ?? '');
    writeFileSync(
      join(directory, 'body.ts'),
      `import ${name} from './model.ts';\nexport default async (createTestBus, expect) => {\n${test ?? ''}\n};\n`,
    );
    const { default: body } = (await import(join(directory, 'body.ts'))) as { default: Body };
    await body(createTestBus, expect);
    expect(expect.getState().assertionCalls).toBe(assertions);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
