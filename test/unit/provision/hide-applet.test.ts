import { describe, expect, it } from 'vitest';
import { hideApplet } from '../../../src/provision/initramfs/hide-applet.ts';

const hide = (text: string): { readonly text: string; readonly name: string } => {
  const { busybox, name } = hideApplet(Buffer.from(text), 'modprobe', ['modinfo', 'more']);
  return { text: Buffer.from(busybox).toString(), name };
};

describe('an applet', () => {
  it('gets another name in the table, which stays sorted; other texts keep it', () => {
    expect(hide('usage of modprobe\0[\0ls\0modinfo\0modprobe\0more\0mv\0')).toEqual({
      text: 'usage of modprobe\0[\0ls\0modinfo\0modprobf\0more\0mv\0',
      name: 'modprobf',
    });
  });

  it.each([
    ['there is no table', 'modprobe\0'],
    ['the table has other names', '\0modinfo\0modprobe\0mv\0'],
    ['two places look like it', '\0modinfo\0modprobe\0more\0\0modinfo\0modprobe\0more\0'],
  ])('keeps its name when %s', (_why, text) => expect(hide(text)).toEqual({ text, name: 'modprobe' }));
});
