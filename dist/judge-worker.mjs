import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  findBugsHere,
  judgeHere,
  watchPatterns
} from "./chunks/chunk-HTNQB4FX.mjs";
import {
  answerQuestions
} from "./chunks/chunk-MUMNHH5Q.mjs";
import "./chunks/chunk-2XDF6ZYF.mjs";
import "./chunks/chunk-O3BFIY6O.mjs";
import "./chunks/chunk-HGFEME7W.mjs";
import "./chunks/chunk-7TDX4BK4.mjs";
import "./chunks/chunk-SZU3HCXJ.mjs";
import "./chunks/chunk-MGCEODHU.mjs";
import "./chunks/chunk-4VOBW4F5.mjs";
import "./chunks/chunk-24KEYR4D.mjs";
import "./chunks/chunk-4NERI4SW.mjs";
import "./chunks/chunk-V4ERITS4.mjs";
import "./chunks/chunk-BG5MEEMU.mjs";
import "./chunks/chunk-CV4MAWGW.mjs";
import "./chunks/chunk-L2Z4XR4T.mjs";
import "./chunks/chunk-PNGENSD7.mjs";
import "./chunks/chunk-ZOCY7ZAN.mjs";
import "./chunks/chunk-IMACQRHJ.mjs";
import "./chunks/chunk-CG4EY3AM.mjs";
import "./chunks/chunk-37LICBCB.mjs";
import "./chunks/chunk-R2N667XA.mjs";

// src/judge-worker.ts
answerQuestions((asked, { at }) => {
  const question = asked;
  switch (question.kind) {
    case "judge":
      return judgeHere({ ...question.job, rules: watchPatterns(question.job.rules, at) });
    case "find-bugs":
      return findBugsHere(question.boot);
  }
});
