import { plainLine } from './escape-text.ts';
import type { FinalLook } from './final-look.ts';
import { hangingLines } from './hanging-lines.ts';
import { faultWords } from './hardware/fault-words.ts';
import type { DeviceResult, TestResult } from './results.ts';
import { fitWidth } from './text-width.ts';

const maxFaults = 6;
const maxFrames = 3;
const indent = '   ';
const labelWidth = 12;

/** The faults of a failed test, and the bugs of its models: which are not the driver's. */
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
