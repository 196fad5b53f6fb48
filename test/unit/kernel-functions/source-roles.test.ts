import { describe, expect, test } from 'vitest';
import { FunctionRoles } from '../../../scripts/kernel-functions/function-roles.ts';
import { modulesOf } from '../../../scripts/kernel-functions/module-names.ts';
import { packNames } from '../../../scripts/kernel-functions/packed-names.ts';
import { roleOfFile } from '../../../scripts/kernel-functions/source-roles.ts';
import { unpackNames } from '../../../src/diagnose/stack/kernel-function.ts';

describe('the role of a source file', () => {
  test.each([
    ['lib/kobject.c', 'helper'],
    ['kernel/locking/mutex.c', 'helper'],
    ['arch/x86/lib/copy_user_64.S', 'helper'],
    ['arch/arm64/kernel/traps.c', 'entry'],
    ['drivers/pci/probe.c', 'helper'],
    ['include/linux/list.h', 'inline'],
    ['mm/slub.c', 'service'],
    ['drivers/base/core.c', 'service'],
    ['fs/sysfs/dir.c', 'service'],
    ['fs/read_write.c', 'core'],
    ['drivers/usb/core/hub.c', 'core'],
    ['drivers/char/misc.c', 'core'],
    ['drivers/pci/controller/pcie-mediatek.c', 'other'],
    ['drivers/char/toshiba.c', 'other'],
    ['drivers/clk/clk-rp1.c', 'other'],
    ['drivers/net/dummy.c', 'other'],
    ['fs/ext4/inode.c', 'other'],
    ['sound/core/pcm.c', 'other'],
    ['lib/test_bitmap.c', 'other'],
    ['mm/kasan/kasan_test.c', 'other'],
    ['arch/x86/boot/string.c', 'ignored'],
    ['drivers/firmware/efi/libstub/string.c', 'ignored'],
  ])('%s: %s', (path, role) => expect(roleOfFile(path)).toBe(role));
});

describe('the role of a name', () => {
  test('what a driver has, too, is on no list', () => {
    const roles = new FunctionRoles();
    roles.add('helper', ['probe', 'kobject_put']);
    roles.add('other', ['probe']);
    expect(roles.all()).toEqual(
      new Map([
        ['probe', 'other'],
        ['kobject_put', 'helper'],
      ]),
    );
  });

  test('underscores at its start make no difference', () => {
    const roles = new FunctionRoles();
    roles.add('service', ['__kmalloc']);
    roles.add('other', ['_kmalloc']);
    expect(roles.all()).toEqual(new Map([['kmalloc', 'other']]));
  });

  test('a header only counts where no file defines the function', () => {
    const roles = new FunctionRoles();
    roles.add('inline', ['exit_aio', 'kref_get']);
    roles.add('core', ['exit_aio']);
    expect([...roles.all().values()]).toEqual(['core', 'inline']);
  });
});

describe('the packed lists', () => {
  const roles = new Map([
    ...['mutex_lock', 'mutex_unlock', 'mutex_trylock', 'mutex_init', 'mutex_owner'].map(
      (name) => [name, 'helper'] as const,
    ),
    ['mutex_of_a_driver', 'other'] as const,
    ['device_add', 'service'] as const,
    ['device_of_drivers', 'other'] as const,
    ['vsnprintf', 'helper'] as const,
    ['vfs_read', 'core'] as const,
  ]);
  const names = unpackNames(`head${packNames(roles, ['usbcore', 'usb_common'])}\n`);

  test('a family is one entry, with what drivers have of it as exceptions', () => {
    expect(names.families).toEqual(new Map([['mutex_', 'helper']]));
    expect(names.functions.get('mutex_of_a_driver')).toBe('other');
    expect(names.functions.has('mutex_lock')).toBe(false);
  });

  test('names without a family are entries, and drivers’ own are not', () => {
    expect(names.functions.get('vsnprintf')).toBe('helper');
    expect(names.functions.get('device_add')).toBe('service');
    expect(names.functions.get('vfs_read')).toBe('core');
    expect(names.functions.has('device_of_drivers')).toBe(false);
  });

  test('modules', () => expect(names.modules).toEqual(new Set(['usb_common', 'usbcore'])));
});

describe("the kernel's own modules", () => {
  const usb = 'usbcore-y := usb.o \\\n\thub.o\nobj-$(CONFIG_USB)\t+= usbcore.o\n';
  const files = (...sources: readonly string[]): ReadonlySet<string> => new Set(sources);

  test('all of their files are', () => {
    const makefiles = new Map([['drivers/usb/core/Makefile', usb]]);
    const sources = files('drivers/usb/core/usb.c', 'drivers/usb/core/hub.c');
    expect(modulesOf({ makefiles, options: ['config USB\n\ttristate "USB"\n'], sources })).toEqual(['usbcore']);
  });

  test('an option that is only on or off makes no module', () => {
    const makefiles = new Map([['drivers/usb/core/Makefile', usb]]);
    const sources = files('drivers/usb/core/usb.c', 'drivers/usb/core/hub.c');
    expect(modulesOf({ makefiles, options: ['config USB\n\tbool "USB"\n'], sources })).toEqual([]);
  });

  test('a driver is none', () => {
    const makefiles = new Map([['drivers/misc/Makefile', 'obj-$(CONFIG_TOY) += toy.o\n']]);
    const options = ['config TOY\n\ttristate "Toy"\n'];
    expect(modulesOf({ makefiles, options, sources: files('drivers/misc/toy.c') })).toEqual([]);
  });
});
