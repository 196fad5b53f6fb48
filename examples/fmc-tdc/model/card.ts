import { MiB, type Controls, type Device, type Timer } from 'qemu-driver-test/device';
import { CardMemory } from './card-memory.ts';
import { channels, type bars, type Channel } from './registers.ts';

/** What a test may turn, and read. */
export const controls = {
  pulse: { type: 'number', initial: 0, min: 0, max: 5, about: 'set: a pulse arrives at this input now, 1 to 5' },
  burst: { type: 'number', initial: 1, min: 1, max: 1_000_000, about: 'pulses that arrive at once' },
  spacing: {
    type: 'number',
    initial: 125,
    min: 13,
    max: 125_000_000,
    unit: 'ticks of 8 ns',
    about: 'from one pulse of a burst to the next',
  },
  fraction: {
    type: 'number',
    initial: 0,
    min: 0,
    max: 4095,
    unit: '1/4096 of a tick',
    about: 'by which pulses come after a tick',
  },
  width: { type: 'number', initial: 200, min: 1, max: 2_000_000_000, unit: 'ns', about: 'of pulses' },
  rate: {
    type: 'number',
    initial: 0,
    min: 0,
    max: 1_000_000,
    unit: 'pulses a second',
    about: 'that arrive at the input "source" all the time',
  },
  source: { type: 'number', initial: 1, min: 1, max: 5 },
  temperature: { type: 'number', initial: 38.5, min: -55, max: 125, unit: '°C' },
  thermometer: { type: 'switch', initial: true, about: 'whether it answers' },
  serial: {
    type: 'number',
    initial: 0x1234,
    min: 0,
    max: 0xffffffff,
    about: "lower half of the mezzanine's identification",
  },
  mezzanine: { type: 'switch', initial: true, about: 'whether it is plugged in' },
  level1: {
    type: 'number',
    initial: 0,
    readOnly: true,
    unit: 'time stamps',
    about: 'in the buffer that channel 1 fills',
  },
  level2: { type: 'number', initial: 0, readOnly: true, unit: 'time stamps' },
  level3: { type: 'number', initial: 0, readOnly: true, unit: 'time stamps' },
  level4: { type: 'number', initial: 0, readOnly: true, unit: 'time stamps' },
  level5: { type: 'number', initial: 0, readOnly: true, unit: 'time stamps' },
  stamped: { type: 'number', initial: 0, readOnly: true, unit: 'time stamps', about: 'taken since power-on' },
  lost: { type: 'number', initial: 0, readOnly: true, unit: 'time stamps', about: 'of those, for want of a buffer' },
  last: {
    type: 'text',
    initial: '',
    readOnly: true,
    about: 'time stamp: channel, seconds, ticks, fraction, number in its channel',
  },
} as const satisfies Controls;

/** What a channel remembers beside its registers. */
export interface ChannelState {
  /** Where the next time stamp goes. */
  address: number;
  /** Time stamps in the current buffer. */
  count: number;
  /** Number of the next time stamp, 28 bits. */
  sequence: number;
  /** There is something to be fetched. */
  isRequesting: boolean;
  moderation: Timer | undefined;
  /** Its interrupt, after moderation. */
  isInterrupting: boolean;
}

export interface State {
  readonly memory: CardMemory;
  readonly channels: Readonly<Record<Channel, ChannelState>>;
  isAcquiring: boolean;
  /** The card's time: it was `seconds` at `sinceUs` of the device's clock. */
  readonly time: { seconds: number; sinceUs: number; lastPulseTick: number };
  /** Of the interrupt controller: the input that is served. */
  serving: number | undefined;
  softwareInterrupts: number;
  /** The line from the carrier to the bridge, and whether the bridge has something to tell. */
  isLineHigh: boolean;
  isMessagePending: boolean;
  /** Counts transfers: one that was aborted may come to its end late. */
  transfer: number;
  source: Timer | undefined;
}

export type Card = Device<typeof bars, State, typeof controls>;

export function freshState(): State {
  const channelState = (): ChannelState => ({
    address: 0,
    count: 0,
    sequence: 0,
    isRequesting: false,
    moderation: undefined,
    isInterrupting: false,
  });
  return {
    memory: new CardMemory(256 * MiB),
    channels: { 1: channelState(), 2: channelState(), 3: channelState(), 4: channelState(), 5: channelState() },
    isAcquiring: false,
    time: { seconds: 0, sinceUs: 0, lastPulseTick: 0 },
    serving: undefined,
    softwareInterrupts: 0,
    isLineHigh: false,
    isMessagePending: false,
    transfer: 0,
    source: undefined,
  };
}

/** Whether a channel's bit is set in TDC_INPUTS. */
export function isEnabled({ fields }: Card, channel: Channel): boolean {
  return (fields.TDC_INPUTS.CHANNELS & (1 << channels.indexOf(channel))) !== 0;
}
