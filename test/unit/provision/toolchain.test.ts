import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { mirrorPrograms } from '../../../src/provision/toolchain/mirror-programs.ts';
import { launcherScript } from '../../../src/provision/toolchain/launcher.ts';
import { finishToolchain } from '../../../src/provision/toolchain/toolchain.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { copyHostPrograms } from './unpacked-root.ts';
import { writeTree } from './write-tree.ts';

const linker = { loader: 'lib/ld.so', libraries: ['lib', 'lib/x'], setsName: true };

/** Which program runs, by which name, and the libraries that it has. */
const whoAmI = ['-c', 'echo "$0"; cat /proc/$$/maps'];

function run(program: string, args: readonly string[], env = {}): string {
  return execFileSync(program, args, { encoding: 'utf8', env: { PATH: '/usr/bin:/bin', ...env } });
}

it('a launcher finds its root from its own directory, and keeps the name of the program', () => {
  expect(launcherScript({ ...linker, root: '../..', program: 'usr/bin.elf/as' })).toBe(`#!/bin/sh
root="\${0%/*}/../.."
exec "$root"/lib/ld.so --inhibit-cache --library-path "$root"/lib:"$root"/lib/x --argv0 "$0" "$root"/usr/bin.elf/as "$@"
`);
});

it('a launcher outside of the store has the paths of the moment; an old linker cannot set the name', () => {
  const launch = { ...linker, setsName: false, root: '/a store', program: '/headers/modpost' };
  expect(launcherScript(launch)).toBe(`#!/bin/sh
root='/a store'
exec "$root"/lib/ld.so --inhibit-cache --library-path "$root"/lib:"$root"/lib/x /headers/modpost "$@"
`);
});

it('every program of a root runs with its libraries, also after the store has moved, and by any link', () => {
  const store = temporaryDirectory();
  const root = join(store, 'made');
  copyHostPrograms(root, ['usr/bin/make', 'usr/lib/llvm-19/bin/lld']);
  writeTree(root, { 'usr/bin/script': '#!/bin/sh\necho script "$@"\n', 'usr/share/text': 'text' });
  symlinkSync('make', join(root, 'usr/bin/gmake'));
  symlinkSync('../lib/llvm-19/bin/lld', join(root, 'usr/bin/lld-19'));
  expect(finishToolchain(root, 'make')).toEqual({
    loader: 'usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2',
    libraries: ['usr/lib/x86_64-linux-gnu'],
    setsName: true,
  });
  const moved = join(store, 'a restored place');
  cpSync(root, moved, { recursive: true, verbatimSymlinks: true });
  for (const [name, program] of [
    ['usr/bin/make', 'usr/bin.elf/make'],
    ['usr/bin/gmake', 'usr/bin.elf/make'],
    ['usr/bin/lld', 'usr/lib/llvm-19/bin.elf/lld'],
    ['usr/bin/lld-19', 'usr/lib/llvm-19/bin.elf/lld'],
    ['usr/lib/llvm-19/bin/lld', 'usr/lib/llvm-19/bin.elf/lld'],
  ] as const) {
    const [called, ...maps] = run(join(moved, name), whoAmI).split('\n');
    expect(called).toBe(join(moved, name));
    const files = new Set(maps.map((line) => line.slice(73)).filter((path) => path.startsWith('/')));
    expect([...files].sort()).toEqual(
      ['usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2', 'usr/lib/x86_64-linux-gnu/libc.so.6', program]
        .map((path) => join(moved, path))
        .sort(),
    );
  }
  expect(run(join(moved, 'usr/bin/script'), ['kept'])).toBe('script kept\n');
  expect(run('make', ['-c', 'exit 0'], { PATH: join(moved, 'usr/bin') })).toBe('');
});

it('programs have plain names beside those with a version, and directories as on an installed system', () => {
  const root = temporaryDirectory();
  copyHostPrograms(root, ['usr/bin/gcc-9', 'usr/bin/gcc-14', 'usr/bin/ld', 'usr/bin/ld-5']);
  finishToolchain(root, 'gcc');
  expect(readlinkSync(join(root, 'usr/bin/gcc'))).toBe('gcc-14');
  expect(readlinkSync(join(root, 'usr/bin/cc'))).toBe('gcc');
  expect(run(join(root, 'usr/bin/ld'), ['-c', 'echo $0'])).toBe(`${root}/usr/bin/ld\n`);
  expect(readlinkSync(join(root, 'lib'))).toBe('usr/lib');
  expect(existsSync(join(root, 'sbin'))).toBe(false);
});

it('the compiler of host programs uses headers, libraries and the linker of the root', () => {
  const root = temporaryDirectory();
  copyHostPrograms(root, []);
  writeTree(root, { 'usr/bin/gcc-14': '#!/bin/sh\nprintf "%s\\n" "$@"\n' });
  finishToolchain(root, 'gcc');
  expect(run(join(root, 'usr/bin/host-gcc'), ['-o', 'fixdep', 'fixdep.c']).replaceAll(root, 'ROOT')).toBe(
    `--sysroot=ROOT
-Wl,--dynamic-linker=ROOT/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
-Wl,--disable-new-dtags,-rpath,ROOT/usr/lib/x86_64-linux-gnu
-o
fixdep
fixdep.c
`,
  );
});

it('clang goes by its name, except where it starts itself', () => {
  const root = temporaryDirectory();
  copyHostPrograms(root, ['usr/bin/clang-19']);
  finishToolchain(root, 'clang');
  const script = readFileSync(join(root, 'usr/bin/clang-19'), 'utf8').replace(/^exec .*$/m, 'echo "$@"');
  writeTree(root, { clang: script });
  expect(run(join(root, 'clang'), ['-c', 'x.c'])).toBe('-no-canonical-prefixes -c x.c\n');
  expect(run(join(root, 'clang'), ['-cc1', 'x.c'])).toBe('-cc1 x.c\n');
});

it('a directory is mirrored with launchers for its programs, and with links to the rest', () => {
  const place = temporaryDirectory();
  copyHostPrograms(join(place, 'root'), []);
  copyHostPrograms(join(place, 'other'), ['../headers/scripts/mod/modpost']);
  writeTree(join(place, 'headers'), { 'scripts/Makefile.build': 'all:\n', 'scripts/gdb/linux.py': '' });
  symlinkSync('Makefile.build', join(place, 'headers/scripts/Makefile.lib'));
  const root = join(place, 'root');
  const starter = { root, linker: finishToolchain(root, 'libraries') };
  mirrorPrograms(join(place, 'headers/scripts'), join(place, 'mirror/scripts'), starter);
  const program = join(place, 'mirror/scripts/mod/modpost');
  const [called, ...maps] = run(program, whoAmI).split('\n');
  expect(called).toBe(program);
  expect(maps.join('\n')).toContain(join(root, 'usr/lib/x86_64-linux-gnu/libc.so.6'));
  expect(readlinkSync(join(place, 'mirror/scripts/Makefile.lib'))).toBe(join(place, 'headers/scripts/Makefile.lib'));
  expect(readlinkSync(join(place, 'mirror/scripts/gdb'))).toBe(join(place, 'headers/scripts/gdb'));
});

it('a library that can be started stays in its place', () => {
  const root = temporaryDirectory();
  copyHostPrograms(root, []);
  const library = join(root, 'usr/lib/x86_64-linux-gnu/libc.so.6');
  chmodSync(library, 0o755);
  finishToolchain(root, 'libc');
  expect(readFileSync(library).subarray(1, 4).toString()).toBe('ELF');
});

it('packages without a dynamic linker are refused', () => {
  expect(() => finishToolchain(temporaryDirectory(), 'gcc-14')).toThrow(
    'The fetched packages of gcc-14 contain no dynamic linker.',
  );
});
