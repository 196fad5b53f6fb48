import type { CallSite, FaultReport } from '../../device/fault/fault-spec.ts';
import type { ModelCrash } from '../../device/instance/model-crash.ts';
import type { HardwareCoverage } from '../../device/log/hardware-coverage.ts';
import {
  amount,
  boolean,
  defined,
  formatOf,
  listOf,
  name,
  object,
  optional,
  recordOf,
  withKeywords,
  text,
  wholeNumber,
} from './values.ts';

const faultHit = defined(
  'faultHit',
  object(
    {
      atUs: amount("Microseconds on the host's monotonic clock."),
      access: text(
        'What it hit: `read of STATUS`, `DMA write of 4096 bytes to 0x1000`, `interrupt 0`, ' +
          '`misc_register at driver/edu.c:120 (edu_probe+0x12/0x34 [edu])`.',
      ),
    },
    'An access that a fault hit. Missing: it never fired.',
  ),
);

const callSite = formatOf<CallSite>()(
  defined(
    'callSite',
    object(
      {
        function: text('The function of the kernel: `misc_register`.'),
        place: text('Where the module calls it: `edu_probe+0x12/0x34 [edu]`.'),
        line: optional(text("The driver's line: `driver/edu.c:120`. Missing: it is not known.")),
        reached: wholeNumber('How many calls were counted there.'),
        first: wholeNumber('Which of all calls that the fault counted was the first there, from 1 on.'),
      },
      'A place in a module that calls a function of the kernel.',
    ),
  ),
);

export const fault = formatOf<FaultReport>()(
  defined(
    'fault',
    object(
      {
        id: text('Under which a test asks for it and clears it.'),
        text: text('As the test wrote it down.'),
        fired: wholeNumber('How often it hit.'),
        counted: wholeNumber('How many accesses it could have hit.'),
        first: optional(faultHit),
        last: optional(faultHit),
        isCleared: boolean('Whether the test cleared it.'),
        refusals: optional(
          object(
            { loads: wholeNumber('Loads of the module.'), probes: wholeNumber('Probes of a device.') },
            'Of calls: what the driver then gave an error to, so that it failed. Missing: nothing.',
          ),
        ),
        sites: optional(
          listOf(
            callSite,
            'Of calls, when the fault only counts: the places that called, in the order in which they were reached.',
          ),
        ),
      },
      'A fault of a device, and what it did.',
    ),
  ),
);

export const crash = formatOf<ModelCrash>()(
  defined(
    'modelCrash',
    object(
      {
        during: text('What the model was doing: `write of DMA_COMMAND`.'),
        message: text('What was thrown.'),
        stack: text('Where, as the JavaScript engine tells it.'),
      },
      'A bug of the model, not of the driver. Missing: it has shown none.',
    ),
  ),
);

export const device = defined(
  'device',
  object(
    {
      id: text('As `info/devices` has it; `edu.ko`: a module whose calls can fail; `modules`: all of them.'),
      model: text("The model's own name; `module under test`."),
      faults: listOf(
        fault,
        'Every fault that was set, in the order in which it was. One that never fired tested nothing.',
      ),
      crash: optional(crash),
    },
    "A device model in a test's machine, or a module whose calls can fail.",
  ),
);

const fieldCoverage = defined(
  'fieldCoverage',
  object(
    {
      reads: wholeNumber('Reads of the register that holds it.'),
      writtenZero: wholeNumber('Writes that left no bit of it set.'),
      writtenNonZero: wholeNumber('Writes with a bit of it set.'),
    },
    'How often a field of a register was used.',
  ),
);

const registerCoverage = defined(
  'registerCoverage',
  object(
    {
      reads: wholeNumber('Reads of it.'),
      writes: wholeNumber('Writes to it.'),
      fields: recordOf(fieldCoverage, 'By name.'),
    },
    'How often a register was used.',
  ),
);

export const coverage = formatOf<HardwareCoverage>()(
  defined(
    'coverage',
    object(
      {
        registers: recordOf(registerCoverage, 'By name, areas of memory included.'),
        interrupts: recordOf(
          wholeNumber(),
          'How often each was raised: by name, or by number where the model gives none.',
        ),
        dma: optional(
          object(
            {
              reads: wholeNumber("From the machine's memory."),
              writes: wholeNumber("To the machine's memory."),
              bytes: withKeywords({ type: 'integer' }, amount('Of both together.')),
            },
            'Transfers that the device began. Missing: no device of its bus can begin one.',
          ),
        ),
        unmapped: wholeNumber('Accesses where the model declares nothing.'),
        exchanges: optional(
          recordOf(
            object(
              { count: wholeNumber('How often.'), bytes: withKeywords({ type: 'integer' }, amount('In all.')) },
              'Exchanges of one name.',
            ),
            'By name: endpoints and control requests of USB, messages, frames. Missing: the device has only registers.',
          ),
        ),
      },
      'Everything that the model declares, with how often it was used: zeros where it was not.',
    ),
  ),
);

export const hardware = defined(
  'hardware',
  object(
    {
      suite: name("The suite's name."),
      model: text("The model's own name."),
      machines: withKeywords({ minimum: 1 }, wholeNumber('How many machines had a device of it.')),
      coverage,
    },
    'What the drivers of a suite touched of one device model.',
  ),
);
