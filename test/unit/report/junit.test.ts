import { readFileSync } from 'node:fs';
import { describe, expect, test as it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { findingKinds } from '../../../src/diagnose/finding.ts';
import { outcomes } from '../../../src/diagnose/verdict.ts';
import { renderJunit } from '../../../src/report/junit/junit.ts';
import { cell, completeResults, crash, oops, results, test } from './sample-results.ts';

const schema = readFileSync(new URL('../../fixtures/junit.xsd', import.meta.url), 'utf8');
const small = cell('debian:6.12', 'small');

async function problems(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: xml }],
    schema: [schema],
    maxMemoryPages: 4096,
  });
  return errors.map(({ message }) => message);
}

describe('junit.xml', () => {
  it('has a testsuite a cell and says of each test what came of it', () => {
    const tests = [
      test('edu/probe', small.id, { notes: ['console.log: 3 MB left out'] }),
      test('edu/odd', small.id, { outcome: 'skip', reason: 'no /dev/edu1' }),
      crash('edu/oops', small.id, { ok: true, expected: 'crash' }),
      test('edu/unload', small.id, { ok: false, expected: 'any failure' }),
      crash('edu/dma', small.id, { findings: [{ ...oops, report: 'BUG: <here>' }] }),
      test('edu/late', small.id, {
        outcome: 'error',
        ok: false,
        reason: 'setup exited with status 1',
        startMs: null,
        durationMs: 61_000,
      }),
    ];
    const again = (id: string): string =>
      `again: qemu-driver-test run examples/edu --test ${id} --kernel debian:6.12 --machine 'small=-m 256 -smp 1'`;
    const notOk = 'It passed, but any failure was expected. If the bug is fixed, remove its info/expect-failure.';
    const times = 'time="73.000" timestamp="2026-03-04T05:06:07"';
    const crashed = 'the kernel reported: BUG: kernel NULL pointer dereference in edu_dma_done';
    expect(renderJunit(results([small], tests))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="qemu-driver-test" tests="6" failures="2" errors="1" time="19.000">
<testsuite name="debian-6.12-small" tests="6" failures="2" errors="1" skipped="1" ${times}>
<properties>
<property name="kernel" value="debian:6.12"/>
<property name="kernel.release" value="6.12.0-1-amd64"/>
<property name="machine" value="small"/>
<property name="machine.args" value="-m 256 -smp 1"/>
<property name="arch" value="x86_64"/>
<property name="qemu" value="11.1.3"/>
<property name="accelerator" value="tcg"/>
<property name="qemu-driver-test" value="0.1.0"/>
</properties>
<testcase classname="edu" name="probe" time="2.400">
<system-out>console.log: 3 MB left out</system-out>
</testcase>
<testcase classname="edu" name="odd" time="2.400">
<skipped>no /dev/edu1</skipped>
</testcase>
<testcase classname="edu" name="oops" time="2.400">
<system-out>An expected failure (crash): crash. ${crashed}</system-out>
</testcase>
<testcase classname="edu" name="unload" time="2.400">
<failure type="unexpected-pass" message="${notOk}">${notOk}
console: debian-6.12-small/edu/unload/console.log
${again('edu/unload')}</failure>
</testcase>
<testcase classname="edu" name="dma" time="2.400">
<failure type="crash" message="${crashed}">${crashed}
console: debian-6.12-small/edu/dma/console.log:812
${again('edu/dma')}

BUG: kernel NULL pointer dereference in edu_dma_done
at driver/edu.c:214
BUG: &lt;here&gt;</failure>
</testcase>
<testcase classname="edu" name="late" time="61.000">
<error type="error" message="setup exited with status 1">setup exited with status 1
console: debian-6.12-small/edu/late/console.log
${again('edu/late')}</error>
</testcase>
</testsuite>
</testsuites>
`);
  });

  it('is valid for every outcome, expected or not, and every kind of finding', async () => {
    const tests = [
      ...[true, false].flatMap((ok) =>
        outcomes.map((outcome) => test(`edu/${outcome}-${String(ok)}`, small.id, { outcome, ok })),
      ),
      ...findingKinds.map((kind) => crash(`edu/${kind}`, small.id, { findings: [{ ...oops, kind }] })),
    ];
    expect(await problems(renderJunit(results([small, cell('debian:6.1', 'big')], tests)))).toEqual([]);
    expect(await problems(renderJunit(completeResults))).toEqual([]);
  });

  it('stays valid whatever a guest prints', async () => {
    const everything = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code)).join('');
    const hostile =
      `${everything}\ud800\udfff\ufffe\uffff\u{1f600}]]><![CDATA[ ` +
      '</failure></testcase> &lol; <!DOCTYPE x> \x1b[31m';
    const all = {
      reason: hostile,
      expected: hostile,
      notes: [hostile],
      subtests: [{ name: hostile, status: 'fail', reason: hostile }],
    } as const;
    const tests = [
      crash('edu/a', small.id, {
        ...all,
        findings: [{ ...oops, title: hostile, report: hostile, source: { file: hostile, line: 1 } }],
      }),
      test('edu/b', small.id, { ...all, outcome: 'skip' }),
      crash('edu/c', small.id, { ...all, ok: true }),
    ];
    const xml = renderJunit(results([small], tests));
    expect(await problems(xml)).toEqual([]);
    expect(xml.match(/<testcase /g)).toHaveLength(3);
  });

  it('does not pass for valid when it is not', async () => {
    const xml = renderJunit(results([small], [crash('edu/a', small.id)]));
    expect(await problems(xml.replace(' time="2.400"', ' time="2.4"'))).not.toEqual([]);
    expect(await problems(xml.replaceAll('failure', 'failed'))).not.toEqual([]);
    expect(await problems(xml.replace('edu_dma_done', '\x1b'))).not.toEqual([]);
  });

  it('stays within its limits and notes what it left out', async () => {
    const report = `${'x'.repeat(5000)}\n`.repeat(500);
    const many = Array.from({ length: 150 }, (_, index) =>
      crash(`edu/t${index}`, small.id, { findings: [{ ...oops, report }] }),
    );
    const xml = renderJunit(results([small], many));
    expect(xml.length).toBeLessThan(8_000_000);
    expect(xml).toContain('[… 300 lines left out …]');
    expect(xml).toContain('The rest was left out to keep this file small. results.json has all of it.');
    expect(xml.match(/<failure /g)).toHaveLength(150);
    expect(await problems(xml)).toEqual([]);
  });

  it('has the tags and the parameters of a test as properties, within the limits of the file', async () => {
    const xml = renderJunit(
      results([small], [test('edu/probe', small.id, { tags: ['slow', 'irq'], parameters: { SIZE: '<16>' } })]),
    );
    expect(xml).toContain(`<testcase classname="edu" name="probe" time="2.400">
<properties>
<property name="tag" value="slow"/>
<property name="tag" value="irq"/>
<property name="parameter.SIZE" value="&lt;16&gt;"/>
</properties>
</testcase>`);
    expect(await problems(xml)).toEqual([]);
    const tags = Array.from({ length: 100 }, (_, index) => `${index}`.padEnd(100, 'x'));
    const many = Array.from({ length: 1000 }, (_, index) => test(`edu/t${index}`, small.id, { tags }));
    expect(renderJunit(results([small], many)).length).toBeLessThan(8_000_000);
  });

  it('names the cell in each case for readers that ignore testsuites', () => {
    const xml = renderJunit(results([small], [test('edu/probe', small.id)]), { caseNames: 'test-and-cell' });
    expect(xml).toContain('<testcase classname="edu" name="probe [debian-6.12-small]" time="2.400"/>');
  });
});
