import type { Ending } from '../../run/evidence/run-record.ts';
import {
  amount,
  boolean,
  defined,
  formatOf,
  object,
  oneOf,
  oneOfKinds,
  orUndefined,
  text,
  wholeNumber,
} from '../../results/formats/values.ts';

/** The exit status of a process, of 32 bits. */
export function exitStatus(description?: string): ReturnType<typeof wholeNumber> {
  return wholeNumber(description, { min: -(2 ** 31), max: 2 ** 31 });
}

const timeoutMs = amount();
const detail = text();

const cause = oneOfKinds('kind', [
  object({
    kind: oneOf(['module-build']),
    directory: text(),
    output: text(),
    error: orUndefined(text('The first error, with its file and line.')),
  }),
  object({ kind: oneOf(['kernel-config']), detail }),
  object({ kind: oneOf(['boot-failed']), detail }),
  object({ kind: oneOf(['model-failed']), detail }),
  object({ kind: oneOf(['no-calls']), detail }),
  object({ kind: oneOf(['no-bus']), detail }),
  object({ kind: oneOf(['no-disk']), detail }),
]);

export const ending = formatOf<Ending>()(
  defined(
    'ending',
    oneOfKinds(
      'kind',
      [
        object({ kind: oneOf(['completed']) }, 'All stages ended and the machine powered off.'),
        object(
          { kind: oneOf(['deadline']), timeoutMs, answering: boolean('The guest still gave signs of life.') },
          "The stages' deadline passed.",
        ),
        object({ kind: oneOf(['no-power-off']), timeoutMs }),
        object({
          kind: oneOf(['boot-deadline']),
          timeoutMs,
          phase: oneOf(['kernel-silent', 'kernel-started', 'init-started', 'port-missing']),
        }),
        object({ kind: oneOf(['guest-shutdown']) }),
        object({ kind: oneOf(['guest-reset']) }),
        object({ kind: oneOf(['guest-panicked']) }),
        object(
          { kind: oneOf(['after-bug']), bug: text('The line that told.') },
          'The kernel had killed a task because of a bug that nobody expected.',
        ),
        object({
          kind: oneOf(['qemu-exited']),
          lastOutput: text('The end of qemu.log.'),
          exitCode: orUndefined(exitStatus()),
          signal: orUndefined(text()),
        }),
        object(
          { kind: oneOf(['image-failed']), detail },
          'The disk image did not come up, or has no root for the stages.',
        ),
        object({ kind: oneOf(['agent-lost']), detail }),
        object({ kind: oneOf(['model-broke']), detail }),
        object({ kind: oneOf(['over-limit']), detail }),
        object({ kind: oneOf(['kvm-failed']), detail }, 'KVM could not run the guest any further.'),
        object({ kind: oneOf(['host-failed']), detail }),
        object(
          { kind: oneOf(['internal-error']), detail, log: text('The file with the stack.') },
          'Our own code failed.',
        ),
        object({ kind: oneOf(['not-started']), cause }),
        object({ kind: oneOf(['cancelled']) }),
      ],
      "How the machine's life ended, as seen from outside.",
    ),
  ),
);
