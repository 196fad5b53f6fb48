import { bounds } from '../../bounds/bounds.ts';
import type { CanFrame } from './can-definition.ts';
import type { CanError } from './can-error.ts';

/** A node at a bus. */
export interface CanNode {
  /** The bus is up, and takes what the node sends. */
  readonly start: (send: (frame: CanFrame) => void) => void;
  readonly stop: () => void;
  readonly hear: (frame: CanFrame) => HeardFrame;
}

/** What becomes of a frame at one node, known before any node has it. One of `take` and `destroy` is called. */
export interface HeardFrame {
  /** What goes wrong there. With `ack` it does not hear the frame; all others destroy it for everybody. */
  readonly error: CanError | undefined;
  /** `told`: whether the node has got it, at once or later. */
  readonly take: (told: (hasIt: boolean) => void) => void;
  readonly destroy: () => void;
}

interface Sending {
  readonly frame: CanFrame;
  /** Undefined: the machine. */
  readonly from: CanNode | undefined;
  readonly ended: (error: CanError | undefined) => void;
}

const { delayed: maxWaiting } = bounds.frames;
/** Nodes that answer each other for ever must not keep everything else waiting. */
const maxInOneGo = 256;

const nobodyAsks = (): void => undefined;

/**
 * A CAN bus with a machine's adapter and nodes. A frame reaches all others, and before the next one: there is no
 * arbitration, frames wait in the order in which they were sent. The bus is up while the machine's interface is.
 */
export class CanBus {
  readonly #nodes = new Set<CanNode>();
  readonly #waiting: Sending[] = [];
  #tell: ((frame: CanFrame) => void) | undefined;
  #isMachineOff = false;
  #isCarrying = false;

  get isEmpty(): boolean {
    return this.#nodes.size === 0;
  }

  add(node: CanNode): void {
    this.#nodes.add(node);
    if (this.#tell !== undefined) this.#start(node);
  }

  remove(node: CanNode): void {
    if (this.#nodes.delete(node)) node.stop();
  }

  /** The machine starts its interface. `tell`: takes what nodes send. */
  start(tell: (frame: CanFrame) => void): void {
    this.stop();
    this.#tell = tell;
    this.#holding(() => {
      for (const node of this.#nodes) this.#start(node);
    });
  }

  stop(): void {
    this.#tell = undefined;
    this.#isMachineOff = false;
    this.#waiting.length = 0;
    for (const node of this.#nodes) node.stop();
  }

  /** The machine sends a frame. `ended`: undefined when a node has acknowledged it. Called once, at once or later. */
  send(frame: CanFrame, ended: (error: CanError | undefined) => void): void {
    if (this.#tell === undefined || this.#isMachineOff) ended('bus-off');
    else this.#queue({ frame, from: undefined, ended });
  }

  #start(node: CanNode): void {
    node.start((frame) => {
      if (this.#tell !== undefined) this.#queue({ frame, from: node, ended: nobodyAsks });
    });
  }

  /** What is too much to be kept is lost. */
  #queue(sending: Sending): void {
    if (this.#waiting.length >= maxWaiting) {
      sending.ended('ack');
      return;
    }
    this.#waiting.push(sending);
    this.#work();
  }

  #work(): void {
    this.#holding(() => {
      for (let carried = 0; carried < maxInOneGo; carried++) {
        const next = this.#waiting.shift();
        if (next === undefined) return;
        this.#carry(next);
      }
    });
  }

  /** What is sent meanwhile waits until it is over. */
  #holding(action: () => void): void {
    if (this.#isCarrying) return;
    this.#isCarrying = true;
    try {
      action();
    } finally {
      this.#isCarrying = false;
    }
    if (this.#waiting.length > 0) setImmediate(() => this.#work());
  }

  #carry({ frame, from, ended }: Sending): void {
    const heard = [...this.#nodes].filter((node) => node !== from).map((node) => node.hear(frame));
    const error = heard.map((one) => one.error).find((one) => one !== undefined && one !== 'ack');
    if (error !== undefined) {
      for (const { destroy } of heard) destroy();
      if (from === undefined && error === 'bus-off') this.#isMachineOff = true;
      ended(error);
      return;
    }
    if (from !== undefined && !this.#isMachineOff) this.#tell?.(frame);
    give(heard, ended);
  }
}

/** Ends with the first node that has it, or when none is left that may get it. */
function give(heard: readonly HeardFrame[], ended: (error: CanError | undefined) => void): void {
  let isEnded = false;
  let left = heard.length;
  const end = (error: CanError | undefined): void => {
    if (!isEnded) ended(error);
    isEnded = true;
  };
  if (left === 0) end('ack');
  for (const { take } of heard)
    take((hasIt) => {
      if (hasIt) end(undefined);
      else if (--left === 0) end('ack');
    });
}
