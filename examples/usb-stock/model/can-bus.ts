/** A frame of classic CAN. `id` has bit 31 for 29-bit identifiers, bit 30 for remote frames, bit 29 for errors. */
export interface CanFrame {
  readonly id: number;
  readonly data: Uint8Array;
}

/** What a node may do on its bus. */
export interface CanPort {
  readonly send: (frame: CanFrame) => void;
}

/** A device on a CAN bus. `received`: a frame of another one. False: this node does not acknowledge it. */
export interface CanNode {
  readonly received: (frame: CanFrame, port: CanPort) => boolean;
}

export const errorFrames = {
  /** Nobody acknowledged a frame. */
  noAcknowledge: { id: 0x2000_0020, data: new Uint8Array(8) },
  /** Too many errors: the controller is off the bus until it is restarted. */
  busOff: { id: 0x2000_0040, data: new Uint8Array(8) },
} as const satisfies Readonly<Record<string, CanFrame>>;
