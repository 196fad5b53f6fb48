// Entry of the action's clean-up: `post` of action.yml. It runs whatever the result of the step, and never fails the
// job.
import packageInfo from '../package.json' with { type: 'json' };
import { finishStep } from './action/finish-step.ts';
import { cancelOnRunnerSignals, stepHost } from './action/step-host.ts';

const host = stepHost({ version: packageInfo.version, directory: import.meta.dirname });
await finishStep(host, cancelOnRunnerSignals());
