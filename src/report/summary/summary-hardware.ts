import { coverageFigures, type CoverageFigures, type Share } from '../../results/hardware/coverage-figures.ts';
import { faultWords, type UnfiredFault, unfiredFaults } from '../../results/hardware/unfired-faults.ts';
import type { HardwareResult, Results } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { codeSpan, markdownTable } from '../text/markdown.ts';

const maxModels = 30;
const maxFaults = 30;
const maxNames = 200;
const maxCells = 6;
const nameLength = 100;
const maxNameCharacters = 60_000;
/** Longer lists of names are collapsed. */
const fewNames = 12;

/** What the drivers used of each device model, and the faults that never fired; empty without models. */
export function renderHardware({ hardware = [], tests }: Results): string {
  const unfired = unfiredFaults(tests);
  if (hardware.length === 0 && unfired.length === 0) return '';
  const models = hardware.slice(0, maxModels).map((one) => ({ one, figures: coverageFigures(one.coverage) }));
  const names = models.flatMap(untouched);
  const fits = names.reduce((sum, { length }) => sum + length, 0) <= maxNameCharacters;
  const listed = fits ? names : ['The names of what was never touched do not fit here; `results.json` has them.'];
  return [
    '## Hardware',
    ...(hardware.length === 0 ? [] : [coverageTable(models), ...leftOut(hardware), ...listed]),
    ...(unfired.length === 0 ? [] : [faultList(unfired)]),
  ].join('\n\n');
}

interface Model {
  readonly one: HardwareResult;
  readonly figures: CoverageFigures;
}

/** Columns for what only some buses have: without a model of such a bus, they would only be empty. */
function coverageTable(models: readonly Model[]): string {
  const exchanges = models.some(({ figures }) => figures.exchanges.all > 0) ? ['exchanges'] : [];
  const dma = models.some(({ figures }) => figures.dma !== undefined) ? ['DMA'] : [];
  return markdownTable(
    ['model', 'suite', 'registers', 'fields', 'interrupts', ...exchanges, ...dma, 'machines'],
    models.map(({ one, figures }) => [
      name(one.model),
      name(one.suite),
      share(figures.registers),
      share(figures.fields),
      share(figures.interrupts),
      ...exchanges.map(() => share(figures.exchanges)),
      ...dma.map(() => figures.dma ?? '–'),
      String(one.machines),
    ]),
  );
}

function leftOut(hardware: readonly HardwareResult[]): readonly string[] {
  return hardware.length > maxModels ? [`…and ${hardware.length - maxModels} more models, in \`results.json\`.`] : [];
}

function share({ touched, all }: Share): string {
  return all === 0 ? '–' : `${touched} of ${all}`;
}

function untouched({ one: { model }, figures }: Model): readonly string[] {
  const { registers, fields, interrupts, exchanges, unmapped } = figures;
  const lost = unmapped === 0 ? [] : [`${name(model)}: ${unmapped} accesses to what the model does not have.`];
  const groups = [
    ...named('registers', registers.never),
    ...named('fields', fields.never),
    ...named('interrupts', interrupts.never),
    ...named('exchanges', exchanges.never),
  ];
  if (groups.length === 0) return lost;
  const never = [registers, fields, interrupts, exchanges].flatMap((part) => part.never);
  const count = never.length;
  if (count <= fewNames) return [...lost, `Never touched of ${name(model)}: ${groups.join('; ')}.`];
  return [
    ...lost,
    `<details><summary>Never touched of <code>${htmlText(model)}</code>: ${count} names</summary>`,
    groups.map((group) => `- ${group}`).join('\n'),
    '</details>',
  ];
}

function named(what: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const more = names.length > maxNames ? ` and ${names.length - maxNames} more` : '';
  return [`${what} ${names.slice(0, maxNames).map(name).join(', ')}${more}`];
}

function faultList(unfired: readonly UnfiredFault[]): string {
  const lines = unfired.slice(0, maxFaults).map(({ test, device, fault, cells }) => {
    const more = cells.length > maxCells ? ` and ${cells.length - maxCells} more` : '';
    return (
      `- ${name(test)}: ${name(fault.text)} on ${name(device)} ${faultWords(fault)} ` +
      `(${cells.slice(0, maxCells).map(name).join(', ')}${more})`
    );
  });
  const rest = unfired.length > maxFaults ? [`- and ${unfired.length - maxFaults} more, in \`results.json\``] : [];
  return ['Faults that never fired, so their error paths were not tested:', '', ...lines, ...rest].join('\n');
}

function name(text: string): string {
  return codeSpan(cutLine(plainLine(text), nameLength));
}

/** GitHub does not render Markdown inside a `<summary>` line. */
function htmlText(text: string): string {
  return cutLine(plainLine(text), nameLength)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;');
}
