import { join } from 'node:path';
import { isCallFault, parseCallFault } from '../calls/call-fault.ts';
import type { FailableFunction } from '../calls/failable.ts';
import type { ModuleCalls } from '../calls/machine-calls.ts';
import { selectCalls } from '../calls/select-calls.ts';
import { kindOfFile, readWholeFile } from '../host/files/file-facts.ts';
import type { KernelHeaders } from '../provision/provisioned.ts';
import type { FailableLine, FaultLine, Suite } from '../suite/suite.ts';
import { knownFunctions } from './call-faults.ts';

export interface CallNotesRequest {
  readonly suite: Suite;
  /** Those of its tests in this cell. */
  readonly faults: readonly FaultLine[];
  readonly modules: readonly ModuleCalls[];
  /** Every symbol that the kernel has for modules; undefined: it is not known. */
  readonly kernelSymbols: ReadonlySet<string> | undefined;
}

/**
 * What a suite asks for and the modules do not have in this kernel. That is no mistake: kernels differ. A name that no
 * kernel has is told in the same words.
 */
export function callNotes({ suite, faults, modules, kernelSymbols }: CallNotesRequest): readonly string[] {
  const imports = new Set(modules.flatMap((module) => [...module.imports]));
  return [
    ...(suite.failable ?? []).flatMap((line) => failableNote(line, suite, imports, kernelSymbols)),
    ...new Set(faults.flatMap((fault) => faultNote(fault, suite, imports))),
  ];
}

function failableNote(
  { text, file, line }: FailableLine,
  { name }: Suite,
  imports: ReadonlySet<string>,
  kernelSymbols: ReadonlySet<string> | undefined,
): readonly string[] {
  const [symbol = ''] = text.split(/\s+/, 1);
  if (imports.has(symbol) || kernelSymbols?.has(symbol) !== false) return [];
  return [`${file}:${line}: no module of ${name} calls ${symbol}, and this kernel does not have it`];
}

function faultNote({ text, file, line }: FaultLine, suite: Suite, imports: ReadonlySet<string>): readonly string[] {
  if (!isCallFault(text)) return [];
  const fault = parseCallFault(text);
  const selected = selectCalls(fault, knownFunctions(suite)).map((call) => call.function);
  if (selected.some(({ symbol }) => imports.has(symbol))) return [];
  const wish = [
    ...(fault.functionGlob === undefined ? [] : [`function=${fault.functionGlob}`]),
    ...(fault.groups === undefined ? [] : [`group=${fault.groups.join(',')}`]),
    ...(fault.value === undefined ? [] : [`value=${fault.value}`]),
  ].join(' ');
  const releases = selected.length > maxNamed ? '' : selected.map(releaseWords).join('');
  // A sweep has no file.
  const place = line === 0 ? '--fault' : `${file}:${line}`;
  return [`${place}: the modules of ${suite.name} call nothing of ${wish} in this kernel${releases}`];
}

const maxNamed = 3;

/** `; kmalloc_trace is in 6.1 to 6.9` */
function releaseWords({ symbol, since, until }: FailableFunction): string {
  if (since === undefined && until === undefined) return '';
  if (until === undefined) return `; ${symbol} is in ${since ?? ''} and later`;
  return since === undefined ? `; ${symbol} is in ${until} and before` : `; ${symbol} is in ${since} to ${until}`;
}

/** The symbols that a kernel and its modules export; undefined: its headers have no list of them. */
export function exportedSymbols({ makeArgs }: Pick<KernelHeaders, 'makeArgs'>): ReadonlySet<string> | undefined {
  const directory = makeArgs[makeArgs.indexOf('-C') + 1];
  const path = directory === undefined ? undefined : join(directory, 'Module.symvers');
  if (path === undefined || kindOfFile(path) !== 'file') return undefined;
  // CRC, symbol, module, kind of export, namespace.
  const lines = readWholeFile(path).toString('latin1').split('\n');
  return new Set(lines.flatMap((line) => line.split('\t', 2)[1] ?? []));
}
