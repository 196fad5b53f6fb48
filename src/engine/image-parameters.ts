import type { ImageInit, ImageReady } from '../suite/suite.ts';

/**
 * What the agent and systemd read from the kernel's parameters where a disk image starts by itself. The console belongs
 * to the test: nobody is asked to log in there. A machine is in no cloud: cloud-init would look for one, for minutes.
 * `asked`: the user's own parameters.
 */
export function imageParameters(init: ImageInit | undefined, asked: readonly string[]): readonly string[] {
  if (init === undefined) return [];
  // systemd sees the word wherever it stands, so one that comes later would not win.
  const cloud = asked.some((parameter) => parameter.startsWith('cloud-init=')) ? [] : ['cloud-init=disabled'];
  return ['qdt.init=image', ...readyParameter(init.ready), 'systemd.getty_auto=0', ...cloud];
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
