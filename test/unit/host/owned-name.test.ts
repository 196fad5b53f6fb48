import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ownedPrefix, sweepDead } from '../../../src/host/files/owned-name.ts';
import { bundleModule } from '../bundled-module.ts';
import { makeDeepDirectories } from '../deep-directories.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** A program that makes scratch directories and waits. */
async function startOwner(
  place: string,
  count = 2,
): Promise<{ readonly child: ChildProcess; readonly directories: readonly string[] }> {
  const module = bundleModule('host/files/scratch-directory.ts', temporaryDirectory());
  const script = `import { createScratchDirectory } from ${JSON.stringify(module)};
    import { writeFileSync } from 'node:fs';
    const all = Array.from({ length: ${count} }, () => createScratchDirectory().path);
    for (const path of all) writeFileSync(path + '/file', 'x');
    console.log(JSON.stringify(all)); setTimeout(() => undefined, 1e6);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env: { TMPDIR: place },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, directories: JSON.parse(String(line)) as string[] };
}

/** A whole start of another program: it makes one directory, and takes it away when it ends. */
function nextStart(place: string): void {
  const module = bundleModule('host/files/scratch-directory.ts', temporaryDirectory());
  const script = `import { createScratchDirectory } from ${JSON.stringify(module)}; createScratchDirectory();`;
  expect(
    spawnSync(process.execPath, ['--input-type=module', '-e', script], { env: { TMPDIR: place }, encoding: 'utf8' })
      .stderr,
  ).toBe('');
}

async function killed(place: string, count?: number): Promise<readonly string[]> {
  const { child, directories } = await startOwner(place, count);
  child.kill('SIGKILL');
  await once(child, 'exit');
  return directories.map((path) => basename(path));
}

describe('the remains of a process in a shared place', () => {
  it.each(['SIGKILL', 'SIGABRT', 'SIGQUIT', 'SIGHUP'] as const)(
    'when it ends by %s is removed by the next start, whatever is in it',
    async (signal) => {
      const place = temporaryDirectory();
      const { child, directories } = await startOwner(place);
      makeDeepDirectories(join(directories[0] ?? '', 'deep'), 'a'.repeat(250), 30);
      child.kill(signal);
      await once(child, 'exit');
      expect(readdirSync(place)).toHaveLength(2);
      nextStart(place);
      expect(readdirSync(place)).toEqual([]);
    },
  );

  it('stays as long as it lives', async () => {
    const place = temporaryDirectory();
    const { directories } = await startOwner(place);
    nextStart(place);
    expect(readdirSync(place).sort()).toEqual(directories.map((path) => basename(path)).sort());
  });

  it('are not removed all at once', async () => {
    const place = temporaryDirectory();
    await killed(place, 25);
    nextStart(place);
    expect(readdirSync(place)).toHaveLength(5);
    nextStart(place);
    expect(readdirSync(place)).toEqual([]);
  });
});

describe('a sweep', () => {
  it('takes away files of the dead, too', async () => {
    const [dead = ''] = await killed(temporaryDirectory());
    const place = temporaryDirectory();
    writeFileSync(join(place, dead), 'a draft');
    sweepDead(place);
    expect(readdirSync(place)).toEqual([]);
  });

  it('keeps foreign and unknown names, and the targets of links', async () => {
    const [dead = ''] = await killed(temporaryDirectory());
    const place = temporaryDirectory();
    const kept = join(temporaryDirectory(), 'kept');
    mkdirSync(kept);
    // Of a process in another container, or from before the host was started again.
    const elsewhere = dead.replace(/\.[0-9a-z]{4}\.(\w+)$/, '.zzzz.$1');
    const names = [
      'qemu-driver-test-results',
      'qemu-driver-test-AbCdEf',
      `other-${dead}`,
      elsewhere,
      `${ownedPrefix()}own`,
    ];
    for (const name of names) mkdirSync(join(place, name));
    symlinkSync(kept, join(place, dead));
    sweepDead(place);
    expect(readdirSync(place).sort()).toEqual([...names, dead].sort());
    expect(existsSync(kept)).toBe(true);
  });

  it('removes unknown names once no process can be that old', async () => {
    const [dead = ''] = await killed(temporaryDirectory());
    const place = temporaryDirectory();
    const elsewhere = join(place, dead.replace(/\.[0-9a-z]{4}\.(\w+)$/, '.zzzz.$1'));
    mkdirSync(elsewhere);
    const longAgo = new Date(Date.now() - 31 * 24 * 60 * 60 * 1000);
    utimesSync(elsewhere, longAgo, longAgo);
    sweepDead(place);
    expect(readdirSync(place)).toEqual([]);
  });

  it.skipIf(process.getuid?.() !== 0)(
    'leaves what another user owns (left out without root, who can make such a thing)',
    async () => {
      const [dead = ''] = await killed(temporaryDirectory());
      const place = temporaryDirectory();
      mkdirSync(join(place, dead));
      chownSync(join(place, dead), 65534, 65534);
      sweepDead(place);
      expect(readdirSync(place)).toEqual([dead]);
    },
  );
});
