import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  answerQuestions,
  findBugsHere,
  judgeHere,
  watchPatterns
} from "./chunks/chunk-ECEBIEQ2.mjs";
import "./chunks/chunk-4EUVECK7.mjs";
import "./chunks/chunk-6QBK7Y33.mjs";
import "./chunks/chunk-JGZQTAEA.mjs";
import "./chunks/chunk-43WI7UBL.mjs";
import "./chunks/chunk-Z3ITJCMR.mjs";
import "./chunks/chunk-SSRYNI4W.mjs";
import "./chunks/chunk-ZOCY7ZAN.mjs";
import "./chunks/chunk-KLTUR2PH.mjs";
import "./chunks/chunk-3V3CBYNY.mjs";
import "./chunks/chunk-NMISTXWY.mjs";
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
