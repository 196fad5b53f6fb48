import { ms, seconds } from 'qemu-driver-test/device';
import { moderate, store } from './buffers.ts';
import { isEnabled, type Card } from './card.ts';
import { channels, type Channel } from './registers.ts';

const ticksPerUs = 125;
const ticksPerSecond = 125_000_000;
/** Shorter and longer pulses are taken for noise. */
const shortestPulseNs = 100;
const longestPulseNs = 1_000_000_000;

/** As many as the control `burst` says. */
export function pulses(card: Card, input: number): void {
  const channel = channels.find((number) => number === input);
  if (channel !== undefined) burst(card, channel, { count: card.controls.burst, spacing: card.controls.spacing });
}

/** Pulses come one after the other, however fast a test asks for them. */
function burst(
  card: Card,
  channel: Channel,
  { count, spacing }: { readonly count: number; readonly spacing: number },
): void {
  const { time } = card.state;
  const first = Math.max(ticksNow(card), time.lastPulseTick + spacing);
  for (let index = 0; index < count; index++) arrive(card, channel, first + index * spacing);
  time.lastPulseTick = first + (count - 1) * spacing;
}

function arrive(card: Card, channel: Channel, tick: number): void {
  const { state, controls, fields } = card;
  const isPulse = controls.width >= shortestPulseNs && controls.width < longestPulseNs;
  if (!isPulse || !state.isAcquiring || !fields.TDC_INPUTS.ENABLE || !isEnabled(card, channel)) return;
  const own = state.channels[channel];
  const sequence = own.sequence;
  own.sequence = (sequence + 1) % 2 ** 28;
  const stamp = {
    seconds: (state.time.seconds + Math.floor(tick / ticksPerSecond)) >>> 0,
    ticks: tick % ticksPerSecond,
    fraction: controls.fraction,
    sequence,
  };
  controls.last = `${channel} ${stamp.seconds} ${stamp.ticks} ${stamp.fraction} ${sequence}`;
  store(card, channel, stamp);
}

/** Pulses all the time; more than one in a millisecond come in bursts of that length. */
export function setSource(card: Card): void {
  const { rate, source } = card.controls;
  const channel = channels.find((number) => number === source);
  card.state.source?.cancel();
  card.state.source = undefined;
  if (rate === 0 || channel === undefined) return;
  const count = Math.ceil(rate / 1000);
  const spacing = Math.round(ticksPerSecond / rate);
  card.state.source = card.clock.every(Math.max(1 * ms, (count * seconds) / rate), () =>
    burst(card, channel, { count, spacing }),
  );
}

/** A channel that is switched off begins to count anew. */
export function writeInputs(card: Card): void {
  for (const channel of channels) {
    if (!isEnabled(card, channel)) card.state.channels[channel].sequence = 0;
    moderate(card, channel);
  }
}

export function writeCore(card: Card): void {
  const { ACQUIRE, STOP, LOAD_UTC } = card.fields.TDC_CTRL;
  if (ACQUIRE) card.state.isAcquiring = true;
  if (STOP) card.state.isAcquiring = false;
  if (LOAD_UTC)
    Object.assign(card.state.time, { seconds: card.regs.TDC_START_UTC, sinceUs: card.clock.nowUs, lastPulseTick: 0 });
}

export function currentSeconds(card: Card): number {
  return (card.state.time.seconds + Math.floor(ticksNow(card) / ticksPerSecond)) >>> 0;
}

/** Since the card's time was set. */
function ticksNow({ state, clock }: Card): number {
  return Math.floor((clock.nowUs - state.time.sinceUs) * ticksPerUs);
}
