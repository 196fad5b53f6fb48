/** How a model breaks at the next thing that is asked of it. */
export const mood = {
  mood: { type: 'choice', of: ['well', 'throws', 'hangs', 'exits', 'killed'], initial: 'well' },
} as const;

type Mood = (typeof mood.mood.of)[number];

/** Called first in a handler. */
export function bear(current: Mood): void {
  switch (current) {
    case 'well':
      return;
    case 'throws':
      throw new Error('asked to');
    case 'hangs':
      for (;;);
    case 'exits':
      process.exit(7);
    case 'killed':
      process.kill(process.pid, 'SIGKILL');
      for (;;);
  }
}
