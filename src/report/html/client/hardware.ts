import type {
  PageData,
  PageDetail,
  PageDevice,
  PageFault,
  PageModel,
  PageRegister,
  PageUnfired,
} from '../page-data.ts';
import { element } from './element.ts';
import { cellLabel, type Page } from './page.ts';
import { tileLink } from './test-lists.ts';

/** A test's device models: their crashes and the result of each fault; undefined when there are none. */
export function deviceList({ devices }: PageDetail): HTMLElement | undefined {
  return devices.length === 0 ? undefined : element('div', { class: 'devices' }, ...devices.map(deviceCard));
}

function deviceCard({ id, model, faults, crash }: PageDevice): HTMLElement {
  return element(
    'div',
    { class: 'device', 'data-crashed': String(crash !== undefined) },
    element('h4', {}, id, element('span', { class: 'soft' }, `model ${model}`)),
    ...(crash === undefined
      ? []
      : [
          element(
            'p',
            {},
            element('strong', {}, `Crashed at ${crash.during}`),
            ': a bug of the model, not of the driver.',
          ),
          element('pre', { class: 'report', tabindex: '0', 'aria-label': `Where ${id} crashed` }, stackOf(crash)),
        ]),
    faults.length === 0 ? undefined : element('ul', { class: 'faults' }, ...faults.map((fault) => faultItem(fault))),
  );
}

/** A V8 stack begins with the message. Any other stack gets it prepended. */
function stackOf({ message, stack }: NonNullable<PageDevice['crash']>): string {
  return stack.startsWith(message) ? stack : [message, stack].filter((part) => part !== '').join('\n');
}

function faultItem({ text, said, hasFired }: PageFault, ...more: readonly HTMLElement[]): HTMLElement {
  return element(
    'li',
    { 'data-fired': String(hasFired) },
    element('span', { class: 'badge' }, hasFired ? 'fired' : 'never fired'),
    element('code', {}, text),
    element('span', {}, said.replace(/^(?:fired|never fired)[:;]? ?/, '')),
    ...more,
  );
}

const maxPlaces = 12;

/** How much of each device model was used, with its registers collapsed; undefined without models. */
export function modelList({ hardware }: PageData): HTMLElement | undefined {
  return hardware.length === 0 ? undefined : element('div', { class: 'models' }, ...hardware.map(modelDetails));
}

/** The faults that never fired, with their tests; undefined when all fired. */
export function unfiredList({ data, open }: Page): HTMLElement | undefined {
  if (data.unfired.length === 0) return undefined;
  const places = ({ tests }: PageUnfired): readonly HTMLElement[] =>
    tests.slice(0, maxPlaces).map((index) => tileLink(index, data, { open, label: placeOf(data, index) }));
  return element(
    'ul',
    { class: 'faults' },
    ...data.unfired.map((fault) =>
      faultItem(
        fault,
        element('span', { class: 'soft' }, `on ${fault.device}`),
        element('div', { class: 'siblings' }, ...places(fault)),
      ),
    ),
  );
}

function placeOf(data: PageData, index: number): string {
  const test = data.tests[index];
  return test === undefined ? '' : `${test.id} · ${cellLabel(data, test.cell)}`;
}

function modelDetails({
  suite,
  model,
  machines,
  said,
  registers,
  interrupts,
  exchanges,
  note,
}: PageModel): HTMLElement {
  const where = `suite ${suite}, ${machines} ${machines === 1 ? 'machine' : 'machines'}`;
  return element(
    'details',
    { class: 'model' },
    element(
      'summary',
      {},
      element('strong', {}, model),
      element('span', { class: 'soft' }, where),
      element('span', {}, said.join(' · ')),
    ),
    note === undefined ? undefined : element('p', { class: 'soft' }, note),
    registers.length === 0 ? undefined : registerTable(registers),
    uses(
      'Interrupts',
      interrupts.map(({ name, count }) => ({ name, count, more: '' })),
    ),
    uses(
      'Exchanges',
      exchanges.map(({ name, count, said }) => ({ name, count, more: ` (${said})` })),
    ),
  );
}

/** How often each was used, in one line; nothing where there are none. */
function uses(
  title: string,
  all: readonly { readonly name: string; readonly count: number; readonly more: string }[],
): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  return element(
    'p',
    { class: 'interrupts' },
    `${title}: `,
    ...all.flatMap(({ name, count, more }) => [
      element('span', { class: 'use', 'data-used': String(count > 0) }, `${name} ×${count}${more}`),
      ' ',
    ]),
  );
}

function registerTable(registers: readonly PageRegister[]): HTMLElement {
  const heads = ['register', 'reads', 'writes', 'fields'].map((name) =>
    element('th', { scope: 'col', class: name === 'reads' || name === 'writes' ? 'time' : undefined }, name),
  );
  return element(
    'div',
    { class: 'scroll' },
    element(
      'table',
      { class: 'list registers' },
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...registers.map(registerRow)),
    ),
  );
}

function registerRow({ name, reads, writes, fields }: PageRegister): HTMLElement {
  const isUsed = reads + writes > 0;
  // The space matters when the row is copied.
  const parts = fields.flatMap((field) => [
    element('span', { class: 'use', 'data-used': String(field.isUsed), title: field.said }, field.name),
    ' ',
  ]);
  return element(
    'tr',
    { 'data-used': String(isUsed) },
    element(
      'th',
      { scope: 'row' },
      name,
      ...(isUsed ? [] : [' ', element('span', { class: 'never' }, 'never touched')]),
    ),
    element('td', { class: 'time' }, String(reads)),
    element('td', { class: 'time' }, String(writes)),
    element('td', {}, ...parts),
  );
}
