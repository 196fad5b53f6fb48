import { parseHelperAnswer } from '../../calls/helper-answers.ts';
import { helperPath } from '../../calls/helper-requests.ts';
import type { MachineCalls } from '../../calls/machine-calls.ts';
import { monotonicUs } from '../../host/clock.ts';
import { AgentRefusal } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';

type Teller = Pick<AgentSession, 'tell'>;

/**
 * Sets the faults of calls that are active from the start. A kernel without the helper, and a fault that it does not
 * take, end the test. @throws AgentRefusal @throws AgentLost
 */
export async function setStartingCalls(session: Teller, calls: MachineCalls): Promise<void> {
  const answers = await Promise.all(calls.startTexts().map((text) => session.tell(helperPath, text)));
  for (const lines of answers) {
    const answer = parseHelperAnswer(lines);
    if ('refusal' in answer) throw new AgentRefusal(`the helper for calls: ${answer.refusal}`);
  }
}

/** Asks for all counts when the stages are done. What the helper does not say is not known. @throws AgentLost */
export async function askForCalls(session: Teller, calls: MachineCalls): Promise<void> {
  try {
    const answer = parseHelperAnswer(await session.tell(helperPath, 'report'));
    if (!('refusal' in answer)) calls.takeReport(answer, monotonicUs());
  } catch (error) {
    // The test has removed the helper, or hidden it. The record says that nobody was asked.
    if (!(error instanceof AgentRefusal)) throw error;
  }
}
