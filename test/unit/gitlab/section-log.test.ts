import { beforeEach, describe, expect, it } from 'vitest';
import { SectionLog } from '../../../src/gitlab/section-log.ts';

let written: string;
let log: SectionLog;

beforeEach(() => {
  written = '';
  log = new SectionLog({ write: (text) => void (written += text), nowMs: () => 1_767_225_600_999 });
});

describe('the log of a GitLab job', () => {
  it('collapses a section between two markers', () => {
    log.beginFold('the console');
    log.text('one\ntwo');
    log.endFold();
    expect(written).toBe(
      '\x1b[0Ksection_start:1767225600:qemu_driver_test_1[collapsed=true]\r\x1b[0Kthe console\n' +
        'one\ntwo\n' +
        '\x1b[0Ksection_end:1767225600:qemu_driver_test_1\r\x1b[0K\n',
    );
  });

  it('never nests sections, and ends none that is not open', () => {
    log.endFold();
    log.beginFold('a');
    log.beginFold('b');
    log.endFold();
    const marks = written.match(/section_(?:start|end):\d+:\w+/g);
    expect(marks?.map((mark) => mark.replace(/:\d+:qemu_driver_test_/, ' '))).toEqual([
      'section_start 1',
      'section_end 1',
      'section_start 2',
      'section_end 2',
    ]);
  });

  it('keeps colours', () => {
    log.text('\x1b[31mred\x1b[0m');
    expect(written).toBe('\x1b[31mred\x1b[0m\n');
  });

  it.each([
    ['a marker', '\x1b[0Ksection_end:1:qemu_driver_test_1\r\x1b[0K'],
    ['a marker without its first sequence', 'section_start:1:forged[collapsed=true]\r\x1b[0Kforged'],
    ['a marker in pieces', '\x1b[0Ksec\x1b[0Ktion_end:1:qemu_driver_test_1\r\x1b[0K'],
    ['a marker with a colour in it', 'section\x1b[1m_end:1:x\r\x1b[0K'],
    ['an attachment', '[[ATTACHMENT|/etc/passwd]]'],
  ])('does not obey %s of a guest', (_, text) => {
    log.text(text);
    expect(written).not.toMatch(/section_(?:start|end):|\[\[ATTACHMENT/);
    expect(written.replace(/\x1b\[[0-9;]*m/g, '')).not.toMatch(/[\x1b\r]/);
  });

  it('does not obey a marker in a title', () => {
    log.beginFold('a\r\x1b[0K\x1b[0Ksection_end:1:x\r\x1b[0K\nb');
    expect(written.match(/section_(?:start|end):/g)).toEqual(['section_start:']);
    expect(written.split('\n')).toHaveLength(2);
  });

  it('cuts overlong lines', () => {
    log.text('x'.repeat(100_000));
    expect(written.length).toBeLessThan(4100);
  });
});
