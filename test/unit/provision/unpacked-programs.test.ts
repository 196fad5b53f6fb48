import { expect, it } from 'vitest';
import { examineUnpacked, unpackedCommand } from '../../../src/provision/qemu/unpacked-programs.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { writeTree } from './write-tree.ts';

it('a program of an unpacked root is started by the dynamic linker of that root, with its libraries only', () => {
  const root = temporaryDirectory();
  writeTree(root, {
    'usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2': '',
    'usr/lib/x86_64-linux-gnu/libc.so.6': '',
    'usr/lib/x86_64-linux-gnu/pulseaudio/libpulsecommon-16.1.so': '',
    'usr/lib/x86_64-linux-gnu/qemu/accel-tcg-x86_64.so': '',
  });
  const found = examineUnpacked(root);
  expect(found).toEqual({
    loader: 'usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2',
    libraries: ['usr/lib/x86_64-linux-gnu', 'usr/lib/x86_64-linux-gnu/pulseaudio'],
  });
  expect(found && unpackedCommand('/store/q', found, 'usr/bin/qemu-img')).toEqual([
    '/store/q/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2',
    '--inhibit-cache',
    '--library-path',
    '/store/q/usr/lib/x86_64-linux-gnu:/store/q/usr/lib/x86_64-linux-gnu/pulseaudio',
    '/store/q/usr/bin/qemu-img',
  ]);
});

it('a root from before the merge of /lib into /usr/lib has its dynamic linker in /lib', () => {
  const root = temporaryDirectory();
  writeTree(root, { 'lib/x86_64-linux-gnu/ld-linux-x86-64.so.2': '', 'usr/lib/x86_64-linux-gnu/libx.so.1': '' });
  expect(examineUnpacked(root)).toEqual({
    loader: 'lib/x86_64-linux-gnu/ld-linux-x86-64.so.2',
    libraries: ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu'],
  });
});

it('a root without one is recognised', () => {
  expect(examineUnpacked(temporaryDirectory())).toBeUndefined();
});
