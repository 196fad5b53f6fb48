import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { initSuite } from '../../../src/app/init-suite.ts';
import { loadSuites } from '../../../src/app/load-suites.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('initSuite', () => {
  it('writes a suite into the directory of a driver, for its modules', () => {
    const driver = temporaryDirectory();
    writeFileSync(join(driver, 'Makefile'), 'obj-m += foo.o\n');
    expect(initSuite(driver)).toMatchObject({ directory: join(driver, 'qdt'), modules: driver });
    expect(suiteAt(join(driver, 'qdt'))).toMatchObject({
      moduleDirectories: [driver],
      tests: [{ name: 'loads' }],
    });
  });

  it('makes any other directory the suite, for the modules of the directory above', () => {
    const project = temporaryDirectory();
    writeFileSync(join(project, 'Kbuild'), 'obj-$(CONFIG_FOO) := foo.o\n');
    expect(initSuite(join(project, 'tests'))).toMatchObject({ directory: join(project, 'tests'), modules: project });
    expect(suiteAt(join(project, 'tests'))).toMatchObject({ moduleDirectories: [project] });
  });

  it('writes a test without modules where it finds none: a Makefile may be that of any program', () => {
    const project = temporaryDirectory();
    writeFileSync(join(project, 'Makefile'), 'all: program.o\n');
    mkdirSync(join(project, 'tests'));
    expect(initSuite(join(project, 'tests')).modules).toBeUndefined();
    expect(suiteAt(join(project, 'tests'))).toMatchObject({ moduleDirectories: [], tests: [{ name: 'boots' }] });
  });

  it('writes nothing where something is', () => {
    const driver = temporaryDirectory();
    writeFileSync(join(driver, 'Kbuild'), 'obj-m += foo.o\n');
    mkdirSync(join(driver, 'qdt'));
    writeFileSync(join(driver, 'qdt', 'notes'), 'mine');
    expect(() => initSuite(driver)).toThrow(/qdt\/notes is there already, and nothing was written/);
    expect(readdirSync(join(driver, 'qdt'))).toEqual(['notes']);
    expect(() => initSuite(join(driver, 'Kbuild'))).toThrow(/expected a directory, or nothing, found a file/);
    expect(readFileSync(join(driver, 'Kbuild'), 'utf8')).toBe('obj-m += foo.o\n');
  });

  it('writes scripts without mistakes of syntax', () => {
    const driver = temporaryDirectory();
    writeFileSync(join(driver, 'Kbuild'), 'obj-m += foo.o\n');
    const { directory, files } = initSuite(driver);
    const scripts = files.filter((path) => /(?:^|\/)(?:run|setup|teardown)$|\.sh$/.test(path));
    expect(scripts).toHaveLength(4);
    for (const path of scripts)
      expect(spawnSync('sh', ['-n', join(directory, path)], { encoding: 'utf8' })).toMatchObject({
        status: 0,
        stderr: '',
      });
  });
});

function suiteAt(path: string): unknown {
  const loaded = loadSuites([path], path);
  return loaded.kind === 'suites' ? loaded.suites[0] : loaded.problems;
}
