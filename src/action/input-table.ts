import type { InputEntry } from '../job/input.ts';

/** An input of the action. A test compares action.yml, the README's table and the reader of inputs with it. */
export interface ActionInputEntry extends InputEntry {
  /** The default in action.yml. */
  readonly default: string;
}

export const inputTable = [
  { name: 'suite', default: '', isList: true },
  { name: 'modules', default: '', isList: true, option: 'smoke' },
  { name: 'kernels', default: '', isList: true, option: 'kernel' },
  { name: 'machines', default: '', isList: true, option: 'machine' },
  { name: 'qemu', default: '', option: 'qemu' },
  { name: 'disk-image', default: '', option: 'disk-image' },
  { name: 'accel', default: 'auto', option: 'accel' },
  { name: 'jobs', default: 'auto', option: 'jobs' },
  { name: 'tests', default: '', isList: true, option: 'test' },
  { name: 'tags', default: '', isList: true, option: 'tag' },
  { name: 'timeout', default: '', option: 'timeout' },
  { name: 'boot-timeout', default: '', option: 'boot-timeout' },
  { name: 'compiler', default: 'auto', option: 'compiler' },
  { name: 'start', default: 'auto', option: 'start' },
  { name: 'shard', default: '', option: 'shard' },
  { name: 'repeat', default: '', option: 'repeat' },
  { name: 'shuffle', default: '' },
  { name: 'coverage', default: 'false' },
  { name: 'selftest', default: 'false' },
  { name: 'merge', default: '', isList: true },
  { name: 'fail-on', default: 'not-ok', isList: true },
  { name: 'annotations', default: 'auto' },
  { name: 'summary', default: 'true' },
  { name: 'upload', default: 'failure' },
  { name: 'artifact-name', default: '' },
  { name: 'retention-days', default: '' },
  { name: 'cache', default: 'true' },
  { name: 'history', default: '' },
  { name: 'history-runs', default: 'default-branch' },
  { name: 'kvm-permissions', default: 'fix' },
  { name: 'token', default: '${{ github.token }}' },
] as const satisfies readonly ActionInputEntry[];

export type InputName = (typeof inputTable)[number]['name'];

/** The environment variable in which the runner passes an input. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
