import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/diagnose/finding.ts';
import { FindingLocator } from '../../../src/engine/finding-locator.ts';
import type { CellSupplies } from '../../../src/engine/supplies.ts';
import type { RunEvent } from '../../../src/event/event.ts';
import type { PlannedTest } from '../../../src/plan/plan.ts';
import { findDebugReader } from '../../../src/symbols/run-reader.ts';
import { plannedTest } from '../diagnose/run-records.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { fakeSupplies, someQemu } from './fake-supplies.ts';

/** A repository with a driver, built there, and a test of it. */
function project(): { readonly root: string; readonly planned: PlannedTest; readonly supplies: CellSupplies } {
  const root = temporaryDirectory();
  for (const directory of ['.git', 'driver', 'tests/probe/data', 'built'])
    mkdirSync(join(root, directory), { recursive: true });
  writeFileSync(join(root, 'driver/edu.c'), 'void edu_read(int *p)\n{\n\t*p = 1;\n}\n');
  execFileSync(
    'gcc',
    [
      '-g',
      '-O1',
      '-fcf-protection=none',
      `-ffile-prefix-map=${root}=`,
      `-ffile-prefix-map=${root}/=`,
      '-c',
      join(root, 'driver/edu.c'),
      '-o',
      'built/edu.ko',
    ],
    { cwd: root },
  );
  const planned = plannedTest();
  const suite = { ...planned.suite, directory: join(root, 'tests'), moduleDirectories: [join(root, 'driver')] };
  const build = {
    kind: 'built',
    modules: [],
    debugModules: [join(root, 'built/edu.ko')],
    key: '',
    cached: false,
    said: { errors: 0, warnings: 0, messages: [] },
    compiler: 'gcc (Debian) 12.2.0',
    log: undefined,
    durationMs: 0,
  } as const;
  return {
    root,
    planned: { ...planned, suite, test: { ...planned.test, dataDirectory: undefined } },
    supplies: { ...supplies, builds: new Map([[suite, build]]), unmetConfigs: new Map() },
  };
}

const supplies = fakeSupplies(someQemu, '/i');

const oops: Finding = {
  kind: 'oops',
  title: 'Oops in edu_read',
  fingerprint: 'f',
  line: 1,
  report: 'Oops\nRIP: 0010:edu_read+0x0/0xff0 [edu]',
};

interface Located {
  readonly findings: readonly Finding[];
  readonly events: readonly RunEvent[];
}

async function locate(
  { planned, supplies: own }: ReturnType<typeof project>,
  reader = findDebugReader(),
): Promise<Located> {
  const events: RunEvent[] = [];
  const locator = new FindingLocator(
    { listener: (event) => void events.push(event), signal: new AbortController().signal },
    reader,
  );
  await locator.locate([oops], planned, own);
  return { findings: await locator.locate([oops], planned, own), events };
}

describe('findings of a test', () => {
  it('lead to the line in the repository, and their reports are decoded', async () => {
    const { findings, events } = await locate(project());
    expect(findings).toEqual([
      {
        ...oops,
        source: { file: 'driver/edu.c', line: 3 },
        report: 'Oops\nRIP: 0010:edu_read+0x0/0xff0 [edu] (driver/edu.c:3)',
      },
    ]);
    expect(events).toEqual([]);
  });

  it('lead to the line also where the driver is a repository of its own, with the build above it', async () => {
    const given = project();
    rmSync(join(given.root, '.git'), { recursive: true });
    mkdirSync(join(given.root, 'driver/.git'));
    expect((await locate(given)).findings[0]?.source).toEqual({ file: 'edu.c', line: 3 });
  });

  it('stay as they are where two modules of one name could have been loaded', async () => {
    const given = project();
    const dataDirectory = join(given.root, 'tests/probe/data');
    writeFileSync(join(dataDirectory, 'edu.ko'), 'another');
    const planned = { ...given.planned, test: { ...given.planned.test, dataDirectory } };
    expect((await locate({ ...given, planned })).findings).toEqual([oops]);
  });

  it('lead to the line also in a module that was shipped with the test', async () => {
    const given = project();
    execFileSync('cp', [join(given.root, 'built/edu.ko'), join(given.root, 'tests/probe/data/edu.ko')]);
    const suite = { ...given.planned.suite, moduleDirectories: [] };
    const planned = {
      ...given.planned,
      suite,
      test: { ...given.planned.test, dataDirectory: join(given.root, 'tests/probe/data') },
    };
    const { findings } = await locate({ ...given, planned, supplies });
    expect(findings[0]?.source).toEqual({ file: 'driver/edu.c', line: 3 });
  });

  it('stay unchanged without a reader, with one warning', async () => {
    const locator = new FindingLocator(
      { listener: (event) => void events.push(event), signal: new AbortController().signal },
      null,
    );
    const events: RunEvent[] = [];
    const given = project();
    expect(await locator.locate([oops], given.planned, given.supplies)).toEqual([oops]);
    expect(await locator.locate([oops], given.planned, given.supplies)).toEqual([oops]);
    expect(events).toEqual([
      { kind: 'warning', message: expect.stringContaining('sudo apt-get install binutils') as string },
    ]);
  });

  it('stay unchanged when the reader fails, with one warning', async () => {
    const { findings, events } = await locate(project(), { kind: 'addr2line', path: '/bin/false' });
    expect(findings).toEqual([oops]);
    expect(events).toEqual([
      {
        kind: 'warning',
        message: expect.stringMatching(/^Source lines could not be read from \S+edu\.ko/) as string,
      },
    ]);
  });
});

describe('findings on a kernel of one’s own', () => {
  it('lead to the line by the vmlinux of the same build, and by no other', async () => {
    const root = temporaryDirectory();
    mkdirSync(join(root, '.git'));
    mkdirSync(join(root, 'arch/x86/boot'), { recursive: true });
    const kernel = (file: string, number: number): void => {
      writeFileSync(
        join(root, 'init.c'),
        `const char banner[] = "Linux version 6.9.0 (me@here) (gcc) #${number} SMP\\n";\nvoid ` +
          'start_kernel(int *p)\n{\n\t*p = 1;\n}\n',
      );
      execFileSync('gcc', [
        '-g',
        '-O1',
        '-fcf-protection=none',
        '-fno-pic',
        '-nostdlib',
        '-no-pie',
        '-Wl,-e,start_kernel',
        join(root, 'init.c'),
        '-o',
        join(root, file),
      ]);
    };
    const bug: Finding = { ...oops, title: 'Oops in start_kernel', report: 'Oops\nRIP: 0010:start_kernel+0x0/0x10' };
    const image = join(root, 'arch/x86/boot/bzImage');
    const { cell } = plannedTest();
    const locateBoot = async (): Promise<Finding | undefined> => {
      const locator = new FindingLocator({ listener: () => undefined, signal: new AbortController().signal });
      return (
        await locator.locateBoot(
          [bug],
          { ...cell, kernel: { kind: 'path', text: image, image, modules: undefined } },
          supplies,
        )
      )[0];
    };
    kernel('vmlinux', 7);
    // As the boot image is made of it: without debug information.
    execFileSync('objcopy', ['-S', join(root, 'vmlinux'), image]);
    expect((await locateBoot())?.source).toEqual({ file: 'init.c', line: 4 });
    kernel('vmlinux', 8);
    expect(await locateBoot()).toEqual(bug);
  });
});
