import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { loadSuites } from '../../src/app/load-suites.ts';
import { CannotCopy, copyUntrusted, TreeCopier } from '../../src/host/files/copy-tree.ts';
import { diskUse } from '../../src/host/files/disk-use.ts';
import { emptyDirectory } from '../../src/host/files/empty-directory.ts';
import { listUntrusted } from '../../src/host/files/walk-untrusted.ts';
import { isSystemError } from '../../src/host/system-error.ts';
import { mappedFileNotes } from '../../src/machine/mapped-file-notes.ts';
import { attackWith } from './family.ts';
import { oddTexts } from './odd-text.ts';
import { type Random, randomOf } from './random.ts';
import { harmTo, leaksIn, scratchPlace, secret } from './scratch.ts';

/** The steps of a guest in its folder. */
type Step =
  | { readonly do: 'file' | 'directory' | 'pipe'; readonly name: Buffer }
  | { readonly do: 'link'; readonly name: Buffer; readonly to: string }
  /** Nested directories, deeper than any path reaches. */
  | { readonly do: 'deepen'; readonly name: Buffer; readonly levels: number; readonly levelChars: number }
  | { readonly do: 'many'; readonly name: Buffer; readonly count: number }
  /** An entry that changes between file, directory, link to the outside and nothing, while others read it. */
  | { readonly do: 'race'; readonly name: Buffer };

/**
 * What is outside lies in the scratch place, too: whoever follows a link by mistake, and writes or removes, must find
 * nothing there that this host needs.
 */
const linkTargets: readonly [string, ...string[]] = [
  '../../secret.txt',
  '../../beside',
  '..',
  '.',
  '/dev/zero',
  'nowhere',
  '/proc/self/mem',
];

/** Fills a folder as a guest may, and hands it to all who look into it, copy from it and take it away. @throws Error */
export async function attack(seed: number): Promise<void> {
  const random = randomOf(seed);
  await attackWith({
    what: 'folder tree',
    seed,
    parts: Array.from({ length: 1 + random.below(25) }, () => stepOf(random)),
    complaintOf,
  });
}

function stepOf(random: Random): Step {
  const name = nameOf(random);
  switch (random.below(30)) {
    case 0:
      return { do: 'pipe', name };
    case 1:
      return { do: 'deepen', name, levels: random.oneOf([10, 70, 250]), levelChars: random.oneOf([1, 10, 200]) };
    case 2:
      return { do: 'many', name, count: random.below(300) };
    case 3:
    case 4:
      return { do: 'race', name };
    default:
      return random.below(3) === 0
        ? { do: 'link', name, to: random.oneOf(linkTargets) }
        : { do: random.oneOf(['file', 'directory']), name };
  }
}

/** Any bytes that a name can have, below what may be a directory by then. */
function nameOf(random: Random): Buffer {
  const one = (): Buffer =>
    random.oneOf<() => Buffer>([
      () => Buffer.from(random.oneOf(['a', 'b', 'c', '.virtfs_metadata', 'run', 'info', 'data'])),
      () => Buffer.from(random.oneOf(oddTexts)),
      () => random.bytes(1 + random.below(20)),
      () => Buffer.from('\u00e9'.repeat(100)),
    ])();
  const plain = (bytes: Buffer): Buffer =>
    Buffer.from(bytes.filter((byte) => byte !== 0 && byte !== 47)).subarray(0, 255);
  return Buffer.concat(
    Array.from({ length: 1 + random.below(3) }, one)
      .map(plain)
      .filter((part) => part.length > 0 && !['.', '..'].includes(part.toString('latin1')))
      .flatMap((part) => [Buffer.from('/'), part]),
  );
}

const limits = { files: 200, bytes: 100_000, depth: 20, pathBytes: 1024 };

async function complaintOf(steps: readonly Step[]): Promise<string | undefined> {
  using scratch = scratchPlace();
  const artifacts = join(scratch.inside, 'artifacts');
  mkdirSync(artifacts);
  mkdirSync(join(scratch.path, 'beside'));
  writeFileSync(join(scratch.path, 'beside/file'), secret);
  for (const step of steps) unlessRefused(() => make(Buffer.from(artifacts), step));
  const racers = steps
    .filter(({ do: what }) => what === 'race')
    .map(({ name }) => Buffer.concat([Buffer.from(artifacts), name]));
  const race = startRace(artifacts, racers);
  try {
    const wrong = (await lookAll(scratch.inside, join(scratch.path, 'copies'))) ?? leakIn(join(scratch.path, 'copies'));
    if (wrong !== undefined) return wrong;
  } finally {
    race.stop();
  }
  const left = await emptyDirectory(scratch.inside, 20_000);
  if (left !== undefined || readdirSync(scratch.inside).length > 0)
    return `the folder could not be emptied: ${left ?? 'something is left'}`;
  if (readFileSync(join(scratch.path, 'beside/file'), 'utf8') !== secret) return 'a file beside was changed';
  return harmTo(scratch, ['copies', 'beside']);
}

async function lookAll(folder: string, copies: string): Promise<string | undefined> {
  const place = { directory: folder, path: 'artifacts' };
  const [use, copied, listed] = await Promise.all([
    diskUse(folder, { entries: 1000, depth: 200, timeMs: 20_000 }),
    copyUntrusted(place, join(copies, 'one'), { ...limits, notes: mappedFileNotes }),
    listUntrusted(place, { entries: 2000, depth: 20, pathBytes: 1024 }),
    new TreeCopier({ bytes: 1e6, entries: 1000, depth: 64 })
      .copyInside(join(folder, 'artifacts'), join(copies, 'two'), folder)
      .catch(expected),
  ]);
  loadSuites([join(folder, 'artifacts')], folder);
  if (use.entries > 1001) return `${use.entries} entries were looked at`;
  if (copied.copied.length > limits.files) return `${copied.copied.length} files were copied`;
  const long = [...copied.leftOut, ...listed.leftOut].find((words) => words.length > 1000);
  return long === undefined ? undefined : `a complaint of ${long.length} characters`;
}

/** A file of the author's that is gone, or leads elsewhere, must be reported. */
function expected(error: unknown): void {
  if (!(error instanceof CannotCopy || isSystemError(error))) throw error;
}

/** The copier of the author's files follows links: what it copies lay inside. */
function leakIn(copies: string): string | undefined {
  mkdirSync(copies, { recursive: true });
  const [leak] = leaksIn(copies);
  return leak === undefined ? undefined : `a file of the outside was copied to ${leak}`;
}

function make(top: Buffer, step: Step): void {
  const path = Buffer.concat([top, step.name]);
  if (!isBelow(top.toString('utf8'), path)) return;
  switch (step.do) {
    case 'file':
      writeFileSync(path, 'x'.repeat(step.name.length * 50), { flag: 'wx' });
      return;
    case 'directory':
      mkdirSync(path);
      return;
    case 'link':
      symlinkSync(step.to, path);
      return;
    case 'pipe':
      spawnSync('mkfifo', [
        /^[\x20-\x7e]+$/.test(path.toString('latin1')) ? path.toString('latin1') : `${top.toString('utf8')}/pipe`,
      ]);
      return;
    case 'many':
      mkdirSync(path);
      for (let count = 0; count < step.count; count++)
        writeFileSync(Buffer.concat([path, Buffer.from(`/${count}`)]), '');
      return;
    case 'deepen':
      deepen(top, path, step);
      return;
    case 'race':
  }
}

/** From the bottom up, so that no path is ever long. */
function deepen(
  top: Buffer,
  path: Buffer,
  { levels, levelChars }: { readonly levels: number; readonly levelChars: number },
): void {
  const inTop = (name: string): Buffer => Buffer.concat([top, Buffer.from(`/${name}`)]);
  const level = 'd'.repeat(levelChars);
  mkdirSync(inTop('.deep'));
  for (let count = 0; count < levels; count++) {
    mkdirSync(inTop('.next'));
    renameSync(inTop('.deep'), inTop(`.next/${level}`));
    renameSync(inTop('.next'), inTop('.deep'));
  }
  renameSync(inTop('.deep'), path);
}

/** Changes everything whenever a reader waits for the system. */
function startRace(top: string, paths: readonly Buffer[]): { readonly stop: () => void } {
  let turn = 0;
  let next: NodeJS.Immediate | undefined;
  const change = (): void => {
    turn++;
    for (const path of paths.filter((one) => isBelow(top, one))) {
      unlessRefused(() => rmSync(path, { recursive: true, force: true }));
      unlessRefused(() =>
        [
          mkdirSync,
          (at: Buffer) => writeFileSync(at, 'raced', { flag: 'wx' }),
          (at: Buffer) => symlinkSync('../../secret.txt', at),
          (at: Buffer) => symlinkSync('../../beside', at),
        ][turn % 4]?.(path),
      );
    }
    next = setImmediate(change);
  };
  if (paths.length > 0) change();
  return { stop: () => clearImmediate(next) };
}

/** A guest cannot write outside its folder, and its links must not make us do so. */
function isBelow(top: string, path: Buffer): boolean {
  try {
    const parent = realpathSync(path.subarray(0, path.lastIndexOf(47)), { encoding: 'buffer' }).toString('latin1');
    return `${parent}/`.startsWith(`${Buffer.from(top).toString('latin1')}/`);
  } catch {
    return false;
  }
}

/** Many steps fail because a directory is missing, or an entry exists. */
function unlessRefused(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    if (!isSystemError(error) && !(error instanceof Error && 'code' in error)) throw error;
  }
}
