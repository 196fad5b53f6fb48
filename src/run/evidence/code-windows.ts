import { type Callers, namedCode, type ProcessorState, stillOff } from '../../architecture/registers.ts';

/** Asks QEMU's human monitor about one processor. */
export type AskProcessor = (command: string) => Promise<string>;

/** An address in a kernel's code, with the memory around it. */
export interface CodeAt {
  /** The address is where a processor is, what its link register has, or where a call returns to. */
  readonly role: 'position' | 'link' | 'return';
  readonly address: bigint;
  readonly bytes: Buffer;
  /** Where in `bytes` the address is. */
  readonly at: number;
}

/**
 * Names places in the modules under test by the code that is there: `edu_read+0x12/0x30 [edu]`. As many as were asked
 * for; undefined: it is in none of them.
 */
export type CodeNamer = (places: readonly CodeAt[]) => readonly (string | undefined)[];

const maxFrames = 24;
const before = 96;
const words = 40;
const pageBytes = 4096n;

/** The memory around a processor's position and its callers. What cannot be read is left out. */
export async function readCode({ pointer, callers }: ProcessorState, ask: AskProcessor): Promise<readonly CodeAt[]> {
  if (callers === undefined) return [];
  const found = [
    await codeAt('position', BigInt(`0x${pointer}`), ask),
    await codeAt('link', BigInt(`0x${callers.link}`), ask),
  ];
  for (const address of await returnAddresses(callers, ask)) found.push(await codeAt('return', address, ask));
  return found.filter((code) => code !== undefined);
}

/** Along the chain of frames. A frame is always above the one that it called, so a damaged chain ends. */
async function returnAddresses({ frame, pairAt }: Callers, ask: AskProcessor): Promise<readonly bigint[]> {
  const addresses: bigint[] = [];
  for (let at = BigInt(`0x${frame}`); addresses.length < maxFrames; ) {
    const [next, back] = await readGiants(BigInt.asUintN(64, at + BigInt(pairAt)), ask);
    if (next === undefined || back === undefined) break;
    addresses.push(back);
    if (next <= at) break;
    at = next;
  }
  return addresses;
}

async function codeAt(role: CodeAt['role'], address: bigint, ask: AskProcessor): Promise<CodeAt | undefined> {
  const wanted = BigInt.asUintN(64, address - BigInt(before));
  const page = address - (address % pageBytes);
  // The page before may be none.
  for (const from of wanted < page ? [wanted, page] : [wanted]) {
    const bytes = await readMemory(from, ask);
    const at = Number(address - from);
    if (bytes.length > at) return { role, address, bytes, at };
  }
  return undefined;
}

async function readMemory(from: bigint, ask: AskProcessor): Promise<Buffer> {
  const read = valuesIn(await ask(`x/${words}xw 0x${from.toString(16)}`));
  const bytes = Buffer.alloc(read.length * 4);
  for (const [index, value] of read.entries()) bytes.writeUInt32LE(Number(BigInt.asUintN(32, value)), index * 4);
  return bytes;
}

async function readGiants(from: bigint, ask: AskProcessor): Promise<readonly bigint[]> {
  return valuesIn(await ask(`x/2xg 0x${from.toString(16)}`));
}

/** `ffff800080012340: 0x00000001 0x00000002`; then, perhaps, that the rest cannot be read. */
function valuesIn(answer: string): readonly bigint[] {
  return answer
    .split(/\r?\n/)
    .flatMap((line) => /^[\da-f]{8,16}:((?: 0x[\da-f]{1,16})+)\s*$/.exec(line)?.[1]?.trim().split(' ') ?? [])
    .map((value) => BigInt(value));
}

export interface CodeView {
  readonly nameCode: CodeNamer;
  /** The processor has been seen with interrupts off before. */
  readonly isAgain: boolean;
}

/** The places as the kernel would write them, those without a name as addresses. Empty: none has a name. */
export function describeCode(places: readonly CodeAt[], { nameCode, isAgain }: CodeView): readonly string[] {
  const names = nameCode(places);
  if (names.every((name) => name === undefined)) return [];
  const said = places.map(({ role, address }, index) => ({ role, text: names[index] ?? `0x${address.toString(16)}` }));
  const of = (wanted: CodeAt['role']): readonly string[] =>
    said.flatMap(({ role, text }) => (role === wanted ? [text] : []));
  return [
    namedCode,
    ...(isAgain ? [stillOff] : []),
    ...of('position').map((text) => `pc : ${text}`),
    ...of('link').map((text) => `lr : ${text}`),
    'Call trace:',
    ...[...of('position'), ...of('return')].map((text) => ` ${text}`),
  ];
}
