// The judging thread: it reads untrusted text away from the event loop that supervises machines.
import { findBugsHere, judgeHere, type JudgeQuestion, watchPatterns } from './engine/judging/judge-question.ts';
import { answerQuestions } from './host/process/worker-thread.ts';

answerQuestions((asked, { at }) => {
  // Cloned from our own code in the main thread.
  const question = asked as JudgeQuestion;
  switch (question.kind) {
    case 'judge':
      return judgeHere({ ...question.job, rules: watchPatterns(question.job.rules, at) });
    case 'find-bugs':
      return findBugsHere(question.boot);
  }
});
