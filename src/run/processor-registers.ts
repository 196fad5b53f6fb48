import type { QmpClient } from '../machine/qmp/client.ts';

/** More processors than a person reads. */
const maxProcessors = 32;
/** Vector and floating-point registers: hundreds of lines that tell nothing of a hang. */
const bulky = /^(?:FCW|FPR|XMM|YMM|ZMM|Opmask|MXCSR)/;

/**
 * The registers of every processor, each with the instructions that it was at, as the human monitor shows them. @throws
 * QmpError
 */
export async function readProcessors(monitor: QmpClient): Promise<string> {
  // All at the same moment; and an emulated processor that is looping answers sooner.
  await monitor.execute('stop');
  try {
    return await readStopped(monitor);
  } finally {
    await monitor.execute('cont');
  }
}

async function readStopped(monitor: QmpClient): Promise<string> {
  const text = await humanCommand(monitor, 'info registers -a');
  const processors = text.split(/^(?=CPU#\d+)/m).filter((part) => part.startsWith('CPU#'));
  const parts: string[] = [];
  for (const [index, part] of processors.slice(0, maxProcessors).entries()) {
    const registers = part.split('\n').filter((line) => line.trim() !== '' && !bulky.test(line));
    const pointer = /\bRIP=([\da-f]{16})\b/.exec(part)?.[1];
    const code = pointer === undefined ? '' : await humanCommand(monitor, `x/6i 0x${pointer}`, index);
    parts.push(
      [
        ...registers.map((line) => line.trimEnd()),
        'code at RIP:',
        ...code.split(/\r?\n/).filter((line) => line !== ''),
      ].join('\n'),
    );
  }
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`;
}

async function humanCommand(monitor: QmpClient, line: string, processor?: number): Promise<string> {
  const answer = await monitor.execute('human-monitor-command', {
    'command-line': line,
    ...(processor === undefined ? {} : { 'cpu-index': processor }),
  });
  return typeof answer === 'string' ? answer : '';
}
