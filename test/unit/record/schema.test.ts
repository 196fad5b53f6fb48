import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../../src/record/entries.ts';
import { formatEntry, parseEntry } from '../../../src/record/entry-text.ts';
import type { Ending } from '../../../src/run/evidence/run-record.ts';
import { panicConsole } from '../diagnose/run-records.ts';
import { attempt, boot, header } from './record-rig.ts';

function schemaOf(name: string): object {
  return JSON.parse(readFileSync(new URL(`../../../schema/${name}`, import.meta.url), 'utf8')) as object;
}

const validate = new Ajv2020({ strict: true, allErrors: true })
  .addSchema(schemaOf('results.schema.json'))
  .compile(schemaOf('record.schema.json'));

const pattern = { pattern: /^x+$/, reason: 'why', file: '/s/info/expect-console', line: 1 } as const;
const rules = {
  expectation: { kind: 'crash', title: /KASAN/ },
  expectConsole: [
    { kind: 'allow', until: '2027-01-01', ...pattern },
    { kind: 'require', until: undefined, ...pattern },
  ],
  isSweepPoint: false,
} as const;
const shard = { index: 1, count: 2, plan: 'a'.repeat(64), tests: 4 };
const fullHeader = header(1, { repeat: 3, shuffleSeed: 7, shard });
const coverage = { registers: {}, interrupts: {}, dma: { reads: 0, writes: 0, bytes: 0 }, unmapped: 0 };
const crash = { during: 'a read of ID', message: 'no', stack: '' };
const devices = [
  { id: 'a', model: 'edu', faults: [], coverage, crash },
  { id: 'b', model: 'b', faults: [], lost: 'its process was gone' },
];

/** Everything that an entry can have. */
const entries: Readonly<Record<string, RecordEntry>> = {
  run: { ...fullHeader, tests: fullHeader.tests.map((planned) => ({ ...planned, rules })) },
  boot,
  'template-lost': { entry: 'template-lost', cell: 'cell', note: 'n' },
  coverable: {
    entry: 'coverable',
    cell: 'cell',
    suite: 'edu',
    files: [{ file: 'driver/edu.c', coverable: '1-4,9', source: 'coverage/source/driver/edu.c' }],
    reason: 'r',
  },
  attempt: attempt(
    0,
    {
      consoleText: panicConsole,
      runOutput: 'TAP version 13\n1..1\nnot ok 1 a # why\n',
      statuses: { setup: 0, run: undefined },
      devices,
    },
    {
      record: {
        timelinePath: 'cell/edu/t/timeline.jsonl',
        postMortem: { files: ['cell/edu/t/postmortem/console.log'] },
        coverage: { kind: 'read', files: [{ file: 'driver/edu.c', lines: '1-3' }] },
      },
    },
  ),
  end: { entry: 'end', durationMs: 1234.6, bail: { failures: 2 } },
};

const causes = [
  { kind: 'module-build', directory: '/d', output: 'o', error: 'e' },
  { kind: 'boot-failed', detail: 'd' },
  { kind: 'model-failed', detail: 'd' },
] as const;
const endings: readonly Ending[] = [
  { kind: 'completed' },
  { kind: 'deadline', timeoutMs: 1, answering: true },
  { kind: 'no-power-off', timeoutMs: 1 },
  { kind: 'boot-deadline', timeoutMs: 1, phase: 'kernel-silent' },
  { kind: 'guest-shutdown' },
  { kind: 'guest-reset' },
  { kind: 'guest-panicked' },
  { kind: 'after-bug', bug: 'Oops: 0002 [#1]' },
  { kind: 'qemu-exited', exitCode: 1, signal: undefined, lastOutput: '' },
  { kind: 'qemu-exited', exitCode: undefined, signal: 'SIGKILL', lastOutput: '' },
  { kind: 'agent-lost', detail: 'd' },
  { kind: 'model-broke', detail: 'd' },
  { kind: 'over-limit', detail: 'd' },
  { kind: 'kvm-failed', detail: 'd' },
  { kind: 'host-failed', detail: 'd' },
  { kind: 'internal-error', detail: 'd', log: 'l' },
  ...causes.map((cause) => ({ kind: 'not-started', cause }) as const),
  { kind: 'cancelled' },
];

function isValid(text: string): boolean {
  return validate(JSON.parse(text));
}

/** Whether the reader takes it. */
function isRead(text: string): boolean {
  try {
    parseEntry(text, 'line 1');
    return true;
  } catch {
    return false;
  }
}

describe('the record, its schema and its reader are the same', () => {
  it.each(Object.entries(entries))(
    'an entry of kind %s that has everything is valid, and comes back as it was',
    (_kind, entry) => {
      const text = formatEntry(entry);
      expect([isValid(text), validate.errors]).toEqual([true, null]);
      expect(parseEntry(text, 'line 1')).toEqual(entry);
    },
  );

  it.each(endings)('an attempt that ended so is valid, and comes back as it was: %j', (ending) => {
    const entry = attempt(0, { ending });
    const text = formatEntry(entry);
    expect([isValid(text), validate.errors]).toEqual([true, null]);
    expect(parseEntry(text, 'line 1')).toEqual(entry);
  });

  it.each(Object.entries(entries))(
    'of an entry of kind %s both miss the same fields, and take no other',
    (_kind, entry) => {
      const whole = JSON.parse(formatEntry(entry)) as Record<string, unknown>;
      for (const key of Object.keys(whole)) {
        const text = JSON.stringify({ ...whole, [key]: undefined });
        expect([key, isRead(text)]).toEqual([key, isValid(text)]);
      }
      const more = JSON.stringify({ ...whole, more: 1 });
      expect([isRead(more), isValid(more)]).toEqual([false, false]);
    },
  );
});
