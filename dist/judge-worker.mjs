import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  answerQuestions,
  findBugsHere,
  judgeHere,
  watchPatterns
} from "./chunks/chunk-FOXTAY7A.mjs";
import "./chunks/chunk-GI2TO4WQ.mjs";
import "./chunks/chunk-6Q5IN44C.mjs";
import "./chunks/chunk-JGZQTAEA.mjs";
import "./chunks/chunk-43WI7UBL.mjs";
import "./chunks/chunk-Z3ITJCMR.mjs";
import "./chunks/chunk-P5IEHZ2D.mjs";
import "./chunks/chunk-ZOCY7ZAN.mjs";
import "./chunks/chunk-KLTUR2PH.mjs";
import "./chunks/chunk-3V3CBYNY.mjs";
import "./chunks/chunk-Z52LW6BK.mjs";
import "./chunks/chunk-GRJFLVWM.mjs";
import "./chunks/chunk-IRPNDCYH.mjs";
import "./chunks/chunk-PNGENSD7.mjs";
import "./chunks/chunk-OY4GEF45.mjs";
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
