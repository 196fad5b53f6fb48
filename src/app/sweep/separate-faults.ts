import { callFaultKind } from '../../calls/call-fault.ts';
import { faultCatalogue } from '../../device/fault/fault-catalogue.ts';

const kinds: readonly string[] = [callFaultKind, ...Object.keys(faultCatalogue)];

/**
 * The faults in a value of `--fault`: `dma-fail,irq-drop` are two, `call-fail group=alloc,dma` is one. A comma in a
 * list of groups separates groups, unless a fault follows.
 */
export function separateFaults(value: string): readonly string[] {
  const faults: string[] = [];
  for (const part of value.split(',')) {
    const before = faults.at(-1);
    const [kind = ''] = part.trim().split(/\s/, 1);
    if (before !== undefined && /\sgroup=[^\s]*$/.test(before) && !kinds.includes(kind))
      faults[faults.length - 1] = `${before},${part}`;
    else faults.push(part);
  }
  return faults.map((fault) => fault.trim()).filter((fault) => fault !== '');
}
