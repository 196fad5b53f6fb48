import type { Random } from './random.ts';

/** Text that is dangerous where it is interpreted: as a path, a command, a pattern, a tag, a number. */
export const oddTexts: readonly [string, ...string[]] = [
  '',
  ' ',
  '.',
  '..',
  '/',
  '//',
  '../secret.txt',
  '../../secret.txt',
  '/etc/passwd',
  'linked',
  'a/../../secret.txt',
  './a',
  'a//b',
  'a\0b',
  '\0',
  '\n',
  '\r\n',
  '\t',
  '\x1b[2J',
  '\x1b]0;x\x07',
  '\x7f',
  '\u0085',
  '\u202egnp',
  '\ud800',
  '\udc00\ud800',
  '\ufffd',
  '\ufffe',
  '😀',
  'é',
  'e\u0301',
  '\u2028',
  '::error::x',
  '##[error]x',
  '::stop-commands::x',
  '</script><script>alert(1)</script>',
  ']]>',
  '<!--',
  '&amp;&#0;',
  '`x`',
  '|x|',
  '[x](javascript:x)',
  '$(id)',
  '`id`',
  "'",
  '"',
  '\\',
  '%',
  '%2e%2e%2f',
  '%s%n',
  '*',
  '?',
  '[',
  '(',
  'a{1,99999}',
  '-',
  '--',
  '--out=/x',
  '-device',
  '=',
  ',',
  ',,',
  'id=a,id=b',
  'driver=usb-host',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  '0x10',
  '1.5',
  '٣',
  'null',
  'true',
  'on',
  'qdt.control',
  'qdt.slot1',
  '.virtfs_metadata',
  'con',
  'aux.txt',
  'x'.repeat(255),
  'x'.repeat(256),
  'é'.repeat(200),
  'd/'.repeat(300),
  ':'.repeat(100),
];

/** One of them, several, a long one, or random bytes. */
export function oddText(random: Random, most = 3): string {
  if (random.below(12) === 0)
    return random
      .oneOf(oddTexts)
      .slice(0, 40)
      .repeat(1 + random.below(400));
  if (random.below(12) === 0)
    return random.bytes(random.below(60)).toString(random.oneOf(['latin1', 'utf8', 'utf16le']));
  return Array.from({ length: 1 + random.below(most) }, () => random.oneOf(oddTexts)).join(
    random.oneOf(['', '', ' ', '/', '.', '-']),
  );
}

/** Valid bytes, sometimes with a part removed, inserted or changed. */
export function spoilt(random: Random, bytes: Buffer): Buffer {
  const [at, length] = [random.below(bytes.length + 1), random.below(8)];
  switch (random.below(8)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, at), random.bytes(length), bytes.subarray(at)]);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(oddText(random)), bytes.subarray(at)]);
    default:
      return bytes;
  }
}
