import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LoadedSuites } from '../../../src/app/load-suites.ts';
import { defaultSmokeKernels, loadAskedSuites } from '../../../src/app/smoke-suite.ts';
import { parsePlug } from '../../../src/hardware/plug.ts';
import { buildPlan } from '../../../src/plan/build-plan.ts';
import { sourcesOf } from '../../../src/plan/test-sources.ts';
import { reproduceCommand, shellCommandLine } from '../../../src/results/reproduce.ts';
import type { Suite } from '../../../src/suite/suite.ts';
import { disk, request } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const smokeDirectory = new URL('../../../smoke', import.meta.url).pathname;
const lib = join(smokeDirectory, 'lib');

function load(cwd: string, ...modules: readonly string[]): LoadedSuites {
  return loadAskedSuites({ paths: [], smokeDirectory, modules }, cwd);
}

function driver(cwd: string, name: string): void {
  mkdirSync(join(cwd, name));
  writeFileSync(join(cwd, name, 'Kbuild'), 'obj-m := foo.o\n');
}

function suiteFor(cwd: string, ...modules: readonly string[]): Suite {
  const loaded = load(cwd, ...modules);
  const [suite] = loaded.kind === 'suites' ? loaded.suites : [];
  if (suite === undefined) throw new Error(`expected a suite, found ${JSON.stringify(loaded)}`);
  return suite;
}

describe('the suite of smoke', () => {
  it('is made for directories of modules, with their variables for make', () => {
    const cwd = temporaryDirectory();
    for (const name of ['core', 'net', 'with blanks']) driver(cwd, name);
    const suite = suiteFor(cwd, 'core', 'net CONFIG_NET=m', 'with blanks');
    expect(suite).toMatchObject({
      name: 'smoke',
      moduleDirectories: ['core', 'net', 'with blanks'].map((name) => join(cwd, name)),
      smokeOf: ['core', 'net CONFIG_NET=m', 'with blanks'],
    });
    expect(suite.moduleBuild.variables.get(join(cwd, 'net'))).toEqual(['CONFIG_NET=m']);
    expect(suite.tests.map(({ name }) => name)).toEqual([
      'bind',
      'build',
      'load',
      'reload',
      'suspend-resume',
      'unbind',
      'unbind-while-open',
    ]);
  });

  it('names the directory that cannot be built', () => {
    const cwd = temporaryDirectory();
    mkdirSync(join(cwd, 'empty'));
    expect(load(cwd, 'empty', 'missing')).toMatchObject({
      kind: 'problems',
      problems: [{ file: join(cwd, 'empty') }, { file: join(cwd, 'missing') }],
    });
  });

  it('runs on its own kernels, unless some are named, and never in a disk image', () => {
    const cwd = temporaryDirectory();
    driver(cwd, 'foo');
    const suite = suiteFor(cwd, 'foo');
    const kernel = (text: string) =>
      ({
        kind: 'distribution',
        text,
        distribution: 'debian',
        series: text.slice(7),
        flavour: 'generic',
        arch: 'x86_64',
      }) as const;
    const kernelsOf = (changes: Parameters<typeof request>[1]): readonly string[] => {
      const built = buildPlan(request([suite], { diskImage: disk('/image'), ...changes }));
      if (built.kind === 'problems') throw new Error(JSON.stringify(built.problems));
      expect(built.plan.tests.map(({ diskImage }) => diskImage?.text)).not.toContain('/image');
      return built.plan.cells.map((cell) => cell.kernel.text);
    };
    const smokeKernels = [kernel('debian:6.1'), kernel('debian:6.12')];
    expect(kernelsOf({ smokeKernels })).toEqual(['debian:6.1', 'debian:6.12']);
    expect(kernelsOf({ smokeKernels, kernels: [kernel('debian:6.12')] })).toEqual(['debian:6.12']);
    expect(defaultSmokeKernels).toEqual(['debian:oldest', 'debian:stable', 'debian:newest']);
  });

  it('is run again, and opened in a shell, by the words that asked for it', () => {
    const cwd = temporaryDirectory();
    for (const name of ['core', 'net']) driver(cwd, name);
    const built = buildPlan(
      request([suiteFor(cwd, 'core', 'net')], { smokeKernels: [request([]).defaultKernel], tests: ['bind'] }),
    );
    const [planned] = built.kind === 'plan' ? built.plan.tests : [];
    if (planned === undefined) throw new Error('expected a test');
    const options = { invocation: ['qdt'], suitePath: '../program/smoke' };
    const machine = "--kernel debian:6.12 --machine 'default=-m 256M -smp 1'";
    expect(reproduceCommand(planned, options)).toBe(`qdt smoke core net --test smoke/bind ${machine}`);
    expect(shellCommandLine(planned, options)).toBe(`qdt shell smoke/bind --smoke=core --smoke=net ${machine}`);
    expect(sourcesOf(planned, () => [])).toEqual({ paths: [join(cwd, 'core'), join(cwd, 'net')], others: [] });
  });

  it.each([
    ...readdirSync(smokeDirectory)
      .filter((name) => name !== 'info' && name !== 'lib')
      .map((name) => `${name}/run`),
    ...readdirSync(lib)
      .filter((name) => name.endsWith('.sh'))
      .map((name) => `lib/${name}`),
  ])('%s is a script without mistakes of syntax', (path) => {
    expect(spawnSync('sh', ['-n', join(smokeDirectory, path)], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('has devices that can be plugged in, each id once', () => {
    const lines = readFileSync(join(lib, 'devices'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(/ +/));
    for (const [plug = ''] of lines) expect(() => parsePlug(`${plug},id=smoke0`)).not.toThrow();
    for (const [, needs = '', id = ''] of lines) {
      expect(id).toMatch(/^(?:pci:v\w{8}d\w{8}sv\w{8}sd\w{8}bc\w\wsc\w\wi\w\w|(?:usb|virtio|hid):\w+)$/);
      expect(needs).toMatch(id.startsWith('usb:') || id.startsWith('hid:') ? /^xhci_pci/ : /^-$/);
    }
    const ids = lines.map(([, , id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(lines.length).toBeGreaterThan(40);
  });
});
