import { it } from 'vitest';
import { runActionStep } from '../step-runner/step-runner.ts';
import { writeFileSync } from 'node:fs';
it('tries', async () => {
  const s = await runActionStep({ workspace: '/tmp/qdt-act/ws', toolCache: '/tmp/qdt-act/tool', temp: '/tmp/qdt-act/tmp', node: process.env['NODE_TRY'] ?? process.execPath }, { inputs: { suite: 'tests', kernels: 'debian:6.1', accel: 'tcg', upload: 'never', cache: 'false' } });
  writeFileSync('/tmp/qdt-act/main.log', s.main.output); writeFileSync('/tmp/qdt-act/summary.md', s.summary ?? 'DROPPED');
  console.log(s.main.exitStatus, s.main.durationMs, s.post.exitStatus, s.post.output, s.outputs, JSON.stringify(s.main.log.annotations, null, 1));
}, 300_000);
