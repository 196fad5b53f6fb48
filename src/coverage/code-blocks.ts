import type { Flow, InstructionReader } from '../binary/code-flow.ts';

/** The code of one section, and what is known of it from outside. Offsets are relative to the section. */
export interface SectionCode {
  readonly code: Buffer;
  readonly instructionAt: InstructionReader;
  /** Where functions begin, and where something in another section leads: ways in that the code does not show. */
  readonly entries: ReadonlySet<number>;
  /** What the loader writes: a distance there is not yet the real one. */
  readonly relocated: ReadonlySet<number>;
  /** The call instructions at which a block tells that it runs. */
  readonly points: ReadonlySet<number>;
}

/** Code that runs when its point does. */
export interface PointSpan {
  readonly start: number;
  readonly end: number;
  /** The offset of its call instruction. */
  readonly point: number;
}

interface Step {
  readonly at: number;
  readonly end: number;
  readonly flow: Flow;
}

interface Block {
  readonly start: number;
  end: number;
  readonly points: number[];
  /** Starts of blocks to which it can lead; undefined: also elsewhere. */
  readonly next: number[];
  leadsAway: boolean;
}

/**
 * Which code runs with which point. The compiler puts a point into nearly every block, but not into one that it made
 * afterwards. A block without one counts only where it always runs together with another: nothing else leads into or
 * out of it. Of all other code nothing is known, and it is in no span.
 */
export function pointSpans(section: SectionCode): readonly PointSpan[] {
  const steps = sweep(section);
  const blocks = split(steps, leadersOf(steps, section), section);
  const together = groupBlocks(blocks, section.entries);
  return [...blocks.values()].flatMap((block) => spansOf(block, together.get(block.start)));
}

/** All instructions, one after the other; where one is unknown, on from the next entry. */
function sweep({ code, instructionAt, entries, relocated }: SectionCode): readonly Step[] {
  const starts = [...entries].filter((start) => start < code.length).sort((a, b) => a - b);
  const steps: Step[] = [];
  const isRelocated = (start: number, end: number): boolean => {
    for (let at = start; at < end; at++) if (relocated.has(at)) return true;
    return false;
  };
  let upcoming = 0;
  for (let at = 0; at < code.length; ) {
    while (upcoming < starts.length && (starts[upcoming] ?? 0) <= at) upcoming++;
    const found = instructionAt(code, at);
    const end = at + (found?.lengthBytes ?? 0);
    if (found === undefined || end > code.length) {
      at = starts[upcoming] ?? code.length;
      continue;
    }
    steps.push({ at, end, flow: isRelocated(at, end) ? elsewhere(found.flow) : found.flow });
    at = end;
  }
  return steps;
}

/** A jump whose distance the loader writes. Where it leads is one of the entries, or another module's. */
function elsewhere(flow: Flow): Flow {
  if (flow.kind === 'jump') return { kind: 'away' };
  return flow.kind === 'branch' ? { kind: 'branch', distance: 0 } : flow;
}

function leadersOf(steps: readonly Step[], { entries }: SectionCode): ReadonlySet<number> {
  const leaders = new Set(entries);
  for (const { end, flow } of steps) {
    if (flow.kind === 'on') continue;
    leaders.add(end);
    if (flow.kind !== 'away') leaders.add(end + flow.distance);
  }
  return leaders;
}

function split(
  steps: readonly Step[],
  leaders: ReadonlySet<number>,
  { points }: SectionCode,
): ReadonlyMap<number, Block> {
  const blocks = new Map<number, Block>();
  let current: Block | undefined;
  for (const { at, end, flow } of steps) {
    if (current === undefined || current.end !== at || leaders.has(at)) {
      if (current?.end === at && current.next.length === 0 && !current.leadsAway) current.next.push(at);
      current = { start: at, end, points: [], next: [], leadsAway: false };
      blocks.set(at, current);
    }
    current.end = end;
    if (points.has(at)) current.points.push(at);
    if (flow.kind === 'away') current.leadsAway = true;
    if (flow.kind === 'branch') current.next.push(end, end + flow.distance);
    if (flow.kind === 'jump') current.next.push(end + flow.distance);
  }
  return blocks;
}

/** For blocks without a point that always run together with another: a point of that one. */
function groupBlocks(blocks: ReadonlyMap<number, Block>, entries: ReadonlySet<number>): ReadonlyMap<number, number> {
  const waysIn = new Map<number, number>();
  for (const { next } of blocks.values())
    for (const start of new Set(next)) waysIn.set(start, (waysIn.get(start) ?? 0) + 1);
  const known = new Map<number, number>();
  const follower = ({ next, leadsAway }: Block): Block | undefined => {
    const [only, ...more] = new Set(next);
    if (only === undefined || more.length > 0 || leadsAway || entries.has(only)) return undefined;
    return waysIn.get(only) === 1 ? blocks.get(only) : undefined;
  };
  const pointOf = (block: Block): number | undefined => block.points[0] ?? known.get(block.start);
  const pass = (inOrder: readonly Block[]): void => {
    for (const block of inOrder) {
      const other = follower(block);
      if (other === undefined) continue;
      const [mine, its] = [block.points.at(-1) ?? known.get(block.start), pointOf(other)];
      if (mine !== undefined && its === undefined) known.set(other.start, mine);
      if (mine === undefined && its !== undefined) known.set(block.start, its);
    }
  };
  // Forwards, then backwards: most chains are in order, and the few that are not stay unknown.
  const all = [...blocks.values()];
  pass(all);
  pass(all.toReversed());
  return known;
}

/** What stands before the first point of a block runs with it, too. */
function spansOf({ start, end, points }: Block, borrowed: number | undefined): readonly PointSpan[] {
  if (points.length === 0) return borrowed === undefined ? [] : [{ start, end, point: borrowed }];
  return points.map((point, index) => ({
    start: index === 0 ? start : point,
    end: points[index + 1] ?? end,
    point,
  }));
}
