import { isHostExhausted } from '../host/system-error.ts';

/** What QEMU, and whoever starts it, says of a resource that this host has no more of, and what to look at. */
const shortages: readonly (readonly [code: string, sign: RegExp, words: string])[] = [
  [
    'EAGAIN',
    /Resource temporarily unavailable/,
    'this user may have no more processes and threads; ulimit -u says how many',
  ],
  [
    'ENOMEM',
    /Cannot allocate memory|cannot set up guest memory|Out of memory/i,
    'there is not enough memory; run fewer tests at a time (--jobs), or give the machine less (-m)',
  ],
  ['EMFILE', /Too many open files/, 'too many files are open; ulimit -n says how many there may be'],
  ['ENFILE', /Too many open files in system/, 'too many files are open on this host'],
  ['ENOSPC', /No space left on device/, 'a disk is full'],
];

/** What the last words of a process that could not go on say of this host; undefined: nothing. */
export function shortageIn(words: string): string | undefined {
  const found = shortages.find(([, sign]) => sign.test(words));
  return found && `${found[2]} (${words})`;
}

/** The same of an error with which a process could not be started. */
export function shortageOf(error: Error): string | undefined {
  if (!isHostExhausted(error)) return undefined;
  const found = shortages.find(([code]) => code === error.code);
  return found && `${found[2]} (${error.message})`;
}
