import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { bounds } from '../../src/bounds/bounds.ts';
import { unpackArtifacts } from '../../src/run/folder/unpack-artifacts.ts';
import { attackWith } from './family.ts';
import { oddText, spoilt } from './odd-text.ts';
import { type Random, randomOf } from './random.ts';
import { harmTo, scratchPlace } from './scratch.ts';

const endMark = Buffer.from('\nfeedfacefeedface end of artifacts\n');
const limits = { files: 8, bytes: 10_000 };

/** A tar as a guest without 9p may send it. @throws Error */
export async function attack(seed: number): Promise<void> {
  const random = randomOf(seed);
  const parts = Array.from({ length: 1 + random.below(25) }, () => entryOf(random));
  const end = random.oneOf([
    endMark,
    endMark,
    endMark,
    Buffer.alloc(1024),
    endMark.subarray(0, 10),
    Buffer.concat([endMark, random.bytes(500)]),
  ]);
  await attackWith({
    what: 'tar stream',
    seed,
    parts: [...parts, end],
    complaintOf: (pieces) => complaintOf(pieces, random.below(2000) + 1),
  });
}

function entryOf(random: Random): Buffer {
  const name =
    random.below(3) === 0
      ? oddText(random)
      : `artifacts/${random.oneOf(['a', 'b', 'c/d', 'c', '../x', 'a/b', '.', oddText(random, 1)])}`;
  const content = random.bytes(random.below(random.below(10) === 0 ? 6000 : 600));
  const type = random.oneOf([
    '0',
    '0',
    '0',
    '0',
    '0',
    '\0',
    '1',
    '2',
    '3',
    '5',
    '6',
    '7',
    'L',
    'K',
    'x',
    'g',
    'S',
    'Z',
  ]);
  const body = type === 'x' || type === 'g' ? pax(random, name) : content;
  const size = random.below(12) === 0 ? random.oneOf([0, 1, 511, 8 ** 11 - 1, body.length + 512]) : body.length;
  const entry = Buffer.concat([
    header(name, size, { type, linkName: oddText(random) }),
    body,
    Buffer.alloc((512 - (body.length % 512)) % 512),
  ]);
  return random.below(10) === 0 ? spoilt(random, entry) : entry;
}

/** Records of an extended header, possibly with wrong lengths. */
function pax(random: Random, name: string): Buffer {
  const record = (key: string, value: string): string => {
    const rest = ` ${key}=${value}\n`;
    const restBytes = Buffer.byteLength(rest);
    return `${random.below(6) === 0 ? random.below(1e6) : restBytes + String(restBytes).length}${rest}`;
  };
  return Buffer.from(
    [
      record('path', random.below(4) === 0 ? `artifacts/${'p'.repeat(random.below(20_000))}` : name),
      record('size', random.oneOf(['0', '-1', '1e9', '99999999999', 'x'])),
      record(oddText(random, 1), oddText(random)),
      record('linkpath', '/etc/passwd'),
    ]
      .slice(0, random.below(5))
      .join(''),
  );
}

function header(
  name: string,
  size: number,
  { type, linkName }: { readonly type: string; readonly linkName: string },
): Buffer {
  const block = Buffer.alloc(512);
  block.write(name.slice(0, 300), 0, 100, 'utf8');
  block.write('0000644\x000000000\x000000000\x00', 100, 'latin1');
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  block.write('00000000000\0        ', 136, 'latin1');
  block.write(type, 156, 'latin1');
  block.write(linkName.slice(0, 300), 157, 100, 'utf8');
  block.write('ustar\x0000', 257, 'latin1');
  block.write(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
    'latin1',
  );
  return block;
}

async function complaintOf(pieces: readonly Buffer[], chunkBytes: number): Promise<string | undefined> {
  using scratch = scratchPlace();
  const source = new PassThrough();
  const unpacked = unpackArtifacts(source, {
    endMark,
    folder: scratch.inside,
    limits,
    signal: new AbortController().signal,
  });
  const bytes = Buffer.concat(pieces);
  for (let from = 0; from < bytes.length; from += chunkBytes) source.write(bytes.subarray(from, from + chunkBytes));
  source.end();
  return wrongWithWords(await unpacked) ?? wrongInFolder(scratch.inside) ?? harmTo(scratch, []);
}

function wrongWithWords(leftOut: readonly string[]): string | undefined {
  if (leftOut.length > bounds.artifacts.complaints + 1) return `${leftOut.length} complaints`;
  const long = leftOut.find((words) => words.length > 1000);
  return long === undefined ? undefined : `a complaint of ${long.length} characters`;
}

function wrongInFolder(folder: string): string | undefined {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => ({
    entry,
    path: join(entry.parentPath, entry.name),
  }));
  const stray = found.find(
    ({ entry, path }) => !`${path}/`.startsWith(`${folder}/artifacts/`) || !(entry.isFile() || entry.isDirectory()),
  );
  if (stray !== undefined) return `${stray.path} was made`;
  const files = found.filter(({ entry }) => entry.isFile());
  const size = files.reduce((sum, { path }) => sum + lstatSync(path).size, 0);
  return files.length > limits.files || size > limits.bytes
    ? `${files.length} files of ${size} bytes were made`
    : undefined;
}
