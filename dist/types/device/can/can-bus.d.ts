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
/**
 * A CAN bus with a machine's adapter and nodes. A frame reaches all others, and before the next one: there is no
 * arbitration, frames wait in the order in which they were sent. The bus is up while the machine's interface is.
 */
export declare class CanBus {
    #private;
    get isEmpty(): boolean;
    add(node: CanNode): void;
    remove(node: CanNode): void;
    /** The machine starts its interface. `tell`: takes what nodes send. */
    start(tell: (frame: CanFrame) => void): void;
    stop(): void;
    /** The machine sends a frame. `ended`: undefined when a node has acknowledged it. Called once, at once or later. */
    send(frame: CanFrame, ended: (error: CanError | undefined) => void): void;
}
