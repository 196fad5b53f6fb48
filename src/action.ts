// Entry of the action's step: `main` of action.yml.
import packageInfo from '../package.json' with { type: 'json' };
import { runStep } from './action/run-step.ts';
import { cancelOnRunnerSignals, stepHost } from './action/step-host.ts';
import { keepHeapSmall } from './host/resources.ts';

keepHeapSmall();
const host = stepHost({ version: packageInfo.version, directory: import.meta.dirname });
process.exitCode = await runStep(host, cancelOnRunnerSignals());
