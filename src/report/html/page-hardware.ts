import { coverageFigures, formatBytes, isUsed, type Share } from '../../results/hardware/coverage-figures.ts';
import { faultWords, unfiredFaults } from '../../results/hardware/unfired-faults.ts';
import type { DeviceResult, HardwareResult, Results, TestResult } from '../../results/results.ts';
import { plainLine, plainText } from '../../text/escape-text.ts';
import { cutLine, cutText } from '../../text/text-width.ts';
import { embeddedBytes } from './embed-json.ts';
import type { PageDevice, PageFault, PageModel, PageRegister, PageUnfired } from './page-data.ts';

const maxModels = 60;
const maxRegisters = 1000;
const maxFields = 64;
const maxUnfired = 200;
const maxTests = 100;
const nameLength = 120;
/** The limit for the tables of all models together. */
const maxBytes = 1_000_000;

/** What was used of each model; only the figures when the registers do not fit. */
export function pageHardware({ hardware = [] }: Results): readonly PageModel[] {
  let left = maxBytes;
  return hardware.slice(0, maxModels).map((one) => {
    const whole = pageModel(one);
    left -= embeddedBytes(whole);
    return left > 0
      ? whole
      : {
          ...whole,
          registers: [],
          interrupts: [],
          exchanges: [],
          note: 'Its registers do not fit on this page; results.json has all of them.',
        };
  });
}

/** Faults that never fired, with the tests that set them. */
export function pageUnfired(tests: readonly TestResult[]): readonly PageUnfired[] {
  const indexOf = new Map(tests.map(({ id, cell }, index) => [JSON.stringify([id, cell]), index]));
  return unfiredFaults(tests)
    .slice(0, maxUnfired)
    .map(({ test, device, fault, cells }) => ({
      ...pageFault(fault),
      device: shown(device),
      tests: cells.slice(0, maxTests).flatMap((cell) => indexOf.get(JSON.stringify([test, cell])) ?? []),
    }));
}

function pageModel({ suite, model, machines, coverage }: HardwareResult): PageModel {
  const { registers, fields, interrupts, exchanges, dma, unmapped } = coverageFigures(coverage);
  const all = Object.entries(coverage.registers);
  return {
    suite: shown(suite),
    model: shown(model),
    machines,
    said: [
      ...share(registers, 'registers'),
      ...share(fields, 'fields'),
      ...share(interrupts, 'interrupts'),
      ...share(exchanges, 'exchanges'),
      ...(dma === undefined ? [] : [`DMA: ${dma}`]),
      ...(unmapped === 0 ? [] : [`${unmapped} accesses to what the model does not have`]),
    ],
    registers: all.slice(0, maxRegisters).map(pageRegister),
    interrupts: Object.entries(coverage.interrupts)
      .slice(0, maxRegisters)
      .map(([name, count]) => ({ name: shown(name), count })),
    exchanges: Object.entries(coverage.exchanges ?? {})
      .slice(0, maxRegisters)
      .map(([name, { count, bytes }]) => ({ name: shown(name), count, said: formatBytes(bytes) })),
    ...(all.length > maxRegisters
      ? { note: `The first ${maxRegisters} of ${all.length} registers; results.json has all of them.` }
      : {}),
  };
}

function pageRegister([name, { reads, writes, fields }]: readonly [
  string,
  HardwareResult['coverage']['registers'][string],
]): PageRegister {
  return {
    name: shown(name),
    reads,
    writes,
    fields: Object.entries(fields)
      .slice(0, maxFields)
      .map(([field, use]) => ({
        name: shown(field),
        isUsed: isUsed(use),
        said:
          `read ${use.reads} times, written with zero ${use.writtenZero} times, with a set bit ` +
          `${use.writtenNonZero} times`,
      })),
  };
}

function share({ touched, all }: Share, noun: string): readonly string[] {
  return all === 0 ? [] : [`${touched} of ${all} ${noun}`];
}

function shown(text: string): string {
  return cutLine(plainLine(text.slice(0, 4 * nameLength)), nameLength);
}

const maxDevices = 16;
const maxFaults = 100;
const stackLimit = { lines: 60, columns: 500 };
const lineLength = 300;
const maxStack = 40_000;

/** A test's device models, limited in size. */
export function pageDevices(devices: readonly DeviceResult[]): readonly PageDevice[] {
  return devices.slice(0, maxDevices).map(({ id, model, faults, crash }) => ({
    id: shownLine(id),
    model: shownLine(model),
    faults: faults.slice(0, maxFaults).map(pageFault),
    ...(crash === undefined
      ? {}
      : {
          crash: {
            during: shownLine(crash.during),
            message: shownLine(crash.message),
            stack: cutText(plainText(crash.stack.slice(0, maxStack)), stackLimit),
          },
        }),
  }));
}

function pageFault(fault: DeviceResult['faults'][number]): PageFault {
  return { text: shownLine(fault.text), said: shownLine(faultWords(fault)), hasFired: fault.fired > 0 };
}

function shownLine(text: string): string {
  return cutLine(plainLine(text.slice(0, 4 * lineLength)), lineLength);
}
