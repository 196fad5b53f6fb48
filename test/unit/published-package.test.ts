import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** An empty project that has installed what npm would publish. */
describe('the package as it is published', () => {
  const project = mkdtempSync(join(tmpdir(), 'qdt-package-'));
  const installed = join(project, 'node_modules/qemu-driver-test');

  afterAll(() => rmSync(project, { recursive: true }));
  beforeAll(() => {
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
        cwd: root,
        encoding: 'utf8',
      }),
    ) as [{ readonly filename: string }];
    mkdirSync(installed, { recursive: true });
    execFileSync('tar', ['-xzf', join(project, filename), '-C', installed, '--strip-components=1']);
    // Its only dependency, with what that brings.
    mkdirSync(join(project, 'node_modules/@types'));
    for (const name of ['@types/node', 'undici-types'])
      symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
    cpSync(join(root, 'examples/thermometer/thermometer.ts'), join(project, 'thermometer.ts'));
  });

  it('has what the program needs, and nothing that is only for the Action or for us', () => {
    for (const path of [
      'dist/cli.mjs',
      'dist/device-host.mjs',
      'dist/judge-worker.mjs',
      'fork-server/fork-server-x86_64.so',
      'guest',
      'schema',
      'LICENSE',
      'README.md',
    ])
      expect([path, existsSync(join(installed, path))]).toEqual([path, true]);
    for (const path of ['dist/action', 'src', 'test'])
      expect([path, existsSync(join(installed, path))]).toEqual([path, false]);
  });

  it('runs by itself', () => {
    const said = (...args: readonly string[]): string =>
      execFileSync(process.execPath, [join(installed, 'dist/cli.mjs'), ...args], { cwd: project, encoding: 'utf8' });
    expect(said('--version')).toMatch(/^\d+\.\d+\.\d+/);
    cpSync(join(root, 'examples/edu'), join(project, 'edu'), { recursive: true });
    expect(said('check', 'edu')).toBe('edu: 15 tests, no problems\n');
  });

  it.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])(
    'has types for models in a strict project with the modules of %s, %s',
    (module, moduleResolution) => {
      const options = {
        strict: true,
        exactOptionalPropertyTypes: true,
        target: 'es2023',
        module,
        moduleResolution,
        noEmit: true,
      };
      writeFileSync(
        join(project, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: options, files: ['thermometer.ts'] }),
      );
      execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], {
        encoding: 'utf8',
      });
    },
    60_000,
  );

  it('has types with the tsconfig.json of the documentation, for a model in two files', () => {
    const page = readFileSync(join(root, 'docs/device-models.md'), 'utf8');
    const [, documented = ''] = /```json\n(\{\n {2}"compilerOptions".*?)```/s.exec(page) ?? [];
    writeFileSync(join(project, 'tsconfig.json'), documented);
    writeFileSync(join(project, 'registers.ts'), 'export const registers = { ID: { at: 0, reset: 1 } } as const;\n');
    writeFileSync(
      join(project, 'two-files.ts'),
      "import { defineDevice } from 'qemu-driver-test/device';\nimport { registers } from './registers.ts';\n" +
        'export const zeros: Buffer = Buffer.alloc(4);\n' +
        "export default defineDevice({ name: 'two', pci: { vendor: 1, device: 2, class: 3 }, " +
        'bars: { 0: { size: 16, registers } } });\n',
    );
    const compile = (): string =>
      execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], {
        encoding: 'utf8',
      });
    expect(compile()).toBe('');
    writeFileSync(join(project, 'wrong.ts'), 'export enum Mode { Idle }\n');
    expect(compile).toThrow();
  }, 60_000);
});
