import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTestBus } from 'qemu-driver-test/device';

type Body = (bus: typeof createTestBus, assert: typeof expect) => Promise<void>;

const code = codeOf('line-and-link-models.md');
const can = codeOf('can-models.md');
const gpio = codeOf('gpio-models.md');
const spi = codeOf('spi-models.md');

function codeOf(page: string): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, '../../../docs', page), 'utf8');
  return [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, block]) => block ?? '');
}

it.each([
  [{ gps: code[0] }, code[1], 3],
  [{ mirror: code[2] }, code[3], 1],
  [{ motor: can[0] }, can[1], 2],
  [{ motor: can[0], display: can[2] }, can[3], 1],
  [{ radio: gpio[1] }, gpio[2], 2],
  [{ thermometer: spi[0] }, spi[3], 1],
  [{ gyro: spi[1] }, spi[2], 2],
])('the models %o in the documentation do what their test there says', async (models, test, assertions) => {
  const directory = mkdtempSync(join(import.meta.dirname, 'documented-'));
  try {
    for (const [name, source] of Object.entries(models)) writeFileSync(join(directory, `${name}.ts`), source ?? '');
    const imports = Object.keys(models).map((name) => `import ${name} from './${name}.ts';\n`);
    writeFileSync(
      join(directory, 'body.ts'),
      `import { ms } from 'qemu-driver-test/device';\n${imports.join('')}` +
        `export default async (createTestBus, expect) => {\n${test ?? ''}\n};\n`,
    );
    const { default: body } = (await import(join(directory, 'body.ts'))) as { default: Body };
    await body(createTestBus, expect);
    expect(expect.getState().assertionCalls).toBe(assertions);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
