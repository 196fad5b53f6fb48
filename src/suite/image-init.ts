import { nearestName } from '../text/nearest-name.ts';
import { readOneValue } from './field-values.ts';
import type { SuiteField } from './info-fields.ts';
import { wording } from './problem-wording.ts';
import type { Report } from './suite-problem.ts';
import type { ImageInit, ImageReady, MachineId } from './suite.ts';
import type { TextFile } from './text-file.ts';

/** It becomes a part of the kernel's command line, which holds 2,048 characters. */
const mostCommandChars = 400;

const unitPattern =
  /^[A-Za-z0-9:_.\\@-]{1,200}\.(?:service|target|socket|mount|automount|path|device|timer|swap|slice|scope)$/;

const machineIds: readonly MachineId[] = ['template', 'own'];

/** `info/init`, `info/ready` and `info/machine-id`; undefined: the image does not start by itself, or a problem. */
export function parseImageInit(info: ReadonlyMap<SuiteField, TextFile>, report: Report): ImageInit | undefined {
  const init = info.get('init');
  if (init === undefined) {
    for (const field of ['ready', 'machine-id'] as const) {
      const file = info.get(field);
      if (file !== undefined) report(file.path, 1, wording.onlyWithInit(field));
    }
    return undefined;
  }
  const value = readOneValue(init, 'init', report);
  if (value !== undefined && value.text !== 'image') report(init.path, value.number, wording.badInit(value.text));
  return {
    ready: parseReady(info.get('ready'), report),
    machineId: parseMachineId(info.get('machine-id'), report),
  };
}

function parseReady(file: TextFile | undefined, report: Report): ImageReady {
  const value = file && readOneValue(file, 'ready', report);
  if (file === undefined || value === undefined) return { kind: 'default' };
  const { text, number } = value;
  if (unitPattern.test(text)) return { kind: 'unit', name: text };
  if (text.length > mostCommandChars || !/^[\x20-\x7e]*$/.test(text))
    report(file.path, number, wording.badReady(mostCommandChars));
  return { kind: 'command', text };
}

function parseMachineId(file: TextFile | undefined, report: Report): MachineId {
  const value = file && readOneValue(file, 'machine-id', report);
  if (file === undefined || value === undefined) return 'template';
  const word = machineIds.find((candidate) => candidate === value.text);
  if (word === undefined)
    report(file.path, value.number, wording.badMachineId(value.text, nearestName(value.text, machineIds)));
  return word ?? 'template';
}
