import type { DistinctFailure } from '../../results/distinct-failures.ts';
import { coverageFigures, type Share } from '../../results/hardware/coverage-figures.ts';
import { faultWords, type UnfiredFault, unfiredFaults } from '../../results/hardware/unfired-faults.ts';
import { parseTimeline } from '../../results/parse-timeline.ts';
import type { DeviceResult, HardwareResult, Results, TestResult } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { fitWidth, hangingLines, padWidth, textWidth } from '../../text/text-width.ts';
import { cellLabels } from '../text/cell-labels.ts';
import { markWords, momentWords, type MomentWords, describeTimeline } from '../text/describe-timeline.ts';
import type { FinalLook } from './final-cells.ts';

const maxFaults = 6;
const maxFrames = 3;
const indent = '   ';
const labelWidth = 12;

/** The faults of a failed test and the crashes of its models, which are not the driver's bugs. */
export function deviceLines({ devices = [], reason }: TestResult, look: FinalLook): readonly string[] {
  return [...devices.flatMap((device) => crashLines(device, reason, look)), ...faultLines(devices, look)];
}

function crashLines({ id, crash }: DeviceResult, reason: string, look: FinalLook): readonly string[] {
  if (crash === undefined) return [];
  const frames = crash.stack
    .split('\n')
    .map((line) => plainLine(line).replace('file://', ''))
    .filter((line) => line.startsWith('at '))
    .slice(0, maxFrames);
  return [
    ...labelled('model', `${id} crashed at ${crash.during}: a bug of the model, not of the driver`, look),
    ...(reason.includes(crash.message) ? [] : labelled('', crash.message, look)),
    ...frames.map(
      (frame) =>
        `${indent}${' '.repeat(labelWidth)}  ${fitWidth(frame, look.columns - indent.length - labelWidth - 2)}`,
    ),
  ];
}

function faultLines(devices: readonly DeviceResult[], look: FinalLook): readonly string[] {
  const all = devices.flatMap(({ id, faults }) =>
    faults.map((fault) => `${fault.text} on ${id}: ${faultWords(fault)}`),
  );
  const shown = all.slice(0, maxFaults);
  const left = all.length - shown.length;
  return [...shown, ...(left > 0 ? [`and ${left} more in summary.md`] : [])].flatMap((line, index) =>
    labelled(index === 0 ? 'faults' : '', line, look),
  );
}

function labelled(label: string, text: string, { columns }: FinalLook): readonly string[] {
  return hangingLines(`${indent}${label.padEnd(labelWidth)}`, plainLine(text), columns);
}

const maxModels = 8;
const maxNames = 8;
const maxUnfired = 8;

/** What the drivers used of each device model, and the faults that never fired; nothing without models. */
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
  const { registers, fields, interrupts, exchanges, unmapped } = coverageFigures(coverage);
  const counted = [
    ...share(registers, 'registers'),
    ...share(fields, 'fields'),
    ...share(interrupts, 'interrupts'),
    ...share(exchanges, 'exchanges'),
  ].join(', ');
  const never = [...registers.never, ...interrupts.never.map((name) => `interrupt ${name}`), ...exchanges.never].map(
    plainLine,
  );
  const more = never.length > maxNames ? ` and ${never.length - maxNames} more` : '';
  return [
    counted,
    ...(never.length === 0 ? [] : [`never touched: ${never.slice(0, maxNames).join(', ')}${more}`]),
    ...(unmapped === 0 ? [] : [`${unmapped} accesses to what the model does not have`]),
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
    const said = `${plainLine(fault.text)} on ${plainLine(device)} ${plainLine(faultWords(fault))}`;
    return `${plainLine(test)}: ${said} (${where})`;
  };
  const head =
    all.length === 1
      ? 'A fault never fired, so its error path was not tested:'
      : `${all.length} faults never fired, so their error paths were not tested:`;
  const more = all.length > maxUnfired ? [`  and ${all.length - maxUnfired} more: ${look.directory}/summary.md`] : [];
  return [
    look.style.yellow(head),
    ...all.slice(0, maxUnfired).flatMap((one) => hangingLines('  - ', line(one), look.columns)),
    ...more,
  ];
}

const momentIndent = '     ';
const widestWho = 16;

/** The last moments of a failed machine before its crash or end, up to a limit. */
export function timelineLines({ test, finding }: DistinctFailure, look: FinalLook, most: number): readonly string[] {
  const isTelling =
    finding !== undefined || test.devices !== undefined || ['crash', 'hang', 'timeout'].includes(test.outcome);
  const text = test.timeline === undefined || !isTelling ? undefined : look.readLog(test.timeline);
  if (text === undefined) return [];
  const { until, before, mark } = describeTimeline(parseTimeline(text).entries, finding);
  const shown = before.slice(-most);
  if (shown.length === 0) return [];
  const words = [...shown.map(momentWords), ...(mark === undefined ? [] : [markWords(mark)])];
  const count = shown.length < before.length ? `the last ${shown.length} of ${before.length} moments` : 'all moments';
  return [`   before the ${until}: ${count}, in milliseconds since the launch`, ...rows(words, look)];
}

function rows(words: readonly MomentWords[], { style, columns }: FinalLook): readonly string[] {
  const timeWidth = Math.max(...words.map(({ at }) => at.length));
  const whoWidth = Math.min(widestWho, Math.max(...words.map(({ who }) => textWidth(who))));
  const textColumns = Math.max(16, columns - momentIndent.length - timeWidth - whoWidth - 4);
  const paints = { plain: (text: string) => text, fault: style.yellow, crash: style.red };
  return words.map(
    ({ at, who, text, tone }) =>
      `${momentIndent}${style.dim(at.padStart(timeWidth))}  ${padWidth(fitWidth(who, whoWidth), whoWidth)}  ` +
      paints[tone](fitWidth(text, textColumns)),
  );
}
