import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../../src/cli/check-command.ts';
import { diagnoseCommand } from '../../../src/cli/diagnose-command.ts';
import { listCommand } from '../../../src/cli/list-command.ts';
import { mergeCommand } from '../../../src/cli/merge-command.ts';
import { tapCommand } from '../../../src/cli/tap-command.ts';
import { explain } from '../../../src/command/explain-failure.ts';
import { UsageError } from '../../../src/command/parse-arguments.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { commandIn, wordsOf } from './command-rig.ts';

// Everything that a terminal would obey, or that would make a reader see another text, but line feeds.
const obeyed = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;
const names = [
  'esc\x1b[31mred',
  'title\x1b]0;pwned\x07',
  'line\nedu:1: no problem at all',
  'bidi\u202etxt',
  'c1\x9b2J',
  'cr\rover',
];

describe('names of files', () => {
  it.each(names)('are shown by check and not interpreted: %j', async (name) => {
    const root = temporaryDirectory();
    mkdirSync(join(root, 'edu/ok'), { recursive: true });
    writeFileSync(join(root, 'edu/ok/run'), '#!/bin/sh\n', { mode: 0o755 });
    mkdirSync(join(root, 'edu', name));
    writeFileSync(join(root, 'edu/ok', name), '');
    const thrown: unknown = await checkCommand(wordsOf('check', ['edu']), commandIn(root).host).catch(
      (error: unknown) => error,
    );
    const { message } = explain(thrown);
    expect(thrown).toBeInstanceOf(UsageError);
    expect(message).not.toMatch(obeyed);
    // Each problem is a line, and its hint another.
    expect(
      message.split('\n').filter((line) => line !== '' && !line.startsWith('  hint:') && !line.startsWith('edu/')),
    ).toEqual([expect.stringMatching(/^\d+ problems?; nothing was run\.$/)]);
    expect(message).not.toMatch(/^edu:1: no problem/m);
  });

  it.each(names)('are shown by list: %j', async (name) => {
    const root = temporaryDirectory();
    const directory = join(root, name.replaceAll('/', '-'));
    mkdirSync(join(directory, 'a/info'), { recursive: true });
    writeFileSync(join(directory, 'a/run'), '#!/bin/sh\n', { mode: 0o755 });
    writeFileSync(join(directory, 'a/info/description'), `about ${name}`);
    for (const format of ['text', 'json', 'matrix']) {
      const { host, written } = commandIn(root);
      let said: string;
      try {
        await listCommand(wordsOf('list', [directory, '--format', format]), host);
        said = written();
      } catch (error) {
        said = explain(error).message;
      }
      expect(said).not.toMatch(obeyed);
    }
  });

  it('are shown by diagnose, tap and merge', async () => {
    const root = temporaryDirectory();
    const name = 'a\x1b]0;x\x07\u202e\x9b.log';
    writeFileSync(join(root, name), 'TAP version 13\n1..1\nok 1 a\u202eb\n');
    const { host, written, complaints } = commandIn(root);
    await diagnoseCommand(wordsOf('diagnose', [name, `${name}-gone`]), host);
    await tapCommand(wordsOf('tap', [name]), host);
    const thrown: unknown = await mergeCommand(wordsOf('merge', [`${name}-gone`, '--out', 'all']), host).catch(
      (error: unknown) => error,
    );
    for (const said of [written(), complaints(), explain(thrown).message]) expect(said).not.toMatch(obeyed);
    expect(
      written()
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => (JSON.parse(line) as { readonly file: string }).file),
    ).toEqual([name, name]);
  });
});
