import { describe, expect, it } from 'vitest';
import { type AgentMessage, parseAgentMessage, parseReady } from '../../../src/run/agent/agent-message.ts';

const token = '0123456789abcdef0123456789abcdef';

describe('parseReady', () => {
  it('reads the protocol and the kernel release', () => {
    expect(parseReady('ready 1 6.1.0-56-amd64')).toEqual({ protocol: 1, release: '6.1.0-56-amd64' });
  });

  it.each([
    '',
    'ready',
    'ready 1',
    'ready x 6.1',
    'ready 1 6.1 more',
    ' ready 1 6.1',
    'ready 12345 6.1',
    `ready 1 ${'x'.repeat(201)}`,
    `${token} ready 1 6.1`,
  ])('takes %j for no greeting', (line) => {
    expect(parseReady(line)).toBeUndefined();
  });
});

describe('parseAgentMessage', () => {
  const known: readonly (readonly [string, AgentMessage])[] = [
    ['ok session', { kind: 'ok', command: 'session' }],
    ['failed folder mount: No such device', { kind: 'failed', command: 'folder', reason: 'mount: No such device' }],
    ['failed folder', { kind: 'failed', command: 'folder', reason: '' }],
    ['begin suite-setup', { kind: 'begin', program: 'suite-setup' }],
    ['beat 17', { kind: 'beat' }],
    ['begin shell', { kind: 'begin', program: 'shell' }],
    ['end shell 3', { kind: 'end', program: 'shell', exitStatus: 3 }],
    ['end run 0', { kind: 'end', program: 'run', exitStatus: 0 }],
    ['end suite-teardown 137', { kind: 'end', program: 'suite-teardown', exitStatus: 137 }],
    ['done', { kind: 'done', written: new Map() }],
  ];

  it.each(known)('reads %j', (line, message) => {
    expect(parseAgentMessage(`${token} ${line}`, token)).toEqual(message);
  });

  it.each([
    '',
    'ok session',
    token,
    `${token}ok session`,
    ` ${token} ok session`,
    `${token.toUpperCase()} done`,
    `x${token} done`,
    'end run 0',
  ])("takes %j for somebody else's line", (line) => {
    expect(parseAgentMessage(line, token)).toBe('foreign');
  });

  it.each([
    '',
    'OK session',
    'ready 1 6.1',
    'begin',
    'begin walk',
    'begin constructor',
    'end run',
    'end run x',
    'end run -1',
    'end run 0x0',
    'end run 1000',
    'end walk 0',
    'end',
  ])('takes %j with the token for nonsense', (line) => {
    expect(parseAgentMessage(`${token} ${line}`, token)).toBe('nonsense');
  });
});
