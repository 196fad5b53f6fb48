import { ShapeMismatch, boolean, number, object, objectWith, oneOf, string, type Shape } from '../report/shape.ts';
import type { Ending, NotStartedCause } from '../run/run-record.ts';

type Kinds<T extends { readonly kind: string }> = {
  readonly [Kind in T['kind']]: Shape<Extract<T, { readonly kind: Kind }>>;
};

/** Reads a union by its `kind`. The table is an object so that the compiler finds what is missing in it. */
function taggedBy<T extends { readonly kind: string }>(kinds: Kinds<T>): Shape<T> {
  const shapes = new Map<string, Shape<T>>(Object.entries(kinds));
  return (value, place) => {
    const kind: unknown =
      typeof value === 'object' && value !== null ? (value as { readonly kind?: unknown }).kind : undefined;
    const shape = typeof kind === 'string' ? shapes.get(kind) : undefined;
    if (shape === undefined) throw new ShapeMismatch(`${place}.kind`, `one of ${[...shapes.keys()].join(', ')}`, kind);
    return shape(value, place);
  };
}

function bare<Kind extends string>(kind: Kind): Shape<{ readonly kind: Kind }> {
  return object({ kind: oneOf([kind]) });
}

function detailed<Kind extends string>(kind: Kind): Shape<{ readonly kind: Kind; readonly detail: string }> {
  return object({ kind: oneOf([kind]), detail: string });
}

const cause: Shape<NotStartedCause> = taggedBy<NotStartedCause>({
  'module-build': object({ kind: oneOf(['module-build']), directory: string, output: string }),
  'boot-failed': detailed('boot-failed'),
  'model-failed': detailed('model-failed'),
});

type QemuExit = Extract<Ending, { readonly kind: 'qemu-exited' }>;
const writtenExit = objectWith<
  Pick<QemuExit, 'kind' | 'lastOutput'>,
  { readonly exitCode: number; readonly signal: string }
>({ kind: oneOf(['qemu-exited']), lastOutput: string }, { exitCode: number, signal: string });
/** JSON has no `undefined`: what is absent was it. */
const qemuExit: Shape<QemuExit> = (value, place) => {
  const { exitCode, signal, ...rest } = writtenExit(value, place);
  return { ...rest, exitCode, signal };
};

export const ending: Shape<Ending> = taggedBy<Ending>({
  completed: bare('completed'),
  deadline: object({ kind: oneOf(['deadline']), timeoutMs: number, answering: boolean }),
  'no-power-off': object({ kind: oneOf(['no-power-off']), timeoutMs: number }),
  'boot-deadline': object({
    kind: oneOf(['boot-deadline']),
    timeoutMs: number,
    phase: oneOf(['kernel-silent', 'kernel-started', 'init-started']),
  }),
  'guest-shutdown': bare('guest-shutdown'),
  'guest-reset': bare('guest-reset'),
  'guest-panicked': bare('guest-panicked'),
  'after-bug': object({ kind: oneOf(['after-bug']), bug: string }),
  'qemu-exited': qemuExit,
  'agent-lost': detailed('agent-lost'),
  'model-broke': detailed('model-broke'),
  'over-limit': detailed('over-limit'),
  'host-failed': detailed('host-failed'),
  'internal-error': object({ kind: oneOf(['internal-error']), detail: string, log: string }),
  'not-started': object({ kind: oneOf(['not-started']), cause }),
  cancelled: bare('cancelled'),
});
