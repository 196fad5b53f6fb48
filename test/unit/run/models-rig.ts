import { join } from 'node:path';
import type { DeviceHostLimits } from '../../../src/device-host/control-protocol.ts';
import type { DeviceHostProcess } from '../../../src/device-host/device-host-process.ts';
import { GuestMemory } from '../../../src/device/test-bus/guest-memory.ts';
import { judge } from '../../../src/diagnose/judge.ts';
import { rulesOf } from '../../../src/diagnose/verdict.ts';
import { ModelPool } from '../../../src/engine/model-pool.ts';
import { connectLocal } from '../../../src/host/local-socket.ts';
import type { ModelsJob } from '../../../src/run/devices/machine-models.ts';
import type { ModelLease } from '../../../src/run/devices/model-device.ts';
import type { RunRecord } from '../../../src/run/evidence/run-record.ts';
import type { Scenario } from '../../fake-qemu/scenario.ts';
import { models } from '../device-host/host-rig.ts';
import { QemuClient } from '../device-host/qemu-client.ts';
import { noLines } from '../engine/no-lines.ts';
import { pidsMentioning } from '../processes.ts';
import { rig, type Rig, run, stageThatSays, textsOf } from './test-rig.ts';

export interface Attached {
  readonly model?: string;
  readonly controls?: Readonly<Record<string, string>>;
  /** Absent: a stage that says hello. */
  readonly scenario?: Scenario;
  readonly limits?: Partial<DeviceHostLimits>;
  readonly signal?: AbortSignal;
  /** The fake QEMU connects to no device; this does, when the first stage begins. */
  readonly isConnected?: boolean;
  /** When the first stage has begun. */
  readonly inStage?: (pool: { readonly pids: readonly number[]; readonly lease: ModelLease }) => unknown;
}

export interface Ran {
  readonly record: RunRecord;
  readonly place: Rig;
  readonly verdict: ReturnType<typeof judge>;
}

export const lingering: Scenario = {
  at: { 'stage run': [{ agent: 'begin run' }, { beatEveryMs: 20 }, { sleepMs: 1500 }, { agent: 'end run 0' }] },
};

/** A test with one device model, `d0`, in a process as it is distributed. */
export async function runWithModel(
  program: string,
  {
    model = 'unruly.mjs',
    controls = {},
    scenario = stageThatSays('hello\n'),
    limits = {},
    signal,
    isConnected = true,
    inStage,
  }: Attached,
): Promise<Ran> {
  using pool = new ModelPool(program, noLines, { limits });
  const leases: ModelLease[] = [];
  let socket = '';
  const lend: ModelsJob['lend'] = (onOutput) => {
    const lease = pool.lend({ onOutput, isLast: true });
    leases.push(lease);
    const ask = async (request: Parameters<DeviceHostProcess['ask']>[0]): Promise<object> => {
      if (request.do === 'create') socket = request.socket;
      return await lease.ask(request);
    };
    return { ...lease, ask: ask as ModelLease['ask'] };
  };
  const place = rig({
    scenario,
    job: { models: { devices: [{ id: 'd0', path: join(models, model), parameters: controls, faults: [] }], lend } },
  });
  const record = await run(place, {
    ...(signal === undefined ? {} : { signal }),
    onPhase: (phase) => {
      if (phase.kind === 'monitor-ready' && isConnected) void connect(socket);
      if (phase.kind === 'agent' && phase.message.kind === 'begin' && leases[0] !== undefined)
        void inStage?.({ pids: pidsMentioning(program), lease: leases[0] });
    },
  });
  return {
    record,
    place,
    verdict: judge(
      { record, texts: textsOf(place, record), rules: rulesOf(place.job.planned) },
      { bootFingerprints: new Set(), today: '2026-01-01' },
    ),
  };
}

async function connect(socket: string): Promise<void> {
  const client = new QemuClient(
    await connectLocal(socket),
    new GuestMemory(
      () => undefined,
      () => undefined,
    ),
  );
  await client.handshake().catch(() => undefined);
}
