import type { BootSigns } from '../evidence/run-record.ts';

export interface BootListener {
  readonly hear: (line: Buffer) => void;
  readonly signs: () => BootSigns;
}

/** Listens to the console of a boot. The first line of each kind counts. */
export function listenForSigns(): BootListener {
  const heard: { shortage?: string; panic?: string } = {};
  return {
    hear: (bytes) => {
      // Most lines are nothing of the kind, and a console may be a flood.
      const line = bytes.toString('latin1', 0, maxChars);
      if (line.includes(panicNeedle)) heard.panic ??= inOneLine(line.slice(line.indexOf(panicNeedle)));
      if (shortages.some((needle) => line.includes(needle))) heard.shortage ??= inOneLine(line.replace(stamp, ''));
    },
    signs: () => ({ shortage: heard.shortage, panic: heard.panic }),
  };
}

const maxChars = 1000;
const shownChars = 200;
const panicNeedle = 'Kernel panic - not syncing';

/** Sources: mm/oom_kill.c, mm/page_alloc.c, init/initramfs.c, mm/memblock.c and its callers, mm/kasan/init.c. */
const shortages = [
  'Out of memory',
  'out of memory',
  'System is deadlocked on memory',
  'page allocation failure',
  'Initramfs unpacking failed: write error',
  ': Failed to allocate ',
  'Failed to allocate page',
];

const stamp = /^(?:<\d{1,2}>)?\[[^\]]{1,40}\](?:\[[^\]]{1,20}\])? /;

function inOneLine(line: string): string {
  return line
    .replaceAll(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, shownChars);
}
