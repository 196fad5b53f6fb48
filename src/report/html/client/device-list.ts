import type { PageDetail, PageDevice, PageFault } from '../page-data.ts';
import { element } from './element.ts';

/** A test's device models: a bug of theirs, and what became of each fault; undefined when there are none. */
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

/** An engine's stack begins with the message; where it does not, that is told, too. */
function stackOf({ message, stack }: NonNullable<PageDevice['crash']>): string {
  return stack.startsWith(message) ? stack : [message, stack].filter((part) => part !== '').join('\n');
}

export function faultItem({ text, said, hasFired }: PageFault, ...more: readonly HTMLElement[]): HTMLElement {
  return element(
    'li',
    { 'data-fired': String(hasFired) },
    element('span', { class: 'badge' }, hasFired ? 'fired' : 'never fired'),
    element('code', {}, text),
    element('span', {}, said.replace(/^(?:fired|never fired)[:;]? ?/, '')),
    ...more,
  );
}
