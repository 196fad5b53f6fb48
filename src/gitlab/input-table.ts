import type { InputEntry } from '../job/input.ts';

/** An input of the component. A test compares templates/driver-test.yml with it. */
export interface ComponentInputEntry extends InputEntry {
  /** Its type in the component; a list is an array. */
  readonly type: 'string' | 'number' | 'boolean' | 'array';
  /** A number that stands for `not given`: in GitLab every number has a value. */
  readonly notGiven?: string;
}

/**
 * What the component gives to the program, as the inputs of the GitHub Action. `tags` is GitLab's word for the runners,
 * so the tags of tests are `test-tags`. `parallel` is GitLab's word for shards;
 * `merge` is set by the component itself.
 */
export const inputTable = [
  { name: 'suite', type: 'array', isList: true },
  { name: 'modules', type: 'array', isList: true, option: 'smoke' },
  { name: 'kernels', type: 'array', isList: true, option: 'kernel' },
  { name: 'machines', type: 'array', isList: true, option: 'machine' },
  { name: 'qemu', type: 'string', option: 'qemu' },
  { name: 'disk-image', type: 'string', option: 'disk-image' },
  { name: 'accel', type: 'string', option: 'accel' },
  { name: 'jobs', type: 'number', option: 'jobs', notGiven: '0' },
  { name: 'tests', type: 'array', isList: true, option: 'test' },
  { name: 'test-tags', type: 'array', isList: true, option: 'tag' },
  { name: 'timeout', type: 'number', option: 'timeout', notGiven: '0' },
  { name: 'boot-timeout', type: 'number', option: 'boot-timeout', notGiven: '0' },
  { name: 'compiler', type: 'string', option: 'compiler' },
  { name: 'start', type: 'string', option: 'start' },
  { name: 'repeat', type: 'number', option: 'repeat' },
  { name: 'shuffle', type: 'boolean' },
  { name: 'coverage', type: 'boolean' },
  { name: 'fail-on', type: 'array', isList: true },
  { name: 'history', type: 'string' },
  { name: 'history-runs', type: 'string' },
  { name: 'parallel', type: 'number', option: 'shard' },
  { name: 'merge', type: 'string' },
] as const satisfies readonly ComponentInputEntry[];

export type InputName = (typeof inputTable)[number]['name'];

export const inputPrefix = 'QDT_INPUT_';

/** The variable in which the component passes an input. */
export function inputVariable(name: string): string {
  return `${inputPrefix}${name.replaceAll('-', '_').toUpperCase()}`;
}
