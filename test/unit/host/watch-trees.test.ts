import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { TreeWatch } from '../../../src/host/files/watch-trees.ts';
import { eventually } from '../eventually.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

function watchFrom(roots: readonly string[]): {
  readonly seen: Set<string>;
  readonly problems: string[];
  tree: TreeWatch;
} {
  const [seen, problems] = [new Set<string>(), [] as string[]];
  const tree = new TreeWatch({
    onChange: (paths) => {
      for (const path of paths) seen.add(path);
    },
    onProblem: (message) => problems.push(message),
    isIgnored: (path) => basename(path) === 'ignored',
  });
  onTestFinished(() => tree[Symbol.dispose]());
  tree.setRoots(roots);
  return { seen, problems, tree };
}

describe('a watched tree', () => {
  it('tells of files that are written, made, renamed and removed, at any depth', async () => {
    const root = temporaryDirectory();
    mkdirSync(join(root, 'a/b'), { recursive: true });
    const [written, removed] = [join(root, 'a/b/written'), join(root, 'a/removed')];
    for (const path of [written, removed]) writeFileSync(path, '');
    const { seen } = watchFrom([root]);
    writeFileSync(written, 'more');
    rmSync(removed);
    writeFileSync(join(root, 'a/new.tmp'), '');
    renameSync(join(root, 'a/new.tmp'), join(root, 'a/new'));
    await eventually(() => expect([...seen]).toEqual(expect.arrayContaining([written, removed, join(root, 'a/new')])));
  });

  it('follows a directory that is new, and one that was replaced', async () => {
    const root = temporaryDirectory();
    mkdirSync(join(root, 'replaced'));
    const { seen } = watchFrom([root]);
    rmSync(join(root, 'replaced'), { recursive: true });
    for (const name of ['new/deep', 'replaced/deep']) mkdirSync(join(root, name), { recursive: true });
    await eventually(() =>
      expect([...seen]).toEqual(expect.arrayContaining([join(root, 'new'), join(root, 'replaced')])),
    );
    seen.clear();
    for (const name of ['new/deep', 'replaced/deep']) writeFileSync(join(root, name, 'file'), '');
    await eventually(() =>
      expect([...seen]).toEqual(
        expect.arrayContaining([join(root, 'new/deep/file'), join(root, 'replaced/deep/file')]),
      ),
    );
  });

  it('leaves out what is ignored, and directories that are no longer roots', async () => {
    const root = temporaryDirectory();
    for (const name of ['kept/ignored', 'dropped']) mkdirSync(join(root, name), { recursive: true });
    const { seen, tree } = watchFrom([join(root, 'kept'), join(root, 'dropped')]);
    tree.setRoots([join(root, 'kept')]);
    writeFileSync(join(root, 'kept/ignored/file'), '');
    writeFileSync(join(root, 'dropped/file'), '');
    writeFileSync(join(root, 'kept/last'), '');
    await eventually(() => expect(seen).toContain(join(root, 'kept/last')));
    expect([...seen]).toEqual([join(root, 'kept/last')]);
  });

  it('of a single file does not tell of its neighbours, also after the file was replaced', async () => {
    const root = temporaryDirectory();
    const file = join(root, 'model.ts');
    writeFileSync(file, '1');
    const { seen } = watchFrom([file]);
    for (const text of ['2', '3']) {
      writeFileSync(join(root, 'neighbour'), text);
      writeFileSync(`${file}.new`, text);
      renameSync(`${file}.new`, file);
      await eventually(() => expect([...seen]).toEqual([file]));
      seen.clear();
    }
  });

  it('waits for a root that does not exist yet', async () => {
    const root = join(temporaryDirectory(), 'later');
    const { seen, problems } = watchFrom([root]);
    mkdirSync(root);
    await eventually(() => expect(seen).toContain(root));
    writeFileSync(join(root, 'file'), '');
    await eventually(() => expect(seen).toContain(join(root, 'file')));
    expect(problems).toEqual([]);
  });
});
