import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportBuilds } from '../../../src/app/report-builds.ts';
import type { CellSupplies } from '../../../src/engine/supplies.ts';
import type { RunEvent } from '../../../src/event/event.ts';
import type { Cell } from '../../../src/plan/plan.ts';
import { readCompilerMessages } from '../../../src/provision/modules/compiler-messages.ts';
import type { ModuleBuild } from '../../../src/provision/provisioned.ts';
import { fakeSupplies, someQemu } from '../engine/fake-supplies.ts';
import { plannedTest } from '../diagnose/run-records.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const planned = plannedTest();
const { suite } = planned;
const supplies = fakeSupplies(someQemu, '/archive');
const warning = 'driver/edu.c:12:13: warning: initialization of ‘char *’ from ‘int’';

function cellOn(kernel: string): Cell {
  return { ...planned.cell, id: kernel.replace(':', '-'), kernel: { ...planned.cell.kernel, text: kernel } };
}

function builtWith(output: string): ModuleBuild {
  const log = join(temporaryDirectory(), 'build.log');
  writeFileSync(log, output);
  const said = readCompilerMessages(output, 'built');
  return {
    kind: 'built',
    modules: [],
    debugModules: [],
    key: '',
    cached: true,
    said,
    compiler: 'gcc (Debian) 12.2.0',
    log,
    durationMs: 0,
  };
}

function report(builds: readonly (readonly [kernel: string, build: ModuleBuild])[]): {
  readonly events: readonly RunEvent[];
  readonly read: (path: string) => string;
  readonly outDirectory: string;
} {
  const outDirectory = temporaryDirectory();
  const events: RunEvent[] = [];
  const cells = builds.map(([kernel, build]) => [cellOn(kernel), build] as const);
  reportBuilds({
    plan: { cells: cells.map(([cell]) => cell), tests: [] },
    supplies: new Map(
      cells.map(([cell, build]): [Cell, CellSupplies] => [cell, { ...supplies, builds: new Map([[suite, build]]) }]),
    ),
    listener: (event) => void events.push(event),
    outDirectory,
    cwd: dirname(outDirectory),
  });
  return { events, outDirectory, read: (path) => readFileSync(join(outDirectory, path), 'utf8') };
}

describe('compiler warnings', () => {
  it('are counted and named once for all kernels that have the same, and their log is kept for each', () => {
    const { events, read, outDirectory } = report([
      ['debian:6.1', builtWith(`make …\n${warning}\n`)],
      ['debian:6.12', builtWith(`make …\n${warning}\n`)],
    ]);
    expect(events).toEqual([
      {
        kind: 'warning',
        message:
          `${suite.name} for debian:6.1, debian:6.12 has 1 compiler warning: driver/edu.c:12: warning: ` +
          'initialization of ‘char *’ from ‘int’. All of the output: ' +
          `${basename(outDirectory)}/debian-6.1/${suite.name}/build.log`,
      },
    ]);
    expect(read(`debian-6.12/${suite.name}/build.log`)).toContain(warning);
  });

  it('of which there are none are not mentioned', () => {
    expect(report([['debian:6.1', builtWith('make …\n')]]).events).toEqual([]);
  });
});

it('a build that failed is shown with the path of its log, once for all cells of its kernel', () => {
  const output = "driver/edu.c:3:1: error: expected ';'\n";
  const build: ModuleBuild = {
    kind: 'failed',
    directory: '/w/driver',
    output,
    compiler: 'gcc (Debian) 12.2.0',
    command: 'make M=/w/driver modules',
    said: readCompilerMessages(output, 'failed'),
  };
  const { events, read, outDirectory } = report([
    ['debian:6.1', build],
    ['debian:6.1-rt', build],
  ]);
  expect(events).toEqual([
    {
      kind: 'build-failed',
      suite: suite.name,
      kernel: 'debian:6.1',
      directory: '/w/driver',
      output,
      log: join(basename(outDirectory), 'debian-6.1', suite.name, 'build.log'),
    },
  ]);
  expect(read(`debian-6.1-rt/${suite.name}/build.log`)).toBe(
    `gcc (Debian) 12.2.0\nmake M=/w/driver modules\n${output}`,
  );
});
