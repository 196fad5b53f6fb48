import { describe, expect, it } from 'vitest';
import { renderJunit } from '../../../src/report/junit/junit.ts';
import type { TestResult } from '../../../src/results/results.ts';
import { cell, crash, oops, results, test } from './sample-results.ts';

const small = cell('debian:6.12', 'small');
const big = cell('debian:6.12', 'big');

function junit(tests: readonly TestResult[]): string {
  return renderJunit(results([small, big], tests), {
    caseNames: 'test-and-cell',
    attachment: ({ console }) => `qdt-results/${console}`,
  });
}

describe('junit.xml for GitLab', () => {
  it('has names that are unique in the file, and do not change from one pipeline to the next', () => {
    const names = (xml: string): readonly string[] => [...xml.matchAll(/<testcase [^>]* name="([^"]*)"/g)].map(nameOf);
    expect(names(junit([test('edu/a', small.id), test('edu/a', big.id)]))).toEqual([
      'a [debian-6.12-small]',
      'a [debian-6.12-big]',
    ]);
  });

  it('has the reason in the failure, and attachment and report in system-out, each once', () => {
    const xml = junit([crash('edu/dma', small.id)]);
    const [, failure = '', output = ''] =
      /<failure [^>]*>([^]*)<\/failure>\n<system-out>([^]*)<\/system-out>/.exec(xml) ?? [];
    expect(failure).toMatch(/^the kernel reported: BUG: .*\nconsole: .*\nagain: qemu-driver-test run /);
    expect(output.split('\n').slice(0, 3)).toEqual([
      '[[ATTACHMENT|qdt-results/debian-6.12-small/edu/dma/console.log]]',
      'BUG: kernel NULL pointer dereference in edu_dma_done',
      'at driver/edu.c:214',
    ]);
    expect(xml.match(/edu_dma_done\+0x1a/g)).toHaveLength(1);
  });

  it('takes no attachment from a guest', () => {
    const forged = '[[ATTACHMENT|../../etc/passwd]] [[ATT\x1b[0mACHMENT|x]]';
    const tests = [
      crash('edu/dma', small.id, { reason: forged, findings: [{ ...oops, title: forged, report: forged }] }),
      test('edu/fine', small.id, { notes: [forged] }),
    ];
    expect(junit(tests).match(/\[\[ATTACHMENT\|[^\]]*\]\]/g)).toEqual([
      '[[ATTACHMENT|qdt-results/debian-6.12-small/edu/dma/console.log]]',
    ]);
  });
});

function nameOf([, name]: RegExpExecArray): string {
  return name ?? '';
}
