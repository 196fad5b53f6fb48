import type { ImageInit, ImageReady } from '../suite/suite.ts';

/**
 * What the agent and systemd read from the kernel's parameters where a disk image starts by itself. The console belongs
 * to the test: nobody is asked to log in there.
 */
export function imageParameters(init: ImageInit | undefined): readonly string[] {
  if (init === undefined) return [];
  return ['qdt.init=image', ...readyParameter(init.ready), 'systemd.getty_auto=0'];
}

function readyParameter(ready: ImageReady): readonly string[] {
  switch (ready.kind) {
    case 'default':
      return [];
    case 'unit':
      return [`qdt.ready=${coded(`unit ${ready.name}`)}`];
    case 'command':
      return [`qdt.ready=${coded(`command ${ready.text}`)}`];
  }
}

/** One word without quotes, whatever is in it. */
function coded(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9_.:/@-]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(2, '0');
    return `%${code}`;
  });
}
