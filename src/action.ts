// The action's step: `main` of action.yml.
import packageInfo from '../package.json' with { type: 'json' };
import { cancelOnRunnerSignals } from './action/cancel-on-runner-signals.ts';
import { runStep } from './action/run-step.ts';
import { stepHost } from './action/step-host.ts';

const host = stepHost({ version: packageInfo.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
