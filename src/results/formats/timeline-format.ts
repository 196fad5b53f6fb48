import type { TimelineEntry } from '../../run/evidence/timeline-entry.ts';
import { anything, formatOf, number, object, oneOf, optional, recordOf, withKeywords, text } from './values.ts';

/** A line of `timeline.jsonl`. */
export const timelineEntry = formatOf<TimelineEntry>()(
  withKeywords(
    { $id: 'urn:qemu-driver-test:timeline:1', title: 'qemu-driver-test timeline' },
    object(
      {
        atMs: number(
          'Milliseconds since QEMU was launched, to the microsecond, on a clock that does not go back; negative for ' +
            'what happened to a device model before.',
        ),
        source: oneOf(
          ['machine', 'stage', 'console', 'hw', 'monitor', 'device'],
          'machine: what was done with it, from launch to end; stage: a stage began or ended; console: a line of the ' +
            "kernel's console; hw: what the test asked of its hardware; monitor: an event of QEMU; device: what " +
            'passed between a device model and its machine.',
        ),
        text: text('For people, in one line. It may be what the guest wrote.'),
        device: optional(
          text('The device model that it is about, as `info/devices` has it. Missing: it is about none.'),
        ),
        data: optional(
          recordOf(
            anything(),
            'The same for programs, where there is more to it than text: an access of a register, an event of QEMU. ' +
              'Missing: there is not.',
          ),
        ),
      },
      "A line of timeline.jsonl: something that was seen of a test's machine. Lines stand in the order in which it " +
        'happened.',
    ),
  ),
);
