import { bounds } from '../../bounds/bounds.ts';
import type { HwEntry, HwListener } from '../../hardware/serve-requests.ts';
import { portId } from '../../machine/qemu-arguments.ts';
import type { QmpEvent } from '../../machine/qmp/message.ts';
import type { AgentMessage } from '../agent/agent-message.ts';
import { Timeline } from './timeline.ts';

/** Records the output of a machine, its monitor, its console and its agent in a timeline. */
export interface TimelineRecorder {
  readonly timeline: Timeline;
  readonly consoleLine: (line: Buffer) => void;
  readonly monitorEvent: (event: QmpEvent) => void;
  readonly agentMessage: (message: AgentMessage) => void;
  readonly hwRequest: HwListener;
}

const maxTextBytes = 4 * bounds.timeline.textChars;

/** Starts with the launch, or with the copy of a machine that stands still. */
export function recordTimeline({ isCopy = false }: { readonly isCopy?: boolean } = {}): TimelineRecorder {
  const timeline = new Timeline();
  timeline.add('machine', isCopy ? 'QEMU is copied' : 'QEMU is launched', { data: { clockUs: timeline.beganUs } });
  return {
    timeline,
    // A byte is at most one character, so no more of a long line is decoded than an entry holds.
    consoleLine: (line) => timeline.add('console', line.subarray(0, maxTextBytes).toString('utf8')),
    monitorEvent: (event) => {
      if (!isNoise(event))
        timeline.add('monitor', describeEvent(event), { data: { event: event.name, ...event.data } });
    },
    agentMessage: (message) => addMessage(timeline, message),
    hwRequest: (entry) => addRequest(timeline, entry),
  };
}

/** Ports open and close in every machine. Only closing the agent's port means something. */
function isNoise({ name, data }: QmpEvent): boolean {
  return name === 'VSERPORT_CHANGE' && !(data['open'] === false && data['id'] === portId('control'));
}

function describeEvent({ name, data }: QmpEvent): string {
  const facts = Object.entries(data).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return [name, ...facts].join(' ');
}

function addMessage(timeline: Timeline, message: AgentMessage): void {
  switch (message.kind) {
    case 'begin':
      timeline.add('stage', `${message.program} begins`);
      return;
    case 'end':
      timeline.add('stage', `${message.program} ended with ${message.exitStatus}`, {
        data: { exitStatus: message.exitStatus },
      });
      return;
    case 'failed':
      timeline.add('machine', `the agent could not do ${message.command}: ${message.reason}`);
      return;
    case 'done':
      timeline.add('machine', 'the agent is done');
      return;
    case 'ok':
    case 'told':
    case 'beat':
  }
}

/** The entry gets the time of the request, so that its effects follow it. */
function addRequest(timeline: Timeline, { askedUs, durationMs, request, outcome, text }: HwEntry): void {
  const said = outcome === 'done' ? `hw ${request}` : `hw ${request}: not done: ${text}`;
  timeline.add('hw', said, { data: { outcome, answer: text, durationMs } }, askedUs);
}
