import { expect, it } from 'vitest';
import { imageParameters } from '../../../src/engine/image-parameters.ts';

it('a machine without an image that starts by itself gets no parameter for one', () => {
  expect(imageParameters(undefined, ['quiet'])).toEqual([]);
});

it.each([
  [[], ['cloud-init=disabled']],
  [['quiet', 'my-cloud-init=disabled'], ['cloud-init=disabled']],
  [['cloud-init=enabled'], []],
])('an image looks for no cloud unless the user says so: %j', (asked, expected) => {
  const parameters = imageParameters({ ready: { kind: 'unit', name: 'a b.service' }, machineId: 'own' }, asked);
  expect(parameters).toEqual(['qdt.init=image', 'qdt.ready=unit%20a%20b.service', 'systemd.getty_auto=0', ...expected]);
});
