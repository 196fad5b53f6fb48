import { isCallFault } from '../calls/call-fault.ts';
import { type HelperReport, parseHelperAnswer } from '../calls/helper-answers.ts';
import { helperPath } from '../calls/helper-requests.ts';
import type { MachineCalls } from '../calls/machine-calls.ts';
import { HwRefusal } from './answerers.ts';
import { done, type Hardware, type HwResult, tellOrders } from './hardware.ts';

/** A module whose calls can fail. */
export interface FaultyModule {
  readonly calls: MachineCalls;
  readonly module: string;
}

/**
 * The module that a request is about, if it is about one: `edu` or `edu.ko`. A device may have the same name, so the
 * kind of the fault decides. @throws HwRefusal when the machine has no helper for calls
 */
export function moduleNamed(id: string, { calls }: Hardware, fault: string | undefined): FaultyModule | undefined {
  const module = id.replace(/\.ko$/, '').replaceAll('-', '_');
  if (calls === undefined) {
    if (fault === undefined || !isCallFault(fault)) return undefined;
    throw new HwRefusal(
      'no call can be made to fail in this machine: the suite needs info/modules with its drivers, and ' +
        'info/failable, which may be empty',
    );
  }
  if (calls.moduleNames.includes(module)) return { calls, module };
  if (fault === undefined || !isCallFault(fault)) return undefined;
  throw new HwRefusal(
    `${JSON.stringify(id)} is no module of the suite; the modules are ${calls.moduleNames.join(', ')}`,
  );
}

/** @throws FaultError @throws FaultSyntaxError */
export function setCallFault({ calls, module }: FaultyModule, text: string): HwResult {
  const { id, texts } = calls.set(module, text);
  return {
    ...done,
    question: { orders: tellOrders(helperPath, texts), conclude: (answers) => concluded(answers, { text: id }) },
  };
}

/** @throws FaultError with the list, when the id is unknown */
export function clearCallFault({ calls, module }: FaultyModule, id: string | undefined): HwResult {
  const texts = calls.clearTexts(module, id);
  if (texts.length === 0) return done;
  return {
    ...done,
    question: { orders: tellOrders(helperPath, texts), conclude: (answers) => concluded(answers, done) },
  };
}

/** @throws FaultError with the list, when the id is unknown */
export function callFaultFired({ calls, module }: FaultyModule, id: string, times: number): HwResult {
  const { helperId, texts } = calls.reportTexts(module, id);
  const conclude = (answers: readonly (readonly string[])[]): HwResult => {
    const fault = reportIn(answers).faults.find((candidate) => candidate.id === helperId);
    if (fault === undefined) throw new HwRefusal(`the helper for calls does not know the fault ${id} of ${module}`);
    const found = `fired ${fault.fired} times in ${fault.counted} matching calls`;
    if (fault.fired >= times) return { text: found };
    throw new HwRefusal(
      `${id} of ${module}: expected at least ${times} firings, found that it ` +
        `${found}${fault.isCleared ? '; it was cleared' : ''}`,
    );
  };
  return { ...done, question: { orders: tellOrders(helperPath, texts), conclude } };
}

function concluded(answers: readonly (readonly string[])[], result: HwResult): HwResult {
  reportIn(answers);
  return result;
}

/** @throws HwRefusal with the helper's words */
function reportIn(answers: readonly (readonly string[])[]): HelperReport {
  const answer = parseHelperAnswer(answers.at(-1) ?? []);
  if ('refusal' in answer) throw new HwRefusal(answer.refusal);
  return answer;
}
