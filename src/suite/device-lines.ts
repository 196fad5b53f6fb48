import { resolve } from 'node:path';
import { requireKind } from './named-paths.ts';
import { wording } from './problem-wording.ts';
import type { Reading } from './reading.ts';
import { splitShellWords } from './shell-words.ts';
import type { Wording } from './suite-problem.ts';
import type { DeviceLine } from './suite.ts';
import { linesOf, type TextFile, type TextLine } from './text-file.ts';

/** Parses `info/devices`: one `ID PATH [key=value …]` per line, shell-quoted. */
export function parseDevices(file: TextFile, reading: Reading): readonly DeviceLine[] {
  const lineOf = new Map<string, number>();
  return linesOf(file).flatMap((line) => {
    const device = parseDevice(file, line, reading);
    if (device === undefined) return [];
    const firstLine = lineOf.get(device.id);
    if (firstLine === undefined) lineOf.set(device.id, line.number);
    else reading.report(file.path, line.number, wording.namedTwice(device.id, firstLine));
    return [device];
  });
}

function parseDevice(file: TextFile, { number, text }: TextLine, reading: Reading): DeviceLine | undefined {
  const complain = (words: Wording): void => reading.report(file.path, number, words);
  const parsed = splitShellWords(text);
  if (parsed.kind !== 'words') {
    complain(wording.badQuoting(parsed));
    return undefined;
  }
  const [id, path, ...parameters] = parsed.words;
  if (id === undefined) return undefined;
  if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(id)) complain(wording.badDeviceId(id));
  if (path === undefined) {
    complain(wording.badDevice(text.trim()));
    return undefined;
  }
  requireKind({ file, line: number, path }, 'file or directory', { reading, alternatives: '' });
  const { words, controls } = parseParameters(parameters, complain);
  return {
    id,
    path: resolve(reading.root.path, path),
    parameters: controls,
    ...placeOf(words, complain),
    file: file.path,
    line: number,
  };
}

/** The words that say where a device is, and are not controls of its model. */
const placeWords: ReadonlySet<string> = new Set(['bus', 'nic']);

/** A place on one of the buses that can be there several times, or at the line of a model of a UART. */
const placeForm = /^(?:(?:i2c|spi|can)\d{1,2}|board|[A-Za-z][A-Za-z0-9._-]*\.line)$/;

/** Network cards of QEMU with a driver in the kernels of distributions. */
const cards: readonly string[] = [
  'virtio-net-pci',
  'e1000',
  'e1000e',
  'igb',
  'rtl8139',
  'pcnet',
  'ne2k_pci',
  'vmxnet3',
  'tulip',
];

function placeOf(
  words: ReadonlyMap<string, string>,
  complain: (words: Wording) => void,
): Pick<DeviceLine, 'place' | 'nic'> {
  const [place, nic] = ['bus', 'nic'].map((word) => words.get(word));
  if (place !== undefined && !placeForm.test(place)) complain(wording.badPlace(place));
  if (nic !== undefined && !cards.includes(nic)) complain(wording.badNic(nic, cards));
  return { ...(place === undefined ? {} : { place }), ...(nic === undefined ? {} : { nic }) };
}

interface Parameters {
  readonly controls: ReadonlyMap<string, string>;
  readonly words: ReadonlyMap<string, string>;
}

function parseParameters(words: readonly string[], complain: (words: Wording) => void): Parameters {
  const parameters = new Map<string, string>();
  for (const word of words) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
    if (key === undefined || value === undefined) complain(wording.badParameter(word));
    else if (parameters.has(key)) complain(wording.repeatedParameter(key));
    else parameters.set(key, value);
  }
  const all = [...parameters];
  return {
    controls: new Map(all.filter(([key]) => !placeWords.has(key))),
    words: new Map(all.filter(([key]) => placeWords.has(key))),
  };
}
