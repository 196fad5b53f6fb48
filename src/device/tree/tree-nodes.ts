import type { DeviceInterrupt } from '../definition/firmware.ts';
import { BoardError } from '../board/line-bank.ts';
import { WindowBank } from '../board/window-bank.ts';
import { propertyBytes, type TreeFacts } from './tree-facts.ts';
import { chipBytes, chipLines, sharedInterruptOf, treeBase, treeLines } from './tree-places.ts';

/** A node for a machine's tree. */
export interface TreeNode {
  readonly name: string;
  /** By which a source of the user's refers to it. */
  readonly label?: string;
  readonly properties: ReadonlyMap<string, Buffer>;
}

/** A device for a tree. */
export interface TreeDevice {
  /** As in `info/devices`. */
  readonly id: string;
  readonly facts: TreeFacts;
}

/** What nodes refer to; QEMU's own numbers are others. */
const firstPhandle = 0x5144_0000;
const powerPhandle = firstPhandle;
const busClockPhandle = firstPhandle + 1;
const firstChipPhandle = firstPhandle + 0x10;
const firstClockPhandle = firstPhandle + 0x100;

/**
 * The property by which a node waits: its device is made while the machine boots, and its registers come later. The
 * kernel probes nothing before the driver of this supply is there, which the agent loads when the registers are.
 */
export const waitingProperty = 'qdt-supply';

/**
 * The nodes of a machine's devices: windows and lines are given as the function does that brings the registers, in the
 * same order. @throws BoardError when there is no room
 */
export function treeNodes(devices: readonly TreeDevice[]): readonly TreeNode[] {
  const windows = new WindowBank<undefined>('in a device tree');
  let lines = 0;
  let clocks = firstClockPhandle;
  const own = devices.flatMap(({ id, facts }) => {
    const { at } = windows.add(id, facts.size, undefined);
    const clockNodes = Object.entries(facts.clocks).map(([name, hz]) => clockNode(id, name, hz, clocks++));
    const firstLine = lines;
    lines += linesOf(facts);
    return [...clockNodes.map(({ node }) => node), deviceNode({ id, facts, at, firstLine, clocks: clockNodes })];
  });
  const chips = Array.from({ length: Math.ceil(lines / chipLines) }, (_, chip) => chipNode(chip));
  return withoutDoubles([powerNode, ...(chips.length === 0 ? [] : [busClockNode]), ...chips, ...own]);
}

/** Ids such as `a.b` and `a-b` would have the same label: the first has it. */
function withoutDoubles(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const known = new Set<string | undefined>();
  return nodes.map(({ label, ...node }) => {
    const isFirst = label !== undefined && !known.has(label);
    known.add(label);
    return isFirst ? { ...node, label } : node;
  });
}

/** The first device for which there is no room, and why; undefined: there is room for all. */
export function crowdedOfTree(
  devices: readonly TreeDevice[],
): { readonly id: string; readonly message: string } | undefined {
  const windows = new WindowBank<undefined>('in a device tree');
  let lines = 0;
  for (const { id, facts } of devices) {
    try {
      windows.add(id, facts.size, undefined);
    } catch (error) {
      if (!(error instanceof BoardError)) throw error;
      return { id, message: error.message };
    }
    lines += linesOf(facts);
    if (lines > treeLines)
      return {
        id,
        message:
          `device ${id}: expected at most ${treeLines} interrupts and lines of all devices in a device tree, ` +
          `found ${lines} with this one`,
      };
  }
  return undefined;
}

function linesOf({ interrupt, lines }: TreeFacts): number {
  return (interrupt === undefined ? 0 : 1) + lines.length;
}

const powerNode: TreeNode = {
  name: 'qdt-power',
  label: 'qdt_power',
  properties: values({ compatible: 'regulator-fixed', 'regulator-name': 'qdt-power', phandle: powerPhandle }),
};

const busClockNode: TreeNode = {
  name: 'qdt-bus-clock',
  label: 'qdt_bus_clock',
  properties: values({
    compatible: 'fixed-clock',
    '#clock-cells': 0,
    'clock-frequency': 24_000_000,
    'clock-output-names': 'qdt-bus-clock',
    phandle: busClockPhandle,
  }),
};

function chipNode(chip: number): TreeNode {
  const address = treeBase + chip * chipBytes;
  return {
    name: `gpio@${address.toString(16)}`,
    label: `qdt_gpio${chip}`,
    properties: values({
      compatible: ['arm,pl061', 'arm,primecell'],
      // Without it the kernel would look for the number in the registers, which are not there yet.
      'arm,primecell-periphid': 0x00041061,
      reg: [0, address, 0, chipBytes],
      // A rising edge.
      interrupts: [0, sharedInterruptOf(chip), 1],
      'gpio-controller': true,
      '#gpio-cells': 2,
      'interrupt-controller': true,
      '#interrupt-cells': 2,
      clocks: busClockPhandle,
      'clock-names': 'apb_pclk',
      [waitingProperty]: powerPhandle,
      phandle: firstChipPhandle + chip,
    }),
  };
}

interface ClockNode {
  readonly name: string;
  readonly node: TreeNode;
  readonly phandle: number;
}

function clockNode(id: string, name: string, hz: number, phandle: number): ClockNode {
  const own = name === '' ? `${id}-clock` : `${id}-${name}`;
  const node: TreeNode = {
    name: `qdt-clock-${plain(own, '-')}`,
    label: plain(own, '_'),
    properties: values({
      compatible: 'fixed-clock',
      '#clock-cells': 0,
      'clock-frequency': hz,
      'clock-output-names': own,
      phandle,
    }),
  };
  return { name, node, phandle };
}

interface DeviceParts extends TreeDevice {
  readonly at: number;
  readonly firstLine: number;
  readonly clocks: readonly ClockNode[];
}

function deviceNode({ id, facts, at, firstLine, clocks }: DeviceParts): TreeNode {
  const address = treeBase + at;
  const { interrupt } = facts;
  const firstGpio = firstLine + (interrupt === undefined ? 0 : 1);
  const properties = new Map([
    ...values({ reg: [0, address, 0, facts.size] }),
    ...(interrupt === undefined ? [] : values({ 'interrupts-extended': lineCells(firstLine, triggerOf(interrupt)) })),
    ...clockProperties(clocks),
    ...facts.lines.flatMap(({ name, activeLow }, index) => [
      ...values({ [`${name}-gpios`]: lineCells(firstGpio + index, activeLow ? 1 : 0) }),
    ]),
    ...values({ [waitingProperty]: powerPhandle }),
    // Those of the model win.
    ...Object.entries(facts.properties).map(([name, hex]) => [name, Buffer.from(hex, 'hex')] as const),
  ]);
  return { name: `${plain(id, '-')}@${address.toString(16)}`, label: plain(id, '_'), properties };
}

function clockProperties(clocks: readonly ClockNode[]): ReadonlyMap<string, Buffer> {
  if (clocks.length === 0) return new Map();
  const names = clocks.map(({ name }) => name);
  return values({
    clocks: clocks.map(({ phandle }) => phandle),
    ...(names.some((name) => name !== '') ? { 'clock-names': names } : {}),
  });
}

/** A line, as a reference to its chip. */
function lineCells(line: number, flags: number): readonly number[] {
  return [firstChipPhandle + Math.floor(line / chipLines), line % chipLines, flags];
}

function triggerOf({ activeLow = false, trigger = 'level' }: DeviceInterrupt): number {
  if (trigger === 'level') return activeLow ? 8 : 4;
  return activeLow ? 2 : 1;
}

/** Characters that every reader of names and labels takes. */
function plain(text: string, other: '-' | '_'): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, other);
}

function values(properties: Readonly<Record<string, number | string | true | readonly number[] | readonly string[]>>) {
  return new Map(Object.entries(properties).map(([name, value]) => [name, propertyBytes(value)] as const));
}
