import { type FaultTrigger, FaultSyntaxError, readName, readSettings } from '../device/fault/fault-spec.ts';
import { neverNth, readTrigger, triggerSettings } from '../device/fault/trigger.ts';

export const callFaultKind = 'call-fail';

/** `call-fail [function=GLOB] [group=NAME,…] [value=NAME] [module=NAME] [at=PLACE] [id=NAME]` and a trigger. */
export interface CallFault {
  readonly id: string;
  /** The module whose calls count; absent: all modules of the suite. */
  readonly module?: string;
  readonly functionGlob?: string;
  readonly groups?: readonly string[];
  /** How the calls fail; absent: each function in its most common way. */
  readonly value?: string;
  /** Only calls from there: `edu_probe+0x12`, also with the size of the function behind a slash. Absent: from all. */
  readonly place?: string;
  readonly trigger: FaultTrigger;
  /** As written. */
  readonly text: string;
}

const maxLength = 1000;
const ownSettings = ['function', 'group', 'value', 'module', 'at', 'id'];

/** Whether a fault is about calls and not about a device. */
export function isCallFault(text: string): boolean {
  return /^call-fail(\s|$)/.test(text.trim());
}

/** Whether a fault only counts the calls that it could hit. */
export function onlyCounts({ trigger }: CallFault): boolean {
  return trigger.kind === 'nth' && trigger.nth === neverNth;
}

/** Parses a fault about calls. @throws FaultSyntaxError */
export function parseCallFault(text: string): CallFault {
  const line = text.trim();
  try {
    if (line.length > maxLength)
      throw new FaultSyntaxError(`expected at most ${maxLength} characters, found ${line.length}`);
    return parseLine(line);
  } catch (error) {
    if (error instanceof FaultSyntaxError)
      throw new FaultSyntaxError(`fault "${line.slice(0, 200)}": ${error.message}`);
    throw error;
  }
}

function parseLine(line: string): CallFault {
  const [kind = '', ...words] = line.split(/\s+/);
  const settings = readSettings(kind, words, [...ownSettings, ...triggerSettings]);
  const module = readName(settings, 'module');
  const functionGlob = settings.get('function');
  const groups = settings.get('group')?.split(',');
  const value = settings.get('value');
  const place = settings.get('at');
  if (place !== undefined && !/^[\w.]{1,100}\+0x[\da-f]{1,8}(?:\/0x[\da-f]{1,8})?$/.test(place))
    throw new FaultSyntaxError(`at: expected a place such as edu_probe+0x1e7, as timelines have it, found "${place}"`);
  if (functionGlob !== undefined && !/^[\w.*?]+$/.test(functionGlob))
    throw new FaultSyntaxError(`function: expected a name, in which * and ? match others, found "${functionGlob}"`);
  return {
    id: readName(settings, 'id') ?? callFaultKind,
    ...(module === undefined ? {} : { module: module.replace(/\.ko$/, '').replaceAll('-', '_') }),
    ...(functionGlob === undefined ? {} : { functionGlob }),
    ...(groups === undefined ? {} : { groups }),
    ...(value === undefined ? {} : { value }),
    ...(place === undefined ? {} : { place }),
    trigger: readTrigger(settings),
    text: line,
  };
}
