import { describe, expect, it } from 'vitest';
import { goodTest, parseSketch, problemsOf } from './memory-tree.ts';

const beside = { 'root.img': '' };

function suiteWith(info: Readonly<Record<string, string>>): ReturnType<typeof parseSketch> {
  return parseSketch({ info: { 'disk-image': '../root.img', ...info }, t: goodTest }, beside);
}

function initIn(info: Readonly<Record<string, string>>): unknown {
  const parse = suiteWith(info);
  return parse.kind === 'suite' ? parse.suite.imageInit : problemsOf(parse);
}

describe('a disk image that starts by itself', () => {
  it('is up when its init says so, unless info/ready names a unit or a command', () => {
    expect(initIn({ init: 'image\n' })).toEqual({ ready: { kind: 'default' }, machineId: 'template' });
    expect(initIn({ init: 'image', ready: 'ssh.service' })).toMatchObject({
      ready: { kind: 'unit', name: 'ssh.service' },
    });
    expect(initIn({ init: 'image', ready: 'test -e /run/up', 'machine-id': 'own' })).toEqual({
      ready: { kind: 'command', text: 'test -e /run/up' },
      machineId: 'own',
    });
  });

  it('is not asked for by default', () => {
    expect(initIn({})).toBeUndefined();
  });

  it.each([
    ['another init', { init: 'systemd' }, 'edu/info/init:1: expected image, found "systemd"'],
    [
      'a long command',
      { init: 'image', ready: 'x'.repeat(401) },
      'edu/info/ready:1: expected a command of at most 400',
    ],
    [
      'another id',
      { init: 'image', 'machine-id': 'mine' },
      'edu/info/machine-id:1: expected template or own, found "mine"',
    ],
    [
      'ready without init',
      { ready: 'true' },
      'edu/info/ready:1: info/ready is of use only for a disk image that starts',
    ],
  ])('has a problem with %s', (_title, info, problem) => {
    expect(problemsOf(suiteWith(info)).join('\n')).toContain(problem);
  });
});
