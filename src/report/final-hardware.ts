import { cellLabels } from './cell-labels.ts';
import { plainLine } from './escape-text.ts';
import type { FinalLook } from './final-look.ts';
import { hangingLines } from './hanging-lines.ts';
import { coverageFigures, type Share } from './hardware/coverage-figures.ts';
import { faultWords } from './hardware/fault-words.ts';
import { unfiredFaults, type UnfiredFault } from './hardware/unfired-faults.ts';
import type { HardwareResult, Results } from './results.ts';

const maxModels = 8;
const maxNames = 8;
const maxFaults = 8;

/** What the drivers used of each device model, and the faults that tested nothing; nothing where there is no model. */
export function hardwareBlocks(results: Results, look: FinalLook): readonly string[] {
  return [modelLines(results, look), unfiredLines(results, look)]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'));
}

function modelLines({ hardware = [] }: Results, look: FinalLook): readonly string[] {
  const suites = new Set(hardware.map(({ suite }) => suite));
  const nameOf = ({ suite, model }: HardwareResult): string =>
    plainLine(suites.size > 1 ? `${model} in ${suite}` : model);
  const shown = hardware
    .slice(0, maxModels)
    .flatMap((one) => hangingLines('  hardware  ', `${nameOf(one)}: ${coverageWords(one)}`, look.columns));
  return hardware.length > maxModels
    ? [...shown, `  and ${hardware.length - maxModels} more models: ${look.directory}/summary.md`]
    : shown;
}

function coverageWords({ coverage }: HardwareResult): string {
  const { registers, fields, interrupts, unmapped } = coverageFigures(coverage);
  const counted = [
    ...share(registers, 'registers'),
    ...share(fields, 'fields'),
    ...share(interrupts, 'interrupts'),
  ].join(', ');
  const never = [...registers.never, ...interrupts.never.map((name) => `interrupt ${name}`)].map(plainLine);
  const more = never.length > maxNames ? ` and ${never.length - maxNames} more` : '';
  return [
    counted,
    ...(never.length === 0 ? [] : [`never touched: ${never.slice(0, maxNames).join(', ')}${more}`]),
    ...(unmapped === 0 ? [] : [`${unmapped} accesses where the model has nothing`]),
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function share({ touched, all }: Share, noun: string): readonly string[] {
  return all === 0 ? [] : [`${touched} of ${all} ${noun}`];
}

function unfiredLines(results: Results, look: FinalLook): readonly string[] {
  const all = unfiredFaults(results.tests);
  if (all.length === 0) return [];
  const labels = cellLabels(results.cells);
  const line = ({ test, device, fault, cells: [cell = '', ...more] }: UnfiredFault): string => {
    const where = `${labels.get(cell) ?? plainLine(cell)}${more.length === 0 ? '' : ` and ${more.length} more`}`;
    return `${plainLine(test)}: ${plainLine(fault.text)} on ${plainLine(device)} ${plainLine(faultWords(fault))} (${where})`;
  };
  const head =
    all.length === 1
      ? 'A fault never fired, so the path that it is for was not tested:'
      : `${all.length} faults never fired, so the paths that they are for were not tested:`;
  const more = all.length > maxFaults ? [`  and ${all.length - maxFaults} more: ${look.directory}/summary.md`] : [];
  return [
    look.style.yellow(head),
    ...all.slice(0, maxFaults).flatMap((one) => hangingLines('  - ', line(one), look.columns)),
    ...more,
  ];
}
